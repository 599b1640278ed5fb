import { OpenAPIHono, type z } from '@hono/zod-openapi';
import { AccordingError } from '../errors.ts';
import type { Ledger, TokenHolder } from '../ledger/index.ts';
import type { Gate } from './guards/gate.ts';
import type { Imports, UploadLimits } from './imports/index.ts';
import { problemResponse } from './problem.ts';
import type { Reading } from './reading/reading.ts';

/** What the routes work with. */
export interface Context {
  readonly ledger: Ledger;
  readonly reading: Reading;
  readonly imports: Imports;
  readonly uploads: UploadLimits;
  /** Whether the ledger holds the invented example reports. */
  readonly example: boolean;
  readonly gate: Gate;
  /** Whether tokens are asked for. */
  readonly needsToken: boolean;
}

/** What requests carry with them: who asks, where tokens are asked for. */
export interface ApiEnv {
  readonly Variables: { holder: TokenHolder | null };
}

/** Routes of one resource; what a schema refuses becomes a problem. */
export function resource(): OpenAPIHono<ApiEnv> {
  return new OpenAPIHono<ApiEnv>({
    defaultHook: (result) => {
      if (result.success) return undefined;
      const code = result.target === 'json' || result.target === 'form' ? 'request-invalid' : 'query-invalid';
      return problemResponse(new AccordingError(code, messageOf(result.error)));
    },
  });
}

/** What is wrong, and with which value: the first thing alone, since others often follow from it. */
function messageOf({ issues }: z.ZodError): string {
  const [issue] = issues;
  if (issue === undefined) return 'Expected another request';
  const where = issue.path.join('.');
  const said = issue.message.replace(/^Invalid input: expected/u, 'expected').slice(0, 300);
  return where === '' ? `Expected another request: ${said}` : `Expected another value of “${where}”: ${said}`;
}

/** @throws {AccordingError} `not-found` */
export function found<T>(value: T | null | undefined, what: string): T {
  if (value !== null && value !== undefined) return value;
  throw new AccordingError('not-found', `Expected ${what}, got none of this name`);
}
