/**
 * Where «Нет» leads in the questionnaire of Минтруд 675н, by the ids of its own numbering.
 * Apart from the texts, so that counting answers in a formula does not carry them.
 */
export const BRANCHES: Readonly<Record<string, string>> = { q1: 'q3', q3: 'q5', q7: 'q9', q11: 'q13' };
