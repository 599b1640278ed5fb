import { sql } from 'kysely';
import type { Store } from '../dialect/store.ts';
import { bytesPerMark, codeCount, traitsOf, type TraitName, type Traits } from '../marks.ts';
import { NumberCounts } from '../number-counts.ts';
import type { LedgerQuery } from './ledger-query.ts';
import { datesWithin, inVersionsOf, parseWords, selectHits, storableValues } from './select-hits.ts';
import { mostStatements, statementId } from './statement-id.ts';

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

/** Beyond so many readings all sheets are read in their order, which is faster than finding each. */
const mostSought = 4000;

interface SheetRow {
  readonly reading_id: number;
  readonly publisher: string | null;
  readonly month: string;
  readonly marks: string;
  readonly confidences?: string;
}

/**
 * Counts what a query finds. Reads the sheets of readings, and of statements no more than the numbers of those that have
 * the words: of half a million that takes a tenth of a second, where reading them takes seconds.
 *
 * @param options - `exact`: whether all is counted, however long that takes
 * @throws {AccordingError} `query-invalid`
 */
export async function tally(
  store: Store,
  query: LedgerQuery,
  { speakers: countSpeakers, exact = false }: { readonly speakers: boolean; readonly exact?: boolean },
): Promise<Tally> {
  if (parseWords(query).kind === 'speaker') return tallySpeakers(store, query);
  const { found, share } = await findStatements(store, query, exact);
  const rows = await selectSheets(store, query, found === null ? null : [...found.starts.keys()]);
  const isAccepted = codeFilter(query);
  const least = query.minConfidence ?? null;
  const codes = new Uint32Array(codeCount);
  const [publishers, months, speakers] = [new Map<string, number>(), new Map<string, number>(), new NumberCounts()];
  let count = 0;
  let bytes = Buffer.alloc(4096);
  for (const row of rows) {
    const start = found?.starts.get(row.reading_id);
    if (found !== null && start === undefined) continue;
    if (bytes.length < row.marks.length) bytes = Buffer.alloc(2 * row.marks.length);
    const length = bytes.write(row.marks, 'base64') / bytesPerMark;
    const confidences = least === null ? null : Buffer.from(row.confidences!, 'base64');
    let foundHere = 0;
    const take = (place: number): void => {
      const at = place * bytesPerMark;
      const code = bytes[at]! | (bytes[at + 1]! << 8);
      if (!isAccepted(code)) return;
      if (confidences !== null && confidences.readDoubleLE(place * 8) < least!) return;
      codes[code]!++;
      foundHere++;
      if (!countSpeakers) return;
      const low = (bytes[at + 2]! | (bytes[at + 3]! << 8) | (bytes[at + 4]! << 16) | (bytes[at + 5]! << 24)) >>> 0;
      const high = bytes[at + 6]! | (bytes[at + 7]! << 8);
      if (low !== 0 || high !== 0) speakers.add(low, high);
    };
    if (found === null) for (let place = 0; place < length; place++) take(place);
    else {
      const first = statementId(row.reading_id, 0);
      for (let at = start!; at < found.numbers.length && found.numbers[at]! - first < length; at++)
        take(found.numbers[at]! - first);
    }
    if (foundHere === 0) continue;
    count += foundHere;
    const { publisher, month } = row;
    if (publisher !== null && publisher !== '') raise(publishers, publisher, foundHere);
    if (month !== '') raise(months, month, foundHere);
  }
  const traits = [...codes.entries()].filter(([, n]) => n > 0).map(([code, n]) => [traitsOf(code), n] as const);
  return { count, share, traits, publishers, months, speakers: speakers.toMap() };
}

