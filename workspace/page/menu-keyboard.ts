/**
 * Makes the engine's menu bar reachable by keyboard, which it is not by itself: F10 goes to
 * it, left and right move along it, Enter or down opens a menu, Escape goes back to the grid.
 */
export function enterMenusByKeyboard(): void {
  const decorate = (): void => {
    const bar = document.querySelector('.o-topbar-topleft');
    if (!bar || bar.getAttribute('role') === 'menubar') return;
    bar.setAttribute('role', 'menubar');
    bar.setAttribute('aria-label', 'Меню таблицы, F10');
    barItems().forEach((item, index) => {
      item.setAttribute('role', 'menuitem');
      item.setAttribute('aria-haspopup', 'menu');
      item.tabIndex = index === 0 ? 0 : -1;
    });
  };
  decorate();
  new MutationObserver(decorate).observe(document.body, { childList: true, subtree: true });

  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'F10' && !event.shiftKey && !event.ctrlKey && !event.altKey) {
        event.preventDefault();
        event.stopPropagation();
        focusItem(barItems()[0]);
      } else if (event.target instanceof HTMLElement && event.target.matches('.o-topbar-menu')) {
        moveAlong(event, event.target);
      }
    },
    { capture: true },
  );
}

function moveAlong(event: KeyboardEvent, item: HTMLElement): void {
  const items = barItems();
  const at = items.indexOf(item);
  const keys: Record<string, () => void> = {
    ArrowRight: () => focusItem(items[(at + 1) % items.length]),
    ArrowLeft: () => focusItem(items[(at - 1 + items.length) % items.length]),
    Home: () => focusItem(items[0]),
    End: () => focusItem(items.at(-1)),
    ArrowDown: () => openMenu(item),
    Enter: () => openMenu(item),
    ' ': () => openMenu(item),
    Escape: () => item.blur(),
  };
  const action = keys[event.key];
  if (!action) return;
  event.preventDefault();
  event.stopPropagation();
  action();
}

function openMenu(item: HTMLElement): void {
  item.click();
  // The menu is there after the next rendering; down takes its first item.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const menu = document.querySelector('.o-menu-wrapper');
      menu?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    }),
  );
}

function barItems(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('.o-topbar-menu')];
}

function focusItem(item: HTMLElement | undefined): void {
  for (const other of barItems()) other.tabIndex = other === item ? 0 : -1;
  item?.focus();
}
