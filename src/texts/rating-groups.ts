/** «Нельзя различить: …»: groups of institutions whose places chance may have dealt. */
export function groupsText(groups: readonly (readonly string[])[], institutions: number): string {
  if (institutions < 2) return '';
  if (groups.length === 0) return 'Места всех учреждений различимы с заданной доверительной вероятностью.';
  const [only] = groups;
  if (groups.length === 1 && only!.length === institutions) {
    return 'Нельзя различить ни одно из учреждений: порядок мест может быть случайным.';
  }
  return `Нельзя различить: ${groups.map((names) => names.join(', ')).join('; ')}. Внутри группы порядок мест может быть случайным.`;
}
