import type { Model, Spreadsheets } from './spreadsheet-globals.ts';

const TEXT = '@';

interface CellStyle {
  numberFormat?: { google: string; engine: string };
}

interface Typed {
  sheetId: string;
  col: number;
  row: number;
  content?: string;
}

/**
 * What looks like a formula stays text when it is typed into a cell of plain text, as on
 * Google. The engine makes a formula of it whatever the format, so it is kept as the server
 * keeps what scripts write: behind a quote, with the text format noted in the style; the
 * next thing typed there finds the text format again.
 */
export function keepTypedText(spreadsheets: Spreadsheets, model: Model): void {
  const { dispatch } = model;
  model.dispatch = ((type: string, payload: unknown) =>
    dispatch(
      type as never,
      (type === 'UPDATE_CELL' ? asText(payload as Typed) : payload) as never,
    )) as typeof model.dispatch;

  function asText(typed: Typed): object {
    const { content } = typed;
    const cell = model.getters.getCell(typed);
    const { numberFormat, ...style } = (cell?.style ?? {}) as CellStyle;
    const isQuoted = numberFormat?.google === TEXT && numberFormat.engine === '';
    if (!content || !(isQuoted || cell?.format === TEXT)) return typed;
    if (content.length > 1 && content.startsWith('=')) {
      const kept: CellStyle = { ...style, numberFormat: { google: TEXT, engine: '' } };
      return { ...typed, content: `'${asWritten(content)}`, format: '', style: kept };
    }
    return isQuoted && !content.startsWith("'") ? { ...typed, format: TEXT, style } : typed;
  }

  /** The engine has put the formula into its own spelling: the person's comma and semicolon come back. */
  function asWritten(formula: string): string {
    const { decimalSeparator, formulaArgSeparator } = model.getters.getLocale();
    const tokens = spreadsheets.tokenize(formula).map(({ type, value }) => {
      if (type === 'NUMBER') return value.replace('.', decimalSeparator);
      return type === 'ARG_SEPARATOR' ? formulaArgSeparator : value;
    });
    return tokens.join('');
  }
}
