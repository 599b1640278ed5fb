import { addressOf, readingKey, reportKey, type ReportFacts } from '../address.ts';
import { canonicalUrl } from '../canonical-url.ts';
import type { Store } from '../dialect/store.ts';
import { hasFailed } from './failures.ts';
import type { AddResult } from './add-report.ts';
import { storableText } from '../statement-rows.ts';

type Model = { readonly name: string; readonly version: string };

/**
 * What a ledger has of a report: all of it, so that nothing is to do; its text, read by this network, but not at this address
 * (`link` it); or nothing that spares reading it.
 */
export type Known = 'report' | 'text' | 'nothing';

/** A text that is to be read again, with what is known of the report it first came from. */
export interface StaleText {
  readonly sha256: string;
  readonly text: string;
  readonly url: string | null;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly date: string | null;
}

export async function whatIsKnown(store: Store, facts: ReportFacts, sha256: string, model: Model): Promise<Known> {
  const reading = await store.read
    .selectFrom('reading as r')
    .innerJoin('text as t', 't.id', 'r.text_id')
    .select('r.text_id')
    .where('t.sha256', '=', sha256)
    .where('r.key', '=', readingKey(sha256, model))
    .executeTakeFirst();
  if (reading === undefined) return 'nothing';
  const version = await store.read
    .selectFrom('version as v')
    .innerJoin('report as p', 'p.id', 'v.report_id')
    .select('v.id')
    .where('v.text_id', '=', reading.text_id)
    .where('p.key', '=', reportKey(storableText(addressOf(facts))))
    .executeTakeFirst();
  if (version === undefined) return 'text';
  // What failed and has come in under another name since is not done with before the failure is taken back.
  const { origin, place = origin } = facts;
  return (await hasFailed(store.read, [origin, place])) ? 'text' : 'report';
}

/** What adding a report would come to, where `whatIsKnown` does not say that all of it is there. */
export async function foretell(store: Store, facts: ReportFacts, sha256: string): Promise<AddResult> {
  const rows = await store.read
    .selectFrom('version as v')
    .innerJoin('report as p', 'p.id', 'v.report_id')
    .innerJoin('text as t', 't.id', 'v.text_id')
    .select('t.sha256')
    .where('p.key', '=', reportKey(storableText(addressOf(facts))))
    .execute();
  if (rows.length === 0) return 'added';
  return rows.some((row) => row.sha256 === sha256) ? 'reread' : 'new-version';
}

/** Whether a report is known by this address. */
export async function hasReportAt(store: Store, url: string): Promise<boolean> {
  const address = canonicalUrl(url);
  if (address === null) return false;
  const row = await store.read
    .selectFrom('report')
    .select('id')
    .where('key', '=', reportKey(storableText(address)))
    .executeTakeFirst();
  return row !== undefined;
}

const pageSize = 20;

/** Texts that a network has not read yet, in the order in which they came. */
export async function* textsUnreadBy(store: Store, model: Model): AsyncGenerator<StaleText> {
  for (let last = 0; ;) {
    const rows = await store.read
      .selectFrom('text as t')
      .select(['t.id', 't.sha256'])
      .where('t.id', '>', last)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('reading as r')
              .select('r.id')
              .whereRef('r.text_id', '=', 't.id')
              .where('r.model_name', '=', model.name)
              .where('r.model_version', '=', model.version),
          ),
        ),
      )
      .orderBy('t.id')
      .limit(pageSize)
      .execute();
    // Text by text: each may be as long as a book.
    for (const { id, sha256 } of rows) {
      const facts = await store.read
        .selectFrom('text as t')
        .leftJoin('version as v', 'v.text_id', 't.id')
        .leftJoin('report as p', 'p.id', 'v.report_id')
        .select(['t.text', 'v.title', 'v.date', 'p.url', 'p.publisher'])
        .where('t.id', '=', id)
        .orderBy('v.id')
        .limit(1)
        .executeTakeFirstOrThrow();
      yield { sha256, ...facts };
    }
    if (rows.length < pageSize) return;
    last = rows.at(-1)!.id;
  }
}
