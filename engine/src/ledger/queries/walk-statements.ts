import { sql } from 'kysely';
import type { Store } from '../dialect/store.ts';
import { bytesPerMark, codeCount, traitsOf, type TraitName } from '../marks.ts';
import { datesWithin } from './dates-within.ts';
import type { LedgerQuery } from './ledger-query.ts';
import { fromOutlets, inVersionsOf, parseWords, selectHits, storable, storableValues } from './select-hits.ts';
import { mostStatements, statementId } from './statement-id.ts';

/** What stands in one version of a report. */
export interface FoundIn {
  readonly versionId: number;
  readonly publisher: string | null;
  /** Empty where there is none. */
  readonly date: string;
}

/**
 * Is told of each statement that is found: where it stands, its code, and its speaker's number by its lower 32 bits and the
 * 16 above them. What stands in one version comes without anything else between, save where speakers are asked for.
 */
export type Visitor = (place: FoundIn, code: number, speakerLow: number, speakerHigh: number) => void;

/** Beyond so many readings all sheets are read in their order, which is faster than finding each. */
const mostSought = 4000;

interface SheetRow extends FoundIn {
  readonly readingId: number;
  readonly marks: string;
  readonly confidences?: string;
}

/**
 * Walks over what a query finds, to count it. Reads the sheets of readings, and of statements no more than the numbers of
 * those that have the words: of half a million that takes a tenth of a second, where reading them takes seconds.
 *
 * @param options - `exact`: whether all is walked over, however long that takes
 * @returns of all that is found, how much was walked over: 1, unless it was too much
 * @throws {AccordingError} `query-invalid`
 */
export async function walkStatements(
  store: Store,
  query: LedgerQuery,
  visit: Visitor,
  { exact = false }: { readonly exact?: boolean } = {},
): Promise<number> {
  if (parseWords(query).kind === 'speaker') {
    await walkSpeakers(store, query, visit);
    return 1;
  }
  const { found, share } = await findStatements(store, query, exact);
  const isNamed = await speakerFilter(store, query);
  const rows = await selectSheets(store, query, found === null ? null : [...found.starts.keys()]);
  const isAccepted = codeFilter(query);
  const least = query.minConfidence ?? null;
  let bytes = Buffer.alloc(4096);
  for (const row of rows) {
    const start = found?.starts.get(row.readingId);
    if (found !== null && start === undefined) continue;
    if (bytes.length < row.marks.length) bytes = Buffer.alloc(2 * row.marks.length);
    const length = bytes.write(row.marks, 'base64') / bytesPerMark;
    const confidences = least === null ? null : Buffer.from(row.confidences!, 'base64');
    const take = (place: number): void => {
      const at = place * bytesPerMark;
      const code = bytes[at]! | (bytes[at + 1]! << 8);
      if (!isAccepted(code)) return;
      if (confidences !== null && confidences.readDoubleLE(place * 8) < least!) return;
      const low = (bytes[at + 2]! | (bytes[at + 3]! << 8) | (bytes[at + 4]! << 16) | (bytes[at + 5]! << 24)) >>> 0;
      const high = bytes[at + 6]! | (bytes[at + 7]! << 8);
      if (isNamed === null || isNamed(low, high)) visit(row, code, low, high);
    };
    if (found === null) for (let place = 0; place < length; place++) take(place);
    else {
      const first = statementId(row.readingId, 0);
      for (let at = start!; at < found.numbers.length && found.numbers[at]! - first < length; at++)
        take(found.numbers[at]! - first);
    }
  }
  return share;
}

/** What some speakers said: an index has it by their numbers, with all that is counted. */
async function walkSpeakers(store: Store, query: LedgerQuery, visit: Visitor): Promise<void> {
  const { select } = await selectHits(store, query, { byCode: true });
  const rows = await select
    .select(['appearance.version_id as versionId', 'appearance.code', 'appearance.speaker_id', 'appearance.publisher'])
    .select(['appearance.date'])
    .execute();
  for (const row of rows) visit(row, row.code, row.speaker_id % 2 ** 32, Math.floor(row.speaker_id / 2 ** 32));
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
    .select(['printing.reading_id as readingId', 'printing.version_id as versionId', 'printing.publisher', 'printing.date', 'sheet.marks'])
    .$castTo<SheetRow>(); // prettier-ignore
  if (readings !== null && readings.length <= mostSought) select = select.where(store.isAmong('printing.reading_id', readings)); // prettier-ignore
  if (query.versions !== 'all') select = select.where('printing.latest', '=', 1);
  if (query.readings !== 'all') select = select.where('printing.current', '=', 1);
  const publishers = storableValues(query.publisher);
  if (publishers !== null) select = select.where(fromOutlets(sql`printing.publisher`, publishers));
  if (query.report !== undefined) select = select.where(inVersionsOf('printing.version_id', query.report));
  if (query.minConfidence !== undefined) select = select.select('sheet.confidences');
  for (const condition of datesWithin(sql`printing.date`, query)) select = select.where(condition);
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

/** Tells whether a speaker bears the name that a query asks for; null where it asks for none. */
async function speakerFilter(
  store: Store,
  { speakerName }: LedgerQuery,
): Promise<((low: number, high: number) => boolean) | null> {
  if (speakerName === undefined) return null;
  if (speakerName === '') return (low, high) => low === 0 && high === 0;
  const rows = await store.read.selectFrom('speaker').select('id').where('name', '=', storable(speakerName)).execute();
  const ids = new Set(rows.map(({ id }) => id));
  return (low, high) => ids.has(high * 2 ** 32 + low);
}
