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

/** Where everything that a query finds can be downloaded as one file. */
export function exportAddress(format: 'csv' | 'xlsx' | 'jsonl' | 'parquet', query: Parameters): string {
  return addressOf('exports', { format, ...query });
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
    throw new ApiError(0, 'no-server', 'The server cannot be reached. Is “according serve” still running?', {
      cause: error,
    });
  }
  if (!response.ok) throw await ApiError.of(response);
  return (response.status === 204 ? undefined : await response.json()) as Answer;
}
