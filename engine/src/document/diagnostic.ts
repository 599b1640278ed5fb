import type { Span } from './span.ts';

/** Every code that a diagnostic can bear; `docs/errors.md` explains each. */
export const diagnosticCodes = [
  'charset-guessed',
  'date-in-future',
  'date-unreadable',
  'no-article',
  'no-letters',
  'not-english',
  'unclosed-quotation',
] as const;

export type DiagnosticCode = (typeof diagnosticCodes)[number];

/** What a text made difficult. It never stops the reading. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly message: string;
  /** Where in the document, or `null` where it concerns all of it. */
  readonly span: Span | null;
}
