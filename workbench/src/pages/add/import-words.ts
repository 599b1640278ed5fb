import type { Import } from '../../api/index.ts';
import { countOf, numberOf } from '../../words/index.ts';

/** What an import is called: its first inputs, and how many more. */
export function nameOfImport({ inputs }: Import): string {
  const [first = 'nothing', second] = inputs;
  if (inputs.length === 1) return first;
  return inputs.length === 2 ? `${first}, ${second!}` : `${first}, ${second!} and ${numberOf(inputs.length - 2)} more`;
}

/** What has come of it so far, without what is none. */
export function countsInWords({ counts, statements }: Import): string {
  const parts = [
    [counts.added, countOf(counts.added, 'report') + ' added'],
    [counts['new-version'], countOf(counts['new-version'], 'new version')],
    [counts.reread, `${numberOf(counts.reread)} read again`],
    [counts.unchanged, `${numberOf(counts.unchanged)} there already`],
    [counts.failed, `${numberOf(counts.failed)} could not be read`],
  ] as const;
  const said = parts.flatMap(([count, words]) => (count > 0 ? [words] : []));
  if (said.length === 0) return 'nothing came in';
  return [...said, ...(statements > 0 ? [countOf(statements, 'statement')] : [])].join(' · ');
}

/** How it stands, in one sentence. */
export function stateInWords(one: Import): string {
  if (one.state === 'running') return one.waiting ? 'Waits for the import before it.' : 'Being read …';
  if (one.error !== null) return 'Broke off. What was added stays.';
  if (one.state === 'stopped') return 'Stopped. What was added stays.';
  return one.counts.failed > 0 ? 'Done, but not all of it could be read.' : 'Done.';
}

/** How much of it is done, 0 to 1; null where nobody can know, as with addresses. */
export function shareOf({ counts, found, bytes, allBytes }: Import): number | null {
  if (found === null) return null;
  if (allBytes > 0) return Math.min(1, bytes / allBytes);
  const done = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return found > 0 ? Math.min(1, done / found) : null;
}
