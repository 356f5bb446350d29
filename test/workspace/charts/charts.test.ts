import { Resvg } from '@resvg/resvg-js';
import { imageSize } from 'image-size';
import type { ChartSpec } from '../../../workspace/services/charts/chart-spec.ts';
import { textWidthPixels, wrapLabel } from '../../../workspace/services/charts/labels.ts';
import { renderChartPng } from '../../../workspace/services/charts/render-chart.ts';
import { type Charts, chartsService } from '../../../workspace/services/charts/service.ts';
import { givenExecution, givenKernel } from '../documents/host-execution.ts';

import GoogleCharts = GoogleAppsScript.Charts;

function givenCharts() {
  return givenExecution(givenKernel()).service<Charts>(chartsService);
}

/** Enum values under Google's own types. */
function typed<T>(value: unknown): T {
  return value as T;
}

function table(charts: Charts, rows: unknown[][], series = ['Балл']) {
  const data = charts.newDataTable().addColumn(typed(charts.ColumnType._of('STRING')), 'Учреждение');
  for (const label of series) data.addColumn(typed(charts.ColumnType._of('NUMBER')), label);
  for (const row of rows) data.addRow(row);
  return data;
}

/** Pixels of a PNG by their colour, row by row. */
function pixelsOf(png: Uint8Array): { width: number; height: number; at(x: number, y: number): number } {
  const { width, height } = imageSize(png);
  const data = Buffer.from(png).toString('base64');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="data:image/png;base64,${data}"/></svg>`;
  const { pixels } = new Resvg(svg).render();
  return {
    width,
    height,
    at: (x, y) => pixels.readUIntBE((y * width + x) * 4, 3),
  };
}

/** For each pixel row, how many pixels have the colour; rows without are left out. */
function runs(png: Uint8Array, color: string): number[] {
  const picture = pixelsOf(png);
  const wanted = Number.parseInt(color.slice(1), 16);
  const counts: number[] = [];
  for (let y = 0; y < picture.height; y++) {
    let count = 0;
    for (let x = 0; x < picture.width; x++) if (picture.at(x, y) === wanted) count += 1;
    if (count > 0) counts.push(count);
  }
  return counts;
}

const BARS: ChartSpec = {
  kind: 'bar',
  columns: [
    { label: 'Учреждение', type: 'string' },
    { label: 'Балл', type: 'number' },
  ],
  rows: [
    ['Школа', 100],
    ['Клуб', 50],
  ],
  widthPixels: 500,
  heightPixels: 200,
  colors: ['#1f4e78'],
  legend: 'none',
  valueRange: [0, 100],
};

test('a bar chart is a PNG of the size and the colour that were asked for', () => {
  const charts = givenCharts();
  const blob = charts
    .newBarChart()
    .setDataTable(table(charts, [['Школа № 1', 92.4]]))
    .setTitle('Итоговые баллы учреждений')
    .setRange(0, 100)
    .setColors(['#1f4e78'])
    .setLegendPosition(typed<GoogleCharts.Position>(charts.Position._of('NONE')))
    .setDimensions(720, 260)
    .build()
    .getAs('image/png');
  const bytes = Uint8Array.from(blob.getBytes());
  expect(blob.getContentType()).toBe('image/png');
  expect(imageSize(bytes)).toMatchObject({ width: 720, height: 260, type: 'png' });
  expect(runs(bytes, '#1f4e78').length).toBeGreaterThan(20);
});

test('a bar is as long as its value: half the score, half the bar', () => {
  const lengths = runs(renderChartPng(BARS), '#1f4e78');
  const [longest, shortest] = [Math.max(...lengths), Math.min(...lengths)];
  expect(shortest / longest).toBeCloseTo(0.5, 1);
});

test.each(['bar', 'column', 'line', 'area', 'pie', 'scatter', 'table'] as const)(
  'a %s chart draws something of its size',
  (kind) => {
    const rows =
      kind === 'scatter'
        ? [
            [1, 2],
            [3, 5],
          ]
        : BARS.rows;
    const png = renderChartPng({ ...BARS, kind, rows });
    expect(imageSize(png)).toMatchObject({ width: 500, height: 200 });
    const picture = pixelsOf(png);
    const colors = new Set<number>();
    for (let y = 0; y < 200; y++) for (let x = 0; x < 500; x++) colors.add(picture.at(x, y));
    expect(colors.size).toBeGreaterThan(5);
  },
);

test('Russian letters are drawn, each its own, with no font of the machine', () => {
  const named = (name: string) =>
    Buffer.from(renderChartPng({ ...BARS, rows: [[name, 1]], title: name })).toString('base64');
  expect(named('ЖЖЖ')).not.toBe(named('ФФФ'));
});

test('names that repeat stay apart', () => {
  const twice = renderChartPng({
    ...BARS,
    rows: [
      ['Школа', 100],
      ['Школа', 50],
    ],
  });
  expect(new Set(runs(twice, '#1f4e78')).size).toBeGreaterThan(1);
});

test('interval columns become whiskers', () => {
  const interval = { label: '', type: 'number', role: 'interval' } as const;
  const columns = [...BARS.columns, interval, interval];
  const plain = renderChartPng(BARS);
  const whiskered = renderChartPng({
    ...BARS,
    columns,
    rows: [
      ['Школа', 100, 90, 100],
      ['Клуб', 50, 30, 80],
    ],
  });
  const dark = (png: Uint8Array) => runs(png, '#333333').reduce((sum, count) => sum + count, 0);
  expect(dark(whiskered)).toBeGreaterThan(dark(plain) + 40);
});

test('a view takes columns of the data and says which are the ends of intervals', () => {
  const charts = givenCharts();
  const data = table(charts, [['Школа', 70, 60, 80]], ['Балл', 'низ', 'верх']);
  const ends = { role: 'interval' };
  const view = charts
    .newDataViewDefinition()
    .setColumns([0, 1, { sourceColumn: 2, ...ends }, { sourceColumn: 3, ...ends }])
    .build();
  const chart = charts.newColumnChart().setDataTable(data).setDataViewDefinition(view).build();
  expect(chart._spec.columns.map(({ role }) => role)).toEqual([undefined, undefined, 'interval', 'interval']);
  expect(() => charts.newDataViewDefinition().setColumns([0, { sourceColumn: 1, role: 'certainty' }])).toThrow(
    /certainty/,
  );
});

test('options by their dotted names and by methods are the same options', () => {
  const charts = givenCharts();
  const data = table(charts, [['Школа', 70]]);
  const byMethods = charts
    .newBarChart()
    .setDataTable(data)
    .setXAxisTitle('Баллы')
    .setRange(0, 100)
    .setStacked()
    .build();
  const byNames = charts
    .newBarChart()
    .setDataTable(data)
    .setOption('hAxis', { title: 'Баллы', viewWindow: { min: 0, max: 100 } })
    .setOption('isStacked', true)
    .build();
  expect(byNames._spec).toEqual(byMethods._spec);
  expect(byNames.getOptions().get('hAxis.title')).toBe('Баллы');
});

test('wrong data are refused where they are given: a text in a column of numbers, a chart without data', () => {
  const charts = givenCharts();
  expect(() => table(charts, [['Школа', 'семьдесят']])).toThrow(/column 1/);
  expect(() => charts.newPieChart().build()).toThrow(/setDataTable/);
});

test('a long name is broken between words and ends in an ellipsis only when there is no more room', () => {
  const name = 'Средняя общеобразовательная школа № 1';
  expect(wrapLabel(name, 500, 2, 12)).toEqual([name]);
  expect(wrapLabel(name, 180, 2, 12)).toEqual(['Средняя общеобразовательная', 'школа № 1']);
  const [only = ''] = wrapLabel(name, 100, 1, 12);
  expect(only).toMatch(/…$/);
  expect(textWidthPixels(only, 12)).toBeLessThanOrEqual(100);
});

test('a table chart shows its rows as they are first seen: sorted, numbered, one page', () => {
  const charts = givenCharts();
  const data = table(charts, [
    ['Я', 1],
    ['А', 3],
    ['Б', 2],
  ]);
  const chart = charts
    .newTableChart()
    .setDataTable(data)
    .setInitialSortingDescending(1)
    .showRowNumberColumn(true)
    .enablePaging(2)
    .build();
  expect(chart._spec.rows).toEqual([
    [1, 'А', 3],
    [2, 'Б', 2],
  ]);
});

test('a picture has paper: no pixel of it is transparent, as in the pictures of Google', () => {
  const { pixels } = new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="500" height="200"><rect width="500" height="200" fill="#ff0000"/><image width="500" height="200" href="data:image/png;base64,${Buffer.from(renderChartPng(BARS)).toString('base64')}"/></svg>`,
  ).render();
  expect(pixels.readUIntBE(0, 3)).toBe(0xffffff);
});

