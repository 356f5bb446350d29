/**
 * Says what the engine's fields are for, and puts them into the order of the page: it gives
 * them neither names nor a natural tab order.
 */
const NAMES: readonly (readonly [selector: string, name: string])[] = [
  ['.o-named-range-selector-container input', 'Ячейка или диапазон'],
  ['[title="Масштаб"] input', 'Масштаб, проценты'],
  ['[title="Размер шрифта"] input', 'Размер шрифта'],
  ['.o-grid-add-rows-input', 'Сколько строк добавить'],
  ['.o-topbar-composer .o-composer', 'Строка формул'],
  ['.o-bottom-bar-composer .o-composer', 'Строка формул'],
  ['.o-grid-composer .o-composer', 'Содержимое ячейки'],
  ['.o-composer', 'Содержимое ячейки'],
];

export function nameFields(): void {
  const name = (): void => {
    for (const [selector, label] of NAMES) {
      for (const field of document.querySelectorAll(`${selector}:not([aria-label])`)) {
        field.setAttribute('aria-label', label);
        if (field.matches('.o-composer')) field.setAttribute('role', 'textbox');
      }
    }
    for (const field of document.querySelectorAll<HTMLElement>('#grid [tabindex="1"]')) field.tabIndex = 0;
  };
  name();
  new MutationObserver(name).observe(document.body, { childList: true, subtree: true });
}
