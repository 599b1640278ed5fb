import { asAccordingError, type AccordingError } from '../errors.ts';
import type { Collected } from './raw-report.ts';

/** The failure that stands where a report would. */
export function failure(origin: string, error: unknown): Collected {
  const { code, message }: AccordingError = asAccordingError(error);
  return { kind: 'failure', origin, code, message };
}
