import { statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * The input that a report came from, by its origin: of `reports.zip/may/one.html` the archive, of `reports.jsonl, line 3` the file. Where
 * nothing of it is there any more, the origin itself.
 */
export function inputOf(origin: string): string {
  const place = /, (?:line|row|entry|byte|sheet) [^,/]*$/u.exec(origin);
  const whole = place === null ? origin : origin.slice(0, place.index);
  if (/^https?:\/\//iu.test(whole)) return whole;
  for (let path = whole; path !== dirname(path) && path !== '.'; path = dirname(path)) {
    const found = statSync(path, { throwIfNoEntry: false });
    // A folder that a file is gone from was not what failed.
    if (found !== undefined) return found.isFile() ? path : whole;
  }
  return whole;
}
