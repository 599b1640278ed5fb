import type { RecordedReading } from '../../record/index.ts';
import type { Span } from '../../document/index.ts';
import { readingKey } from '../address.ts';
import type { Store } from '../dialect/store.ts';
import type { LedgerDatabase } from '../schema.ts';
import { statementsOf } from './statement-id.ts';

/** What a network found in a text besides its statements; null where it has not read it. */
export async function readTextReading(
  { read }: Store,
  sha256: string,
  model: { readonly name: string; readonly version: string },
): Promise<RecordedReading | null> {
  const key = readingKey(sha256, model);
  const reading = await read
    .selectFrom('reading')
    .select(['id', 'diagnostics'])
    .where('key', '=', key)
    .executeTakeFirst();
  if (reading === undefined) return null;
  const [entities, ownVoice, disputedSpans] = await Promise.all([
    readEntities(read, reading.id),
    readOwnVoice(read, reading.id),
    readDisputedSpans(read, reading.id, key),
  ]);
  const diagnostics = JSON.parse(reading.diagnostics) as RecordedReading['diagnostics'];
  return { entities, ownVoice, disputedSpans, diagnostics };
}

async function readEntities(read: LedgerDatabase, readingId: number): Promise<RecordedReading['entities']> {
  const rows = await read.selectFrom('entity').selectAll().where('reading_id', '=', readingId).execute();
  return rows
    .map(({ label, name, type, mentions, aliases, roles }) => ({
      id: label,
      name,
      type,
      mentions: toSpans(mentions),
      aliases: JSON.parse(aliases) as string[],
      roles: toSpans(roles),
    }))
    .sort((a, b) => byNumber.compare(a.id, b.id));
}

/** `e2` before `e10`. */
const byNumber = new Intl.Collator('en', { numeric: true });

async function readOwnVoice(read: LedgerDatabase, readingId: number): Promise<Span[]> {
  const { first, last } = statementsOf(readingId);
  return read
    .selectFrom('statement')
    .select(['sentence_start as start', 'sentence_end as end'])
    .where('id', '>=', first)
    .where('id', '<=', last)
    .where('kind', '=', 'own-voice')
    .orderBy('id')
    .execute();
}

async function readDisputedSpans(
  read: LedgerDatabase,
  readingId: number,
  key: string,
): Promise<RecordedReading['disputedSpans']> {
  const { first, last } = statementsOf(readingId);
  const rows = await read
    .selectFrom('dispute as d')
    .innerJoin('statement as s', 's.id', 'd.statement_id')
    .select(['s.label', 'd.start', 'd.end'])
    .where('d.statement_id', '>=', first)
    .where('d.statement_id', '<=', last)
    .where('d.start', 'is not', null)
    .orderBy('d.statement_id')
    .orderBy('d.start')
    .execute();
  const spans = new Map<string, Span[]>();
  for (const { label, start, end } of rows) {
    const id = `${key}-${label}`;
    spans.set(id, [...(spans.get(id) ?? []), { start: start!, end: end! }]);
  }
  return spans;
}

function toSpans(json: string): Span[] {
  return (JSON.parse(json) as [number, number][]).map(([start, end]) => ({ start, end }));
}
