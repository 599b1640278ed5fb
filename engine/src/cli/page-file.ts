import { closeSync, openSync, readSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { AccordingError } from '../errors.ts';
import { pageMark } from '../export/index.ts';
import { unwritable } from './write-file.ts';

/** Our pages bear their mark in the head, well within this. */
const headBytes = 1024;

/**
 * Makes sure that writing a page costs nobody a file: `--html *.html` would hand us the first report as the page to write.
 *
 * @throws {AccordingError} `usage` where the file is one of the reports, or holds something that is no page of ours
 */
export function checkPageFile(file: string, reports: readonly string[]): void {
  if (file === '-') return;
  if (reports.some((report) => report !== '-' && resolve(report) === resolve(file))) {
    throw new AccordingError('usage', `Expected --html to name a new file, got “${file}”, one of the reports`, {
      file,
    });
  }
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats?.isDirectory())
    throw new AccordingError('usage', `Expected --html to name a file, got the directory “${file}”`, { file });
  if (!stats?.isFile() || stats.size === 0 || headOf(file).includes(pageMark)) return;
  throw new AccordingError(
    'usage',
    `Expected --html to name a new file, got “${file}”, which holds something else; remove it first`,
    {
      file,
    },
  );
}

/** @throws {AccordingError} `output-unwritable` */
export function writePage(file: string, page: string): void {
  try {
    writeFileSync(file, page);
  } catch (cause) {
    throw unwritable(file, cause);
  }
}

function headOf(file: string): string {
  const head = Buffer.alloc(headBytes);
  const descriptor = openSync(file, 'r');
  try {
    return head.toString('latin1', 0, readSync(descriptor, head, 0, headBytes, 0));
  } finally {
    closeSync(descriptor);
  }
}
