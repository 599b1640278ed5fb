import type { Store } from '../dialect/store.ts';
import { codeCount, traitsOf, type Traits } from '../marks.ts';
import { NumberCounts } from '../number-counts.ts';
import type { LedgerQuery } from './ledger-query.ts';
import { walkStatements, type FoundIn } from './walk-statements.ts';

/** How often what stands in what a query finds. */
export interface Tally {
  readonly count: number;
  /** Of all that is found, how much was counted: 1, unless it was too much. */
  readonly share: number;
  readonly traits: readonly (readonly [Traits, number])[];
  readonly publishers: ReadonlyMap<string, number>;
  readonly months: ReadonlyMap<string, number>;
  /** By the speakers' numbers; empty where they are not asked for. */
  readonly speakers: ReadonlyMap<number, number>;
}

/**
 * Counts what a query finds.
 *
 * @param options - `exact`: whether all is counted, however long that takes
 * @throws {AccordingError} `query-invalid`
 */
export async function tally(
  store: Store,
  query: LedgerQuery,
  { speakers: countSpeakers, exact = false }: { readonly speakers: boolean; readonly exact?: boolean },
): Promise<Tally> {
  const codes = new Uint32Array(codeCount);
  const [publishers, months, speakers] = [new Map<string, number>(), new Map<string, number>(), new NumberCounts()];
  let [place, foundHere, count]: [FoundIn | null, number, number] = [null, 0, 0];
  const leave = (): void => {
    if (place === null || foundHere === 0) return;
    count += foundHere;
    if (place.publisher !== null && place.publisher !== '') raise(publishers, place.publisher, foundHere);
    if (place.date !== '') raise(months, place.date.slice(0, 7), foundHere);
  };
  const share = await walkStatements(
    store,
    query,
    (found, code, low, high) => {
      if (found !== place) {
        leave();
        [place, foundHere] = [found, 0];
      }
      foundHere++;
      codes[code]!++;
      if (countSpeakers && (low !== 0 || high !== 0)) speakers.add(low, high);
    },
    { exact },
  );
  leave();
  const traits = [...codes.entries()].filter(([, n]) => n > 0).map(([code, n]) => [traitsOf(code), n] as const);
  return { count, share, traits, publishers, months, speakers: speakers.toMap() };
}

function raise(counts: Map<string, number>, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}
