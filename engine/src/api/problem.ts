import { z } from '@hono/zod-openapi';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { errorCodes, type AccordingError, type ErrorCode } from '../errors.ts';

/** An error as RFC 9457 has it, with the code by which programs tell it. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ErrorCode;
}

export const problemSchema: z.ZodType<Problem, Problem> = z
  .object({
    type: z.string().describe('where the code is explained'),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.enum(errorCodes),
  })
  .openapi('Problem');

export const problemType = 'application/problem+json';

const titles: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'A token is needed',
  403: 'Refused',
  404: 'Not found',
  405: 'Method not allowed',
  408: 'Too slow',
  413: 'Too large',
  429: 'Too many requests',
  500: 'Unforeseen error',
  503: 'Not available now',
  504: 'The query takes too long',
};

const statuses: Partial<Record<ErrorCode, ContentfulStatusCode>> = {
  'host-refused': 403,
  'ledger-busy': 503,
  'ledger-unreachable': 503,
  'ledger-unwritable': 503,
  'method-not-allowed': 405,
  'model-invalid': 503,
  'model-missing': 503,
  'not-found': 404,
  'origin-refused': 403,
  'query-too-slow': 504,
  'request-too-large': 413,
  'request-too-slow': 408,
  'role-missing': 403,
  'runtime-missing': 503,
  'server-busy': 503,
  'token-invalid': 401,
  'token-missing': 401,
  'too-many-requests': 429,
  internal: 500,
};

/** The status that an error of this code has: what is not the server's fault is the request's. */
export function statusOf(code: ErrorCode): ContentfulStatusCode {
  return statuses[code] ?? 400;
}

/** What is told of an error. Of one that nobody foresaw no more than that: its message may hold what is not for everybody. */
export function problemOf({ code, message }: AccordingError): Problem & { readonly status: ContentfulStatusCode } {
  const status = statusOf(code);
  const detail = code === 'internal' ? 'Expected an answer, got an unforeseen error; the server has noted it' : message;
  return { type: `/api/docs#error-${code}`, title: titles[status] ?? 'Error', status, detail, code };
}

/** The answer that tells an error. */
export function problemResponse(error: AccordingError, headers: Readonly<Record<string, string>> = {}): Response {
  const problem = problemOf(error);
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'content-type': problemType,
      'cache-control': 'no-store',
      ...(problem.status === 401 && { 'www-authenticate': 'Bearer' }),
      ...(problem.status === 429 && { 'retry-after': '10' }),
      ...(problem.status === 503 && { 'retry-after': '5' }),
      ...headers,
    },
  });
}
