import { ApiError } from './api-error.ts';

/** Values of query parameters; what is undefined, null, empty or false is left out, and a list repeats its parameter. */
export type Parameters = Readonly<Record<string, string | number | boolean | readonly string[] | null | undefined>>;

/** Parameters as they stand in an address, in the order given. */
export function searchOf(parameters: Parameters): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (Array.isArray(value)) for (const item of value as readonly string[]) search.append(name, item);
    else if (value !== undefined && value !== null && value !== '' && value !== false)
      search.append(name, String(value));
  }
  return search;
}

/** Asks for `path` under `/api`; throws ApiError. */
export function get<Answer>(path: string, parameters: Parameters = {}, signal?: AbortSignal): Promise<Answer> {
  return ask(addressOf(path, parameters), { signal: signal ?? null });
}

/** Sends JSON, or a form with files; throws ApiError. */
export function send<Answer>(method: 'POST' | 'DELETE', path: string, body?: FormData | object): Promise<Answer> {
  if (body === undefined || body instanceof FormData) return ask(addressOf(path), { method, body: body ?? null });
  return ask(addressOf(path), {
    method,
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
  });
}

/**
 * Sends files, and tells how much of them has gone, 0 to 1: `fetch` tells nothing of that.
 *
 * @param signal - takes back what has been sent so far
 */
export function upload<Answer>(
  path: string,
  form: FormData,
  tell: (share: number) => void,
  signal: AbortSignal,
): Promise<Answer> {
  const request = new XMLHttpRequest();
  return new Promise<Answer>((resolve, reject) => {
    request.upload.addEventListener('progress', ({ loaded, total, lengthComputable }) => {
      if (lengthComputable) tell(loaded / total);
    });
    request.addEventListener('load', () => {
      const { status, statusText, responseText } = request;
      // A status without a body, such as 204, allows none.
      const response = new Response(responseText || null, { status, statusText });
      if (!response.ok) void ApiError.of(response).then(reject);
      else response.json().then((answer) => resolve(answer as Answer), reject);
    });
    request.addEventListener('error', () => reject(noServer()));
    request.addEventListener('abort', () => reject(new DOMException('The upload was stopped.', 'AbortError')));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.open('POST', addressOf(path));
    request.setRequestHeader('Accept', 'application/json');
    request.send(form);
  });
}

/** Where an import tells how far it is, for an `EventSource`. */
export function importEventsAddress(id: string): string {
  return addressOf(`imports/${encodeURIComponent(id)}/events`);
}

/** Where everything that a query finds can be downloaded as one file. */
export function exportAddress(format: 'csv' | 'xlsx' | 'jsonl' | 'parquet', query: Parameters): string {
  return addressOf('exports', { format, ...query });
}

/** Where it can be downloaded which report has which speaker. */
export function exportComparisonAddress(document: readonly string[]): string {
  return addressOf('comparison', { document, format: 'csv' });
}

/** Where one of the tables of an overview can be downloaded. */
export function overviewTableAddress(table: string, query: Parameters): string {
  return addressOf('overview', { format: 'csv', table, ...query });
}

function addressOf(path: string, parameters: Parameters = {}): string {
  const search = searchOf(parameters).toString();
  return `/api/${path}${search && `?${search}`}`;
}

async function ask<Answer>(address: string, init: RequestInit): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(address, { ...init, headers: { Accept: 'application/json', ...init.headers } });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw noServer(error);
  }
  if (!response.ok) throw await ApiError.of(response);
  return (response.status === 204 ? undefined : await response.json()) as Answer;
}

function noServer(cause?: unknown): ApiError {
  return new ApiError(0, 'no-server', 'The server cannot be reached. Is “according serve” still running?', { cause });
}
