import type { Span } from '../document/index.ts';
import { openLedger, type Facets, type SearchHit, type SearchOrder } from '../ledger/index.ts';
import { exitCode } from './exit-code.ts';
import { Output } from './output.ts';
import { queryOf, type QueryOptions } from './query-options.ts';

export interface SearchCommandOptions extends QueryOptions {
  readonly ledger: string;
  readonly limit: number;
  readonly sort?: SearchOrder;
  readonly cursor?: string;
  readonly facets?: boolean;
  readonly json?: boolean;
}

/** `according search`: finds statements in a ledger. */
export async function search(words: readonly string[], options: SearchCommandOptions): Promise<number> {
  const output = new Output(process.stdout);
  const ledger = await openLedger(options.ledger, { create: false });
  try {
    const query = queryOf(words, options);
    const { limit, sort, cursor } = options;
    const page = await ledger.search(query, { limit, sort, cursor: cursor ?? null });
    const facets = options.facets === true ? await ledger.facets(query, { most: 10 }) : null;
    if (options.json === true) await output.write(JSON.stringify({ ...page, facets }) + '\n');
    else {
      const count = facets?.count ?? (await ledger.count(query));
      const emphasis = process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined;
      const about = facets?.exact === false ? 'about ' : '';
      await output.write(`${about}${count.toLocaleString('en')} ${count === 1 ? 'record' : 'records'}\n\n`);
      for (const hit of page.hits) await output.write(hitLines(hit, emphasis));
      if (facets !== null) await output.write(facetLines(facets));
      if (page.next !== null) await output.write(`More with: --cursor ${page.next}\n`);
    }
  } finally {
    await ledger.close();
  }
  return exitCode.ok;
}

/** A hit as people read it: whose word, the sentence with what was looked for, where it stands. */
export function hitLines({ record, matches }: SearchHit, emphasis: boolean): string {
  const { title, publisher, date, url, sha256 } = record.report;
  const whose =
    record.kind === 'own-voice'
      ? 'in the report’s own voice'
      : `${record.speaker ?? 'nobody named'} · ${record.stance}${record.distance === 'neutral' ? '' : ` · ${record.distance}`}${record.disputedBy.length > 0 ? ' · disputed' : ''}`;
  const { text, start } = record.kind === 'own-voice' ? record.span : record.sentence;
  const where = [publisher, date, title].filter((part) => part !== null).join(' · ');
  return [
    shown(whose),
    `  ${shown(marked(text, matches, emphasis))}`,
    ...(where === '' ? [] : [`  ${shown(where)}`]),
    `  ${shown(url ?? `text ${sha256.slice(0, 12)}`)}, character ${start.toLocaleString('en')}`,
    '',
    '',
  ].join('\n');
}

/** Text with its matches in marks: bold on a terminal, else between asterisks. */
function marked(text: string, matches: readonly Span[], emphasis: boolean): string {
  const [open, close] = emphasis ? ['\u0001', '\u0002'] : ['*', '*'];
  let [made, at] = ['', 0];
  for (const { start, end } of matches) {
    made += text.slice(at, start) + open + text.slice(start, end) + close;
    at = end;
  }
  return made + text.slice(at);
}

/** On one line, without what could move the cursor or recolour the terminal. */
function shown(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (control) =>
      control === '\u0001' ? '\u001b[1m' : control === '\u0002' ? '\u001b[22m' : '\u2426',
    );
}

function facetLines(facets: Facets): string {
  const names = ['speaker', 'publisher', 'sourceType', 'stance', 'distance', 'quotation', 'month'] as const;
  return (
    names
      .filter((name) => facets[name].length > 0)
      .map(
        (name) =>
          `${name}\n${facets[name].map(({ value, count }) => `  ${String(count).padStart(7)}  ${shown(value)}`).join('\n')}`,
      )
      .join('\n') + '\n'
  );
}
