/** An answer as long as a cell holds, that a mark must stand before so that it is no formula: a questionnaire is open to all. */
import { MIME } from '../../workspace/kernel/files.ts';
import { readItems } from '../../workspace/services/forms/form-store.ts';
import { submitAnswers } from '../../workspace/services/forms/submission.ts';
import { typeCells } from '../../workspace/services/spreadsheet/person.ts';
import { planDesk, YES } from './plan-desk.ts';

test('is taken with its beginning, and the answers after it are taken too', async () => {
  const desk = await planDesk('План мероприятий на 2026 год', []);
  try {
    const { kernel, containerId } = desk.workspace;
    const register = ['м1', 'Музей', '', 'культура', '', '300', '', '', 'да'];
    typeCells(kernel, containerId, 'Учреждения', 2, 1, [register]);
    await desk.choose(['Опрос', 'Создать анкеты'], [YES]);
    const form = kernel.files.all().find(({ mimeType }) => mimeType === MIME.form)!;
    for (const length of [50_000, 20]) {
      const answers: Record<number, string> = {};
      for (const item of readItems(kernel, form.id)) {
        if ('choices' in item) answers[item.id] = item.choices[0]!.value;
        else if (item.type === 'PARAGRAPH_TEXT') answers[item.id] = `=${'я'.repeat(length - 1)}`;
      }
      submitAnswers(kernel, form.id, answers, {});
      await desk.workspace.settle();
    }
    const kept = desk.records('Ответы').map((row) => row['Вопрос 16']!.replace(/^'/, ''));
    expect(kept.map((text) => text.length)).toEqual([10_000, 20]);
  } finally {
    desk.leave();
  }
}, 60_000);
