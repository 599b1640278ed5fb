/**
 * An error whose cause lies with the caller or the surroundings, never with the wording of a report.
 *
 * `code` is stable and documented in `docs/errors.md`; `details` holds the offending values.
 */
export class AccordingError extends Error {
  override readonly name = 'AccordingError';
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, details: Readonly<Record<string, unknown>> = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.details = details;
  }
}

/** Every code that an error can bear. */
export const errorCodes = [
  'address-invalid',
  'address-private',
  'address-unusable',
  'archive-invalid',
  'archive-too-large',
  'binary-input',
  'column-missing',
  'document-invalid',
  'document-too-large',
  'empty-input',
  'feed-invalid',
  'fetch-failed',
  'file-unreadable',
  'format-unsupported',
  'host-refused',
  'internal',
  'json-invalid',
  'ledger-busy',
  'ledger-invalid',
  'ledger-missing',
  'ledger-newer',
  'ledger-unreachable',
  'ledger-unwritable',
  'line-too-long',
  'method-not-allowed',
  'model-invalid',
  'model-missing',
  'not-found',
  'nothing-found',
  'origin-refused',
  'output-unwritable',
  'pdf-encrypted',
  'pdf-unreadable',
  'query-invalid',
  'query-too-slow',
  'redirect-loop',
  'request-invalid',
  'request-too-large',
  'request-too-slow',
  'robots-disallowed',
  'role-missing',
  'row-invalid',
  'runtime-missing',
  'server-busy',
  'sitemap-invalid',
  'spreadsheet-invalid',
  'text-missing',
  'token-invalid',
  'token-missing',
  'token-name-taken',
  'too-many-addresses',
  'too-many-requests',
  'usage',
  'warc-invalid',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** How a message names a value of the wrong kind: “a number”, “a list”. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return value === null ? 'null' : 'nothing';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** The error itself where it is ours, else one of code `internal` that wraps it. */
export function asAccordingError(error: unknown): AccordingError {
  if (error instanceof AccordingError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new AccordingError(
    'internal',
    `Expected the report to be read, got an unforeseen error: ${message}`,
    {},
    error,
  );
}
