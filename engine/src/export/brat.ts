import { distances, quotationForms, roles, sourceTypes, stances } from '../attribution/index.ts';
import type { LedgerRecord, RecordedReport, StatementRecord } from '../record/index.ts';
import { bratFragments, bratText, type Fragments } from './brat-text.ts';
import type { ExportOptions } from './export-options.ts';
import { groupReports } from './group-reports.ts';
import { rounded } from './record-columns.ts';
import { zipStream } from './zip-stream.ts';

/** A file of a folder; its name has no folder and is safe on every system. */
export interface ExportedFile {
  readonly name: string;
  readonly contents: string;
}

const anchors = 'Cue|Content|Source';

/** What brat has to know of our types to show them. */
const configuration = `[entities]
Source
Cue
Content
OwnVoice

[relations]
SourceOf\tArg1:Source, Arg2:Cue|Content
ContentOf\tArg1:Content, Arg2:Cue
Disputes\tArg1:${anchors}, Arg2:${anchors}

[events]

[attributes]
Stance\tArg:${anchors}, Value:${stances.join('|')}
Distance\tArg:${anchors}, Value:${distances.join('|')}
Quotation\tArg:${anchors}, Value:${quotationForms.join('|')}
SourceType\tArg:${anchors}, Value:${sourceTypes.join('|')}
`;

/**
 * Writes records as brat's standoff files: `annotation.conf`, then for each report its text and its annotations. The text is that of
 * `bratText`, with which every offset counts the same characters as without; brat counts them in code points.
 *
 * A statement has a text-bound annotation for each role, tied to its cue; attributes and a note (its id, speaker, confidence and where the
 * report is found) stand at the cue, or at what stands for it. A dispute is written where both statements are there.
 */
export async function* bratFiles(
  records: AsyncIterable<LedgerRecord>,
  { textOf }: Pick<ExportOptions, 'textOf'>,
): AsyncGenerator<ExportedFile> {
  yield { name: 'annotation.conf', contents: configuration };
  let number = 0;
  for await (const group of groupReports(records)) {
    const text = bratText(await textOf(group.report.sha256));
    const name = fileName(group.report, ++number);
    yield { name: `${name}.txt`, contents: text };
    yield { name: `${name}.ann`, contents: annotationsOf(group.records, bratFragments(text)) };
  }
}

/** The files of `bratFiles` in a zip. For very many reports a folder is better: readers of zips hold the list of all files. */
export function recordsAsBrat(
  records: AsyncIterable<LedgerRecord>,
  options: Pick<ExportOptions, 'textOf' | 'when'>,
): AsyncGenerator<Uint8Array> {
  return zipStream(bratFiles(records, options), options);
}

/** Begins with a number, so that no two are the same and none is a word that a system keeps for itself. */
function fileName({ publisher, title, id }: RecordedReport, number: number): string {
  const told = [publisher, title].filter((part) => part !== null).join(' ') || id;
  const words = told
    .slice(0, 200)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .slice(0, 60)
    .replace(/^-|-$/gu, '');
  return `${String(number).padStart(6, '0')}${words && `-${words}`}`;
}

function annotationsOf(records: readonly LedgerRecord[], fragments: Fragments): string {
  const lines: string[] = [];
  const counts = { T: 0, R: 0, A: 0, '#': 0 };
  const add = (kind: keyof typeof counts, rest: string): string => {
    const id = `${kind}${++counts[kind]}`;
    lines.push(`${id}\t${rest}\n`);
    return id;
  };
  const bind = (type: string, spans: Parameters<Fragments>[0]): string | null => {
    const written = fragments(spans);
    return written === null ? null : add('T', `${type} ${written}`);
  };
  const anchorOf = new Map<string, string>();
  for (const record of records) {
    if (record.kind === 'own-voice') {
      const bound = bind('OwnVoice', [record.span]);
      if (bound !== null) add('#', `AnnotatorNotes ${bound}\t${note(record)}`);
      continue;
    }
    const [source, cue, content] = roles.map((role) => bind(typeNames[role], record[role]));
    const anchor = cue ?? content ?? source;
    if (!anchor) continue;
    anchorOf.set(record.id, anchor);
    if (source && source !== anchor) add('R', `SourceOf Arg1:${source} Arg2:${anchor}`);
    if (content && content !== anchor) add('R', `ContentOf Arg1:${content} Arg2:${anchor}`);
    add('A', `Stance ${anchor} ${record.stance}`);
    add('A', `Distance ${anchor} ${record.distance}`);
    add('A', `Quotation ${anchor} ${record.quotation}`);
    add('A', `SourceType ${anchor} ${record.sourceType}`);
    add('#', `AnnotatorNotes ${anchor}\t${note(record)}`);
  }
  for (const record of records) {
    const from = anchorOf.get(record.id);
    if (record.kind !== 'statement' || from === undefined) continue;
    for (const disputed of record.disputes) {
      const to = anchorOf.get(disputed);
      if (to !== undefined) add('R', `Disputes Arg1:${from} Arg2:${to}`);
    }
  }
  return lines.join('');
}

const typeNames = { source: 'Source', cue: 'Cue', content: 'Content' } as const;

/** What brat has no annotation for, as JSON in a line. */
function note(record: LedgerRecord): string {
  const { url, publisher, date, sha256, version } = record.report;
  const report = { report: record.report.id, outlet: publisher, url, date, sha256, version };
  const model = `${record.model.name} ${record.model.version}`;
  return bratText(
    JSON.stringify({ id: record.id, ...(record.kind === 'statement' && known(record)), ...report, model }),
  );
}

function known({ speaker, entity, confidence, addressee }: StatementRecord): object {
  return { speaker, entity: entity && entity.name, confidence: rounded(confidence), addressee };
}
