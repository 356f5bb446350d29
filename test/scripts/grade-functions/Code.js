/**
 * Weighted mean of a range of marks.
 *
 * @param {A2:C10} marks the marks, by rows
 * @param {A1:C1} weights one weight for each column
 * @return {number} a mean for each row
 * @customfunction
 */
function WEIGHTED(marks, weights) {
  const row = weights[0];
  const sum = row.reduce((a, b) => a + b, 0);
  return marks.map((line) => [line.reduce((total, mark, i) => total + mark * row[i], 0) / sum]);
}

/**
 * Working days between two dates, both included.
 *
 * @param {Date} from first day
 * @param {Date} to last day
 * @return {number}
 * @customfunction
 */
function WORKDAYS(from, to) {
  if (!(from instanceof Date) || !(to instanceof Date)) throw new Error('Нужны две даты');
  let count = 0;
  for (const day = new Date(from); day <= to; day.setDate(day.getDate() + 1)) {
    if (day.getDay() !== 0 && day.getDay() !== 6) count += 1;
  }
  return count;
}

/** @customfunction */
function NEXT_DAYS(from, count) {
  return Array.from({ length: count }, (_, i) => [new Date(from.getFullYear(), from.getMonth(), from.getDate() + i)]);
}
