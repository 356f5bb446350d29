import JSZip from 'jszip';
import { asGoogle, WrapStrategy } from '../../../workspace/services/spreadsheet/enums.ts';
import { exportXlsx } from '../../../workspace/services/spreadsheet/export-xlsx.ts';
import { type Bench, openBench } from './fake-execution.ts';

async function partsOf(bench: Bench): Promise<(path: string) => Promise<string>> {
  const zip = await JSZip.loadAsync(await exportXlsx(bench.kernel, bench.fileId));
  return async (path) => zip.file(path)!.async('string');
}

/** Text or number of a cell, as the file has it. */
async function valueIn(part: (path: string) => Promise<string>, address: string): Promise<string | undefined> {
  const cell = new RegExp(`<c r="${address}"([^>]*)>([\\s\\S]*?)</c>`).exec(await part('xl/worksheets/sheet0.xml'));
  const value = /<v>([\s\S]*?)<\/v>/.exec(cell?.[2] ?? '')?.[1];
  if (!/t="s"/.test(cell?.[1] ?? '')) return value;
  const strings = [...(await part('xl/sharedStrings.xml')).matchAll(/<si>\s*<t[^>]*>([\s\S]*?)<\/t>/g)];
  return strings[Number(value)]?.[1];
}

describe('the .xlsx file', () => {
  test('formulas carry their values, a custom function is there as its value', async () => {
    const bench = openBench({ functions: { DOUBLE: (number: number) => number * 2 } });
    const sheet = bench.spreadsheet().getActiveSheet();
    sheet.getRange('A1:C1').setValues([[21, '=A1+1', '=DOUBLE(A1)']]);
    const part = await partsOf(bench);
    const xml = await part('xl/worksheets/sheet0.xml');
    expect(await valueIn(part, 'B1')).toBe('22');
    expect(xml).toMatch(/<c r="B1"[\s\S]*?<f[^>]*>\s*A1\+1/);
    expect(await valueIn(part, 'C1')).toBe('42');
    expect(xml).not.toContain('DOUBLE');
  });

  test('text that looks like a formula or a number is text without a quote', async () => {
    const bench = openBench();
    const range = bench.spreadsheet().getActiveSheet().getRange('A1:B1');
    range.setNumberFormat('@').setValues([['=не формула', '007']]);
    bench.spreadsheet().getActiveSheet().getRange('C1').setValue("'5");
    const part = await partsOf(bench);
    expect(await valueIn(part, 'A1')).toBe('=не формула');
    expect(await valueIn(part, 'B1')).toBe('007');
    expect(await valueIn(part, 'C1')).toBe('5');
    expect(await part('xl/worksheets/sheet0.xml')).not.toContain('<f>');
  });

  test('number formats are Google’s own, months Russian, and a formula’s date is shown as a date', async () => {
    const bench = openBench();
    const sheet = bench.spreadsheet().getActiveSheet();
    sheet
      .getRange('A1:C1')
      .setNumberFormats([['#,##0.00 ₽', 'd mmmm yyyy', '[h]:mm']])
      .setValues([[1, 46_000, 1.5]]);
    sheet.getRange('D1').setFormula('=TODAY()');
    const styles = await (await partsOf(bench))('xl/styles.xml');
    for (const format of ['#,##0.00 ₽', '[$-419]d mmmm yyyy', '[h]:mm', 'dd.mm.yyyy']) expect(styles).toContain(format);
  });

  test('widths, frozen rows, tab colour, hidden sheets, validation, conditional formats and charts are there', async () => {
    const bench = openBench();
    const spreadsheet = bench.spreadsheet();
    const sheet = spreadsheet.getActiveSheet();
    sheet.getRange('A1:B3').setValues([
      ['Месяц', 'Ответы'],
      ['янв', 5],
      ['фев', 7],
    ]);
    sheet.setColumnWidth(1, 250).setTabColor('#ff9900').setFrozenRows(1);
    sheet.getRange('C1').setDataValidation(bench.app().newDataValidation().requireValueInList(['да', 'нет']).build());
    const condition = bench.app().newConditionalFormatRule().whenNumberLessThan(6).setBackground('#f4cccc');
    sheet.setConditionalFormatRules([condition.setRanges([sheet.getRange('B2:B3')]).build()]);
    sheet.insertChart(sheet.newChart().asPieChart().addRange(sheet.getRange('A1:B3')).setPosition(5, 1, 0, 0).build());
    spreadsheet.insertSheet('Скрытый').hideSheet();
    const part = await partsOf(bench);
    const xml = await part('xl/worksheets/sheet0.xml');
    expect(Number(/<col min="1" max="1" width="([\d.]+)"/.exec(xml)![1])).toBeGreaterThan(30);
    expect(xml).toContain('rgb="FF9900"');
    expect(xml).toContain('state="frozen"');
    expect(xml).toMatch(/<dataValidation [\s\S]*?да,нет/);
    expect(xml).toContain('<conditionalFormatting');
    expect(await part('xl/workbook.xml')).toContain('state="hidden"');
    const chart = await part('xl/charts/chart1.xml');
    expect(chart).toContain('<c:pieChart>');
    expect(chart).not.toContain('doughnut');
  });

  test('the axis of values of a bar chart keeps its limits, and has no lines where they have the colour of the paper', async () => {
    const bench = openBench();
    const sheet = bench.spreadsheet().getActiveSheet();
    sheet.getRange('A1:B2').setValues([
      ['А', 85],
      ['Б', 95],
    ]);
    const chart = (gridlines: object) =>
      sheet
        .newChart()
        .asBarChart()
        .addRange(sheet.getRange('A1:B2'))
        .setNumHeaders(0)
        .setOption('hAxis', { viewWindow: { min: 80, max: 100 }, title: 'Баллы', gridlines })
        .setPosition(5, 1, 0, 0)
        .build();
    sheet.insertChart(chart({}));
    sheet.insertChart(chart({ color: '#ffffff' }));
    const part = await partsOf(bench);
    const values = async (at: number): Promise<string> =>
      /<c:valAx>[\s\S]*?<\/c:valAx>/.exec(await part(`xl/charts/chart${at}.xml`))![0];
    expect(await values(1)).toMatch(/<c:orientation[^>]*\/>\s*<c:max val="100"\/><c:min val="80"\/>/);
    expect(await values(1)).toContain('Баллы');
    expect(await values(1)).toContain('<c:majorGridlines>');
    expect(await values(2)).not.toContain('<c:majorGridlines>');
  });

  test('notes are comments of the file, on their cells', async () => {
    const bench = openBench();
    const spreadsheet = bench.spreadsheet();
    spreadsheet.getActiveSheet().getRange('B2').setNote('Как заполнять:\nчисло < 100');
    spreadsheet.insertSheet('Другой').getRange('A1').setNote('и здесь');
    const part = await partsOf(bench);
    expect(await part('xl/comments0.xml')).toContain(
      '<comment ref="B2" authorId="0"><text><t xml:space="preserve">Как заполнять:\nчисло &lt; 100</t>',
    );
    expect(await part('xl/drawings/vmlDrawing0.vml')).toContain('<x:Row>1</x:Row><x:Column>1</x:Column>');
    expect(await part('xl/worksheets/sheet0.xml')).toContain('<legacyDrawing r:id="rIdNoteBoxes"/>');
    expect(await part('xl/comments1.xml')).toContain('и здесь');
    expect((await part('[Content_Types].xml')).match(/Extension="vml"/g)).toHaveLength(1);
  });

  test('clipped text keeps its size: Google writes that it neither shrinks nor wraps', async () => {
    const bench = openBench();
    const cell = bench.spreadsheet().getActiveSheet().getRange('A1').setValue('длинный текст');
    cell.setWrapStrategy(asGoogle(WrapStrategy._of('CLIP')));
    const styles = await (await partsOf(bench))('xl/styles.xml');
    expect(styles).not.toContain('shrinkToFit="1"');
    expect(styles).toMatch(/<alignment [^>]*shrinkToFit="0" wrapText="0"/);
  });

  test('a row with wrapped text is as high as its lines; one whose height a script set, or of one line, is left', async () => {
    const bench = openBench();
    const sheet = bench.spreadsheet().getActiveSheet();
    const long = 'Организационно-техническое обеспечение работы общественного совета по проведению оценки';
    sheet.getRange('A1:A3').setValues([[long], ['коротко'], [long]]);
    sheet.getRange('A1:A3').setWrap(true);
    sheet.setRowHeight(3, 40);
    const xml = await (await partsOf(bench))('xl/worksheets/sheet0.xml');
    expect(Number(/<row r="1" ht="(\d+)">/.exec(xml)?.[1])).toBeGreaterThan(60);
    expect(xml).toContain('<row r="2">');
    expect(xml).toMatch(/<row r="3" ht="30(\.0+)?" customHeight="1">/);
  });
});
