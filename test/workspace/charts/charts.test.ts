import { imageSize } from 'image-size';
import { type Charts, chartsService } from '../../../workspace/services/charts/service.ts';
import { givenExecution, givenKernel } from '../documents/host-execution.ts';

import GoogleCharts = GoogleAppsScript.Charts;

function givenCharts() {
  return givenExecution(givenKernel()).service<Charts>(chartsService);
}

function ratings(charts: Charts) {
  const types = charts.ColumnType as unknown as { _of(name: string): GoogleCharts.ColumnType };
  return charts
    .newDataTable()
    .addColumn(types._of('STRING'), 'Учреждение')
    .addColumn(types._of('NUMBER'), 'Балл')
    .addRow(['МБОУ «Средняя школа № 1»', 92.4])
    .addRow(['Дом культуры посёлка Октябрьский', 81])
    .addRow(['Районная библиотека', 67.25]);
}

test('a bar chart is a PNG of the size that was asked for', () => {
  const charts = givenCharts();
  const none = charts.Position._of('NONE') as unknown as GoogleCharts.Position;
  const blob = charts
    .newBarChart()
    .setDataTable(ratings(charts))
    .setTitle('Итоговые баллы учреждений')
    .setXAxisTitle('Баллы')
    .setRange(0, 100)
    .setColors(['#1f4e78'])
    .setLegendPosition(none)
    .setDimensions(720, 260)
    .build()
    .getAs('image/png');
  const bytes = Uint8Array.from(blob.getBytes());
  expect(blob.getContentType()).toBe('image/png');
  expect(imageSize(bytes)).toMatchObject({ width: 720, height: 260, type: 'png' });
});
