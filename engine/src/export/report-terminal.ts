import { styleText } from 'node:util';
import { extent, roles, type Attribution, type ExtractedDocument, type Role } from '../attribution/index.ts';
import { paragraphSpans, type Span } from '../document/index.ts';
import { excerpt } from './excerpt.ts';
import { markedStretches, markRanges } from './marks.ts';

type Style = Parameters<typeof styleText>[0];

const roleStyle: { readonly [role in Role]: Style } = { source: ['cyan', 'bold'], cue: ['yellow'], content: ['green'] };

const textIndent = '    ';

/** Writes a report for people at a terminal: each paragraph, and under it the attributions that start in it. */
export function reportForTerminal(
  { document, attributions }: ExtractedDocument,
  options: { readonly width: number; readonly colour: boolean },
): string {
  const paint = (style: Style, text: string): string =>
    options.colour ? styleText(style, text, { validateStream: false }) : text;
  const lines: string[] = [];
  const add = (style: Style, text: string): void =>
    void lines.push(...wrap([{ text: visible(text), style }], options.width, paint));
  const about = [document.publisher, document.date, document.authors.join(', ') || null, document.url].filter(
    (x) => x !== null,
  );
  const opening = paragraphSpans(document.text)[0];
  const hasHeadline = opening !== undefined && document.text.slice(opening.start, opening.end) === document.title;
  if (document.title !== null && !hasHeadline) add('bold', document.title);
  if (about.length > 0) add('dim', about.join(' · '));
  if (document.dateline !== null) {
    const { place, agency } = document.dateline;
    const slice = (span: Span): string => document.text.slice(span.start, span.end);
    add('dim', `filed from ${slice(place)}${agency ? ` by ${slice(agency)}` : ''}`);
  }
  // What concerns all of the report is said before it, so that nobody reads a page of nonsense first.
  for (const { message, span } of document.diagnostics) if (span === null) add('dim', `note: ${message}`);
  if (lines.length > 0) lines.push('');
  const numbered = attributions.map((attribution, index) => ({
    attribution,
    number: index + 1,
    at: extent(attribution)!,
  }));
  const ranges = markRanges(attributions);
  for (const paragraph of paragraphSpans(document.text)) {
    const marked = markedStretches(paragraph, ranges).map(({ start, end, marks }) => {
      const text = visible(document.text.slice(start, end));
      const role = (['cue', 'source', 'content'] as const).find((r) => marks.some((mark) => mark.role === r));
      return { text, style: role === undefined ? null : roleStyle[role] };
    });
    lines.push(...wrap(marked, options.width - textIndent.length, paint).map((line) => textIndent + line), '');
    for (const { attribution, number, at } of numbered) {
      if (at.start < paragraph.start || at.start >= paragraph.end) continue;
      lines.push(...attributionLines(attribution, number, document.text, options.width, paint), '');
    }
  }
  for (const { message, span } of document.diagnostics)
    if (span !== null) add('dim', `note: ${message}: “${excerpt(document.text, span)}”`);
  const count = attributions.length;
  lines.push(paint('dim', count === 1 ? '1 attribution' : `${count} attributions`));
  return lines.join('\n') + '\n';
}

function attributionLines(
  attribution: Attribution,
  number: number,
  text: string,
  width: number,
  paint: (style: Style, text: string) => string,
): string[] {
  const lines: string[] = [];
  for (const role of roles) {
    const words = attribution[role]
      .map(({ start, end }) => visible(text.slice(start, end)).replace(/\s+/gu, ' '))
      .join(' … ');
    const label = `${role === 'source' ? String(number).padStart(7) : ' '.repeat(7)}  ${role.padEnd(8)} `;
    const shown = words === '' ? [{ text: '—', style: 'dim' as Style }] : [{ text: words, style: roleStyle[role] }];
    wrap(shown, width - label.length, paint).forEach((line, i) => {
      lines.push((i === 0 ? paint('dim', label) : ' '.repeat(label.length)) + line);
    });
  }
  return lines;
}

/** Shows control characters as symbols: a report must not move the cursor or recolour the reader's terminal. */
function visible(text: string): string {
  return text.replace(/\p{Cc}/gu, (control) => {
    if (/\s/u.test(control)) return control;
    return control < ' ' ? String.fromCharCode(control.charCodeAt(0) + 0x2400) : '\u2421';
  });
}

/** Breaks styled text into lines at spaces; words longer than a line stay whole. */
function wrap(
  parts: readonly { readonly text: string; readonly style: Style | null }[],
  width: number,
  paint: (style: Style, text: string) => string,
): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  let blank = '';
  const styled = (text: string, style: Style | null): string =>
    style === null || text === '' ? text : paint(style, text);
  for (const { text, style } of parts) {
    for (const token of text.split(/(\s+)/u)) {
      if (token.trim() === '') {
        if (token !== '' && used > 0) blank = styled(' ', style);
        continue;
      }
      const length = [...token.replace(/\p{M}/gu, '')].length;
      if (blank !== '' && used + 1 + length > width) {
        lines.push(line);
        line = '';
        used = 0;
      } else if (blank !== '') {
        line += blank;
        used += 1;
      }
      blank = '';
      line += styled(token, style);
      used += length;
    }
  }
  if (used > 0) lines.push(line);
  return lines;
}
