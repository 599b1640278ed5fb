import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Collected } from './raw-report.ts';

/** A path in one spelling, from wherever it is named: absolute, and without links as far as something is there. */
export async function absolute(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    return resolve(path);
  }
}

/** With the place of what a file holds; a page that the file led to has one of its own. */
export function placed(collected: Collected, path: string, place: string): Collected {
  const told = collected.kind === 'report' ? collected.report : collected;
  if (told.place !== undefined || !told.origin.startsWith(path)) return collected;
  const own = place + told.origin.slice(path.length);
  if (collected.kind === 'failure') return { ...collected, place: own };
  return { ...collected, report: { ...collected.report, place: own } };
}
