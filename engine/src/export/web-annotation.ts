import { roles } from '../attribution/index.ts';
import { charOffsets, type CharOffsets, type Span } from '../document/index.ts';
import type { LedgerRecord, RecordedReport } from '../record/index.ts';
import type { ExportOptions } from './export-options.ts';
import { groupReports } from './group-reports.ts';
import { inChunks } from './in-chunks.ts';
import { ownContext, urnOf } from './json-ld.ts';
import { rounded } from './record-columns.ts';
import { webAddress } from './web-address.ts';

const context = ['http://www.w3.org/ns/anno.jsonld', ownContext] as const;

/** Code units of text before and behind a quotation, by which it is found again where the page has changed. */
const surroundings = 32;

type Options = Pick<ExportOptions, 'textOf' | 'query' | 'when'>;

/**
 * Writes records as a W3C Web Annotation collection (JSON-LD): an annotation for each, whose targets are the spans of its roles, found by
 * position (in code points) and by quotation.
 *
 * A position refers to the stored text, not to the page's HTML: the target's state names that text by its hash. Where a report has no
 * address on the web, that text is the source itself.
 */
export function recordsAsWebAnnotation(records: AsyncIterable<LedgerRecord>, options: Options): AsyncGenerator<string> {
  return inChunks(collection(records, options));
}

/** The same annotations, each a JSON-LD document of its own on a line of its own. */
export function recordsAsWebAnnotationLines(
  records: AsyncIterable<LedgerRecord>,
  options: Pick<Options, 'textOf'>,
): AsyncGenerator<string> {
  return inChunks(lines(records, options));
}

async function* lines(records: AsyncIterable<LedgerRecord>, options: Pick<Options, 'textOf'>): AsyncGenerator<string> {
  for await (const annotation of annotations(records, options)) {
    yield `${JSON.stringify({ '@context': context, ...annotation })}\n`;
  }
}

async function* collection(records: AsyncIterable<LedgerRecord>, options: Options): AsyncGenerator<string> {
  const { query, when = new Date() } = options;
  const id = urnOf('export', when.toISOString());
  const page = `${id}:page-1`;
  const head = { '@context': context, id, type: 'AnnotationCollection', label: query || 'According', last: page };
  const first = { id: page, type: 'AnnotationPage', startIndex: 0 };
  yield `${JSON.stringify(head).slice(0, -1)},"first":${JSON.stringify(first).slice(0, -1)},"items":[`;
  let total = 0;
  for await (const annotation of annotations(records, options)) {
    yield `${total++ === 0 ? '' : ','}\n${JSON.stringify(annotation)}`;
  }
  // How many there are is known only now; keys of JSON have no order.
  yield `\n]},"total":${total}}\n`;
}

async function* annotations(
  records: AsyncIterable<LedgerRecord>,
  { textOf }: Pick<Options, 'textOf'>,
): AsyncGenerator<object> {
  for await (const group of groupReports(records)) {
    const text = await textOf(group.report.sha256);
    const offsets = charOffsets(text);
    for (const record of group.records) yield annotationOf(record, text, offsets);
  }
}

function annotationOf(record: LedgerRecord, text: string, offsets: CharOffsets): object {
  const { name, version } = record.model;
  const spans: readonly (readonly [role: string, span: Span])[] =
    record.kind === 'statement'
      ? roles.flatMap((role) => record[role].map((span) => [role, span] as const))
      : [['own-voice', record.span]];
  return {
    id: urnOf('record', record.id),
    type: 'Annotation',
    motivation: 'classifying',
    generator: { id: urnOf('model', `${name} ${version}`), type: 'Software', name: `${name} ${version}` },
    body: bodiesOf(record),
    target: spans.map(([role, span]) => ({
      type: 'SpecificResource',
      'according:role': role,
      ...sourceOf(record.report),
      selector: selectorsOf(text, span, offsets),
    })),
  };
}

/** Which text it is: on the web, in the version with this hash; or, without an address, the text itself. */
function sourceOf(report: RecordedReport): object {
  const stored = urnOf('text', report.sha256);
  const address = webAddress(report.url);
  const known = {
    'according:sha256': report.sha256,
    ...(report.publisher !== null && { 'according:outlet': report.publisher }),
    ...(report.date !== null && { 'according:date': report.date }),
  };
  if (address === null) return { source: stored, ...known };
  return { source: address, state: { type: 'TimeState', cached: stored }, ...known };
}

function selectorsOf(text: string, { start, end }: Span, offsets: CharOffsets): object[] {
  const prefix = text.slice(Math.max(0, start - surroundings), start).replace(/^[\udc00-\udfff]/u, '');
  const suffix = text.slice(end, end + surroundings).replace(/[\ud800-\udbff]$/u, '');
  return [
    { type: 'TextPositionSelector', start: offsets.toCodePoint(start), end: offsets.toCodePoint(end) },
    {
      type: 'TextQuoteSelector',
      exact: text.slice(start, end),
      ...(prefix !== '' && { prefix }),
      ...(suffix !== '' && { suffix }),
    },
  ];
}

function bodiesOf(record: LedgerRecord): object[] {
  if (record.kind === 'own-voice') return [tag('kind', 'own-voice')];
  const { speaker, entity, stance, distance, quotation, sourceType, confidence, disputes, disputedBy, addressee } =
    record;
  const named = (key: string, value: string): object => ({ ...tag(key, value), purpose: 'identifying' });
  const link = (relation: string, id: string): object => ({
    type: 'SpecificResource',
    purpose: 'linking',
    source: urnOf('record', id),
    'according:relation': relation,
  });
  return [
    ...(speaker === null ? [] : [named('speaker', speaker)]),
    ...(entity === null ? [] : [named('entity', entity.name)]),
    tag('stance', stance),
    tag('distance', distance),
    tag('quotation', quotation),
    tag('sourceType', sourceType),
    tag('confidence', String(rounded(confidence))),
    ...(addressee === null ? [] : [named('addressee', addressee)]),
    ...disputes.map((id) => link('disputes', id)),
    ...disputedBy.map((id) => link('disputedBy', id)),
  ];
}

/** What the value is a value of stands beside it. */
function tag(key: string, value: string): object {
  return { type: 'TextualBody', purpose: 'tagging', format: 'text/plain', value, 'according:key': key };
}
