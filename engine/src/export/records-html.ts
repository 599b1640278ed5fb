import type { Span } from '../document/index.ts';
import type { LedgerRecord, RecordedReport, StatementRecord } from '../record/index.ts';
import { escapeHtml } from './escape-html.ts';
import type { ExportOptions } from './export-options.ts';
import { groupReports, type ReportRecords } from './group-reports.ts';
import { inChunks } from './in-chunks.ts';
import { markedSentence } from './marked-sentence.ts';
import { sentenceOf, wordsWithin } from './record-columns.ts';
import { recordsStyle } from './records-style.ts';
import { pageMark } from './report-html.ts';
import { toWordsOf } from './text-fragment.ts';
import { webAddress } from './web-address.ts';

/** Should anything of a report ever be taken for markup, it could still load nothing and run nothing. */
const contentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

type Options = Pick<ExportOptions, 'query' | 'when'>;

/**
 * Writes one self-contained page of records, report by report, for whoever has to check them: each sentence with its source, cue and
 * content marked, who says it and how, where it stands in which text, and a link to these words on the page. It has no script, loads
 * nothing, and prints well. Its foot says what was exported.
 */
export function recordsAsHtml(records: AsyncIterable<LedgerRecord>, options: Options = {}): AsyncGenerator<string> {
  return inChunks(page(records, options));
}

async function* page(
  records: AsyncIterable<LedgerRecord>,
  { query, when = new Date() }: Options,
): AsyncGenerator<string> {
  const title = query ? `Statements: ${query}` : 'Statements';
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
${pageMark}
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} – According</title>
<style>${recordsStyle}</style>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
<p class="legend"><mark class="source">source</mark> <mark class="cue">cue</mark> <mark class="content">content</mark></p>
<main>
`;
  const counts = { reports: 0, statements: 0, clauses: 0 };
  const models = new Set<string>();
  for await (const group of groupReports(records)) {
    counts.reports++;
    yield heading(group.report);
    const speakers = speakersOf(group);
    for (const record of group.records) {
      counts[record.kind === 'statement' ? 'statements' : 'clauses']++;
      models.add(`${record.model.name} ${record.model.version}`);
      yield item(record, speakers);
    }
    yield '</ol>\n</section>\n';
  }
  const told = [
    `${counts.statements} statements and ${counts.clauses} clauses in the reports’ own voice, from ${counts.reports} reports`,
    query ? `query: ${query}` : 'query: none, everything',
    `read by: ${[...models].join(', ') || 'no network'}`,
    `exported: ${when.toISOString()}`,
  ];
  yield `</main>
<footer>
${told.map((line) => `<p>${escapeHtml(line)}</p>`).join('\n')}
<p>Offsets are half-open ranges of UTF-16 code units of the text with the SHA-256 given. The page shows who says what in which words, and judges none of it.</p>
</footer>
</body>
</html>
`;
}

function heading({ title, publisher, date, dateOrigin, url, version, sha256 }: RecordedReport): string {
  const address = webAddress(url);
  const about = [
    publisher && escapeHtml(publisher),
    date === null ? 'no date' : `${escapeHtml(date)} (date: ${escapeHtml(dateOrigin)})`,
    version > 1 ? `version ${version}` : null,
    address === null
      ? url && escapeHtml(url)
      : `<a class="page" href="${escapeHtml(address)}" rel="noreferrer">original page</a>`,
  ].filter((part) => part !== null && part !== '');
  return `<section>
