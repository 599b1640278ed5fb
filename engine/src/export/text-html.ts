import { extent, roles, type Role } from '../attribution/index.ts';
import type { Span } from '../document/index.ts';
import { escapeHtml } from './escape-html.ts';
import { markedStretches, type MarkRange } from './marks.ts';
import { nameOf, type Entry, type ReportLedger } from './report-ledger.ts';

/** What a stretch of the text is to the page. */
type Mark =
  | { readonly kind: Role; readonly number: number }
  | { readonly kind: 'mention'; readonly speaker: number }
  | { readonly kind: 'own' }
  | { readonly kind: 'disputed'; readonly by: number };

/**
 * Paragraphs of a report with everything marked that the page can point at. The text stays as it is: the number of a
 * statement, before its first word, is drawn by the style, so that it is copied with no selection.
 *
 * @param report - the place of the report on the page; ids begin with it
 */
export function markedParagraphs(
  text: string,
  paragraphs: readonly Span[],
  ledger: ReportLedger,
  report: number,
): string[] {
  const { entries } = ledger;
  const anchor = ({ number, speaker }: Entry): string => {
    const label = escapeHtml(`Statement ${number}, ${nameOf(speaker)}`);
    return `<a class="n" id="t${report}-${number}" href="#r${report}-${number}" data-n="${number}" tabindex="-1" aria-label="${label}"></a>`;
  };
  let next = 0;
  return markedStretches(paragraphs, rangesOf(ledger)).map((stretches) => {
    let html = '';
    for (const { start, end, marks } of stretches) {
      // Statements come in order, and start where some stretch does, since edges are where their spans start.
      for (; next < entries.length && startOf(entries[next]!) < end; next++) html += anchor(entries[next]!);
      html += wrapped(escapeHtml(text.slice(start, end)), marks, report);
    }
    return html;
  });
}

function startOf({ statement }: Entry): number {
  return extent(statement)?.start ?? 0;
}

function rangesOf({ entries, speakers, ownVoice }: ReportLedger): MarkRange<Mark>[] {
  const ranges: MarkRange<Mark>[] = [];
  const add = ({ start, end }: Span, mark: Mark): void => void ranges.push({ start, end, mark });
  for (const { number, statement, disputedSpans } of entries) {
    for (const role of roles) for (const span of statement[role]) add(span, { kind: role, number });
    for (const span of disputedSpans) add(span, { kind: 'disputed', by: number });
  }
  for (const { index, role, mentions } of speakers)
    for (const span of role === null ? mentions : [...mentions, role]) add(span, { kind: 'mention', speaker: index });
  for (const { span } of ownVoice) add(span, { kind: 'own' });
  return ranges;
}

/** A stretch in an element that says what it is, and to which statements; the innermost statement last. */
function wrapped(html: string, marks: readonly Mark[], report: number): string {
  if (marks.length === 0) return html;
  const [classes, within, mentions, disputedBy] = [
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
  ];
  for (const mark of marks) {
    if (mark.kind === 'mention') mentions.add(`${report}-${mark.speaker}`);
    else if (mark.kind === 'disputed') disputedBy.add(`${report}-${mark.by}`);
    else {
      classes.add(mark.kind);
      if (mark.kind !== 'own') within.add(`${report}-${mark.number}-${mark.kind}`);
    }
  }
  const attribute = (name: string, values: ReadonlySet<string>): string =>
    values.size === 0 ? '' : ` ${name}="${[...values].join(' ')}"`;
  const element = within.size > 0 ? 'mark' : 'span';
  const attributes =
    attribute('class', classes) +
    attribute('data-in', within) +
    attribute('data-who', mentions) +
    attribute('data-against', disputedBy);
  return `<${element}${attributes}>${html}</${element}>`;
}