/** Counts what some speakers said: an index has it by their numbers, with all that is counted. */
async function tallySpeakers(store: Store, query: LedgerQuery): Promise<Tally> {
  const { select } = await selectHits(store, query, { byCode: true });
  const rows = await select
    .select(['appearance.code', 'appearance.speaker_id', 'appearance.publisher'])
    .select(sql<string>`substr(appearance.date, 1, 7)`.as('month'))
    .execute();
  const [codes, publishers, months, speakers] = [new Map<number, number>(), new Map<string, number>(), new Map<string, number>(), new Map<number, number>()]; // prettier-ignore
  for (const { code, speaker_id, publisher, month } of rows) {
    raise(codes, code);
    raise(speakers, speaker_id);
    if (publisher !== null && publisher !== '') raise(publishers, publisher);
    if (month !== '') raise(months, month);
  }
  const traits = Array.from(codes, ([code, n]) => [traitsOf(code), n] as const);
  return { count: rows.length, share: 1, traits, publishers, months, speakers };
}

function raise<Key>(counts: Map<Key, number>, key: Key, by = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

/** Statements by their numbers, in order. */
interface Numbers {
  readonly numbers: ArrayLike<number>;
  /** Where those of a reading begin. */
  readonly starts: ReadonlyMap<number, number>;
}

/** The statements that have the words and speakers that are asked for; null where all may be meant. */
async function findStatements(
  store: Store,
  query: LedgerQuery,
  exact: boolean,
): Promise<{ readonly found: Numbers | null; readonly share: number }> {
  const { kind, match } = parseWords(query);
  switch (kind) {
    case 'none':
      return { found: inOrder([]), share: 1 };
    case 'words': {
      const { numbers, share } = await store.selectMatching(match, { exact });
      return { found: inOrder(numbers), share };
    }
    case 'speaker':
    case 'all':
      return { found: null, share: 1 };
  }
}

function inOrder(found: readonly number[]): Numbers {
  const numbers = Float64Array.from(found).sort();
  const starts = new Map<number, number>();
  let next = 0;
  numbers.forEach((number, index) => {
    if (number < next) return;
    const reading = Math.floor(number / mostStatements);
    starts.set(reading, index);
    next = statementId(reading + 1, 0);
  });
  return { numbers, starts };
}

async function selectSheets(store: Store, query: LedgerQuery, readings: readonly number[] | null): Promise<SheetRow[]> {
  if (readings?.length === 0) return [];
  let select = store.read
    .selectFrom('printing')
    .innerJoin('sheet', 'sheet.reading_id', 'printing.reading_id')
    .select(['printing.reading_id', 'printing.publisher', 'sheet.marks', sql<string>`substr(printing.date, 1, 7)`.as('month')])
    .$castTo<SheetRow>(); // prettier-ignore
  if (readings !== null && readings.length <= mostSought) select = select.where(store.isAmong('printing.reading_id', readings)); // prettier-ignore
  if (query.versions !== 'all') select = select.where('printing.latest', '=', 1);
  if (query.readings !== 'all') select = select.where('printing.current', '=', 1);
  const publishers = storableValues(query.publisher);
  if (publishers !== null) select = select.where('printing.publisher', 'in', publishers);
  if (query.report !== undefined) select = select.where(inVersionsOf('printing.version_id', query.report));
  if (query.minConfidence !== undefined) select = select.select('sheet.confidences');
  for (const condition of datesWithin('printing.date', query)) select = select.where(condition);
  return select.execute();
}

/** Tells whether a query asks for statements that have a code; of the few that occur, each is judged once. */
function codeFilter(query: LedgerQuery): (code: number) => boolean {
  const { kind = 'statement', disputed } = query;
  const asked: (readonly [TraitName, ReadonlySet<string>])[] = [];
  for (const [name, values] of [
    ['source_type', query.sourceType],
    ['stance', query.stance],
    ['distance', query.distance],
    ['quotation', query.quotation],
  ] as const) {
    const wanted = storableValues(values);
    if (wanted !== null) asked.push([name, new Set(wanted)]);
  }
  const judge = (code: number): boolean => {
    const traits = traitsOf(code);
    if (kind !== 'any' && traits.kind !== kind) return false;
    if (disputed === true && traits.disputed === 0) return false;
    return asked.every(([name, values]) => traits[name] !== null && values.has(traits[name]));
  };
  const [no, yes] = [1, 2];
  const judged = new Uint8Array(codeCount);
  return (code) => (judged[code] ||= judge(code) ? yes : no) === yes;
}
