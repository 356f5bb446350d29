/** What the server said instead of an answer; the message is for the person at the page. */
export class RequestError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** @throws RequestError when the server refused; TypeError when it was not reached */
export async function fetchJson<T>(url: string): Promise<T> {
  return read<T>(await fetch(url, { headers: { accept: 'application/json' } }));
}

/** @throws RequestError when the server refused; TypeError when it was not reached */
export async function postJson<T>(url: string, body: unknown): Promise<T> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
    // The last words of a page that is being closed still arrive.
    keepalive: JSON.stringify(body).length < 60_000,
  });
  return read<T>(response);
}

async function read<T>(response: Response): Promise<T> {
  if (!response.ok) throw new RequestError(response.status, (await response.text()) || response.statusText);
  return (response.status === 204 ? undefined : await response.json()) as T;
}