<h2>${escapeHtml(title ?? 'Report without a title')}</h2>
<p class="about">${about.join(' · ')}</p>
<p class="hash">SHA-256 ${escapeHtml(sha256)}</p>
<ol>
`;
}

function item(record: LedgerRecord, speakers: ReadonlyMap<string, string>): string {
  const sentence = sentenceOf(record);
  const address = webAddress(record.report.url);
  const link =
    address === null
      ? ''
      : ` · <a href="${escapeHtml(toWordsOf(address, sentence.text))}" rel="noreferrer">these words on the page</a>`;
  const own = record.kind === 'own-voice';
  const lines = own
    ? ['<p class="facts"><span class="who">The report itself</span> · own voice</p>']
    : [factsOf(record), ...circumstancesOf(record), ...disputesOf(record, speakers)];
  const offsets = own ? [] : (['source', 'cue', 'content'] as const).map((role) => place(role, record[role]));
  const places = [...offsets.filter((part) => part !== ''), place(own ? 'clause' : 'sentence', [sentence])];
  return `<li id="${anchor(record.id)}">
${lines[0]}
<blockquote>${own ? escapeHtml(sentence.text) : markedSentence(record)}</blockquote>
${lines.slice(1).join('\n')}
<p class="facts">${places.join(' · ')}${link} · <a href="#${anchor(record.id)}">${escapeHtml(record.id)}</a></p>
</li>
`;
}

function factsOf(statement: StatementRecord): string {
  const { entity, sourceType, stance, distance, quotation, confidence } = statement;
  const named = nameOf(statement);
  const also = entity === null || entity.name === named ? '' : ` (${escapeHtml(entity.name)})`;
  const facts = [sourceType, stance, distance, quotation].map(escapeHtml).join(' · ');
  return `<p class="facts"><span class="who">${escapeHtml(named)}</span>${also} · ${facts} · confidence ${Math.round(confidence * 100)} %</p>`;
}

function circumstancesOf(statement: StatementRecord): string[] {
  const { addressee, said } = statement;
  const time = wordsWithin(statement, said?.time?.span);
  const date = said?.time?.date ?? null;
  const known = [
    addressee && `to: ${addressee}`,
    (time ?? date) === null
      ? null
      : `when: ${[time, date && (time === null ? date : `(${date})`)].filter(Boolean).join(' ')}`,
    prefixed('where: ', wordsWithin(statement, said?.place)),
    prefixed('on what occasion: ', wordsWithin(statement, said?.occasion)),
  ].filter((part) => part !== null && part !== '');
  return known.length === 0 ? [] : [`<p class="facts">${escapeHtml(known.join(' · '))}</p>`];
}

function prefixed(prefix: string, words: string | null): string | null {
  return words && prefix + words;
}

/** Who says each statement of a report, by the statement's id. */
function speakersOf({ records }: ReportRecords): ReadonlyMap<string, string> {
  return new Map(
    records.flatMap((record) => (record.kind === 'statement' ? [[record.id, nameOf(record)] as const] : [])),
  );
}

function nameOf({ speaker, words }: StatementRecord): string {
  return speaker ?? (words.source || 'nobody named');
}

/** Disputes, with a link where the other statement stands on this page under the same report. */
function disputesOf({ disputes, disputedBy }: StatementRecord, speakers: ReadonlyMap<string, string>): string[] {
  const named = (id: string): string => {
    const speaker = speakers.get(id);
    return speaker === undefined
      ? escapeHtml(id)
      : `<a href="#${anchor(id)}">${escapeHtml(speaker)}</a> (${escapeHtml(id)})`;
  };
  const line = (words: string, ids: readonly string[]): string[] =>
    ids.length === 0 ? [] : [`<p class="facts against">${words} ${ids.map(named).join(', ')}</p>`];
  return [...line('disputes', disputes), ...line('disputed by', disputedBy)];
}

function place(name: string, spans: readonly Span[]): string {
  if (spans.length === 0) return '';
  return `${name} ${spans.map(({ start, end }) => `${start}–${end}`).join(', ')}`;
}

/** An id of the ledger as the id of an element, to which a link leads as it stands: no spaces, nothing to escape. */
function anchor(id: string): string {
  return `r-${encodeURIComponent(id.toWellFormed()).replaceAll('%', '.').replaceAll("'", '.27')}`;
}
