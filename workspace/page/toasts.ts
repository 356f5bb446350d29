export interface Toast {
  title?: string;
  message: string;
  /** Negative: until it is closed by hand, as in `Spreadsheet.toast`. */
  timeoutSeconds?: number;
  isError?: boolean;
}

const DEFAULT_SECONDS = 5;

/** A message in the corner, read out by screen readers. */
export function showToast({ title, message, timeoutSeconds = DEFAULT_SECONDS, isError = false }: Toast): void {
  const place = document.getElementById('toasts');
  if (!place) return;
  const toast = document.createElement('div');
  toast.className = isError ? 'toast-card error' : 'toast-card';
  if (title) {
    const heading = document.createElement('strong');
    heading.textContent = title;
    toast.append(heading);
  }
  const text = document.createElement('p');
  text.textContent = message;
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'toast-close';
  close.textContent = '×';
  close.setAttribute('aria-label', 'Закрыть сообщение');
  close.addEventListener('click', () => toast.remove());
  toast.append(text, close);
  place.append(toast);
  if (timeoutSeconds >= 0) setTimeout(() => toast.remove(), timeoutSeconds * 1000);
}
