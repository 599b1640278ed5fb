import { AccordingError } from '../errors.ts';

/** The error for what cannot be opened or read, in the system's words without the call and path that Node adds. */
export function unreadable(cause: unknown): AccordingError {
  if (cause instanceof AccordingError) return cause;
  const { code } = cause as NodeJS.ErrnoException;
  const message = cause instanceof Error ? cause.message : String(cause);
  const got =
    code === 'ENOENT' ? 'nothing of that name' : message.replace(/^E[A-Z]+: /u, '').replace(/, \w+( '.*')?$/su, '');
  return new AccordingError('file-unreadable', `Expected a file or folder, got ${got}`, {}, cause);
}
