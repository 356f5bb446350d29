import fc from 'fast-check';
import {
  attributesAt,
  deleteRunText,
  insertRunText,
  lengthOf,
  replaceRunText,
  setRunAttributes,
} from '../../../workspace/services/documents/runs.ts';
import { newText, type TextNode, textOf } from '../../../workspace/services/documents/tree.ts';

/** The same text, letter by letter: slow, and plainly right. */
type Letters = { letter: string; bold: boolean }[];

function lettersOf(node: TextNode): Letters {
  return [...Array(lengthOf(node)).keys()].map((offset) => ({
    letter: textOf(node)[offset] as string,
    bold: attributesAt(node, offset).BOLD === true,
  }));
}

const change = fc.oneof(
  fc.record({ kind: fc.constant('bold' as const), from: fc.nat(12), length: fc.nat(6), on: fc.boolean() }),
  fc.record({ kind: fc.constant('insert' as const), from: fc.nat(12), text: fc.constantFrom('я', 'ёж', 'z') }),
  fc.record({ kind: fc.constant('delete' as const), from: fc.nat(12), length: fc.nat(4) }),
  fc.record({
    kind: fc.constant('replace' as const),
    from: fc.nat(12),
    length: fc.nat(4),
    text: fc.constantFrom('', 'дом'),
  }),
);

test('whatever is done to a text, each letter keeps its place and its looks', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
      const node = newText('Независимая оценка');
      let model: Letters = [...'Независимая оценка'].map((letter) => ({ letter, bold: false }));
      for (const step of changes) {
        const from = Math.min(step.from, model.length);
        const to = 'length' in step ? Math.min(from + step.length, model.length) : from;
        if (step.kind === 'bold' && from < to) {
          setRunAttributes(node, from, to, { BOLD: step.on ? true : null });
          model = model.map((letter, index) => (index >= from && index < to ? { ...letter, bold: step.on } : letter));
        } else if (step.kind === 'insert' && model.length > 0) {
          const { bold } = (model[from - 1] ?? model[from]) as Letters[number];
          insertRunText(node, from, step.text);
          model.splice(from, 0, ...[...step.text].map((letter) => ({ letter, bold })));
        } else if (step.kind === 'delete' && to - from < model.length) {
          deleteRunText(node, from, to);
          model.splice(from, to - from);
        } else if (step.kind === 'replace' && from < to && to - from < model.length) {
          const { bold } = model[from] as Letters[number];
          replaceRunText(node, from, to, step.text);
          model.splice(from, to - from, ...[...step.text].map((letter) => ({ letter, bold })));
        }
      }
      expect(lettersOf(node)).toEqual(model);
      // No two neighbours that look alike are kept apart.
      node.runs.slice(1).forEach((run, index) => {
        expect(run.attributes).not.toEqual(node.runs[index]?.attributes);
      });
    }),
  );
});