test('bar.groupWidth is the part of its room that a bar takes', () => {
  const height = (groupWidth?: number): number =>
    runs(renderChartPng({ ...BARS, ...(groupWidth === undefined ? {} : { groupWidth }) }), '#1f4e78').length;
  expect(height(0.3) / height(0.9)).toBeCloseTo(1 / 3, 1);
  expect(height(0.618) / height()).toBeCloseTo(1, 1);
});

test('hAxis.ticks and the colour of the grid are as they were asked for; a percentage is read, pixels are not', () => {
  const charts = givenCharts();
  const chart = (width: string) =>
    charts
      .newBarChart()
      .setDataTable(table(charts, [['А', 3]]))
      .setOption('hAxis.ticks', [1, 2, 3])
      .setOption('hAxis.gridlines.color', '#ffffff')
      .setOption('bar.groupWidth', width)
      .build()._spec;
  expect(chart('45%')).toMatchObject({ ticks: [1, 2, 3], lineColor: '#ffffff', groupWidth: 0.45 });
  expect(chart('20').groupWidth).toBeUndefined();
});

test('a no-break space holds its words together', () => {
  expect(wrapLabel('Школа № 1 ·\u00a0n\u00a0=\u00a0106', 90, 2, 12)).toEqual(['Школа № 1', '·\u00a0n\u00a0=\u00a0106']);
});
