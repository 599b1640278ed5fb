import type { RecordedReport, RoleOfSpeaker } from '../../record/index.ts';
import { foldWords } from '../words.ts';

/** What a report calls a speaker besides its names. */
export interface Naming {
  /** JSON: `[start, end]` of each role. */
  readonly roles: string;
  /** Empty where the report has none. */
  readonly date: string;
}

interface PrintedNaming extends Naming {
  readonly report: RecordedReport;
  readonly text: string;
}

/** Words beyond which roles are taken for the same. */
const mostWords = 30;

/** Gathers roles over reports, the newest first; those that differ by case, accents or signs alone are one. */
export function rolesIn(namings: readonly PrintedNaming[]): RoleOfSpeaker[] {
  const gathered = new Map<string, RoleOfSpeaker & { readonly ids: Set<string> }>();
  for (const { roles, date, report, text } of namings) {
    for (const [start, end] of JSON.parse(roles) as [number, number][]) {
      const words = text.slice(start, end);
      const key = foldWords(words, mostWords);
      if (key === '') continue;
      const known = gathered.get(key);
      const day = date === '' ? null : date;
      const ids = (known?.ids ?? new Set<string>()).add(report.id);
      gathered.set(key, {
        text: known?.text ?? words,
        example: known?.example ?? { report, start, end },
        ids,
        reports: ids.size,
        firstDate: earlier(known?.firstDate ?? null, day),
        lastDate: later(known?.lastDate ?? null, day),
      });
    }
  }
  return Array.from(gathered.values(), ({ ids: _ids, ...role }) => role).sort(
    (a, b) => compare(b.lastDate ?? '', a.lastDate ?? '') || b.reports - a.reports || compare(a.text, b.text),
  );
}

function earlier(a: string | null, b: string | null): string | null {
  return a === null || b === null ? (a ?? b) : a < b ? a : b;
}

function later(a: string | null, b: string | null): string | null {
  return a === null || b === null ? (a ?? b) : a > b ? a : b;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
