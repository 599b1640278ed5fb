import { extent, roles, type Role } from '../attribution/index.ts';
import { paragraphSpans } from '../document/index.ts';
import { circumstances } from './circumstances.ts';
import { wordsOf } from './excerpt.ts';
import { markedStretches } from './marks.ts';
import { nameOf, type Entry } from './report-ledger.ts';
import { disputeLines, dotted, numberMark, reasonLines, reference, styles, type Showing } from './statement-lines.ts';
import { emptyLine, indent, noBreak, type Line, type Part, type Style } from './terminal-lines.ts';

const roleStyle: { readonly [role in Role]: Style } = {
  source: styles.speaker,
  cue: styles.cue,
  content: styles.content,
};

/** Where roles overlap, the rarer one shows. */
const upperFirst = ['cue', 'source', 'content'] as const;

const textIndent = 4;
const numberColumns = 7;

/** The whole text, and under each paragraph the statements that start in it. */
export function textLines(showing: Showing): Line[] {
  const { text, ledger, layout, width } = showing;
  const paragraphs = paragraphSpans(text);
  const ranges = ledger.entries.flatMap(({ statement }) =>
    roles.flatMap((role) => statement[role].map(({ start, end }) => ({ start, end, mark: role }))),
  );
  const stretches = markedStretches(paragraphs, ranges);
  const lines: Line[] = [];
  let next = 0;
  paragraphs.forEach((paragraph, index) => {
    const parts = stretches[index]!.map(({ start, end, marks }): Part => {
      const role = upperFirst.find((found) => marks.includes(found));
      const words = text.slice(start, end).replaceAll(noBreak, ' ');
      return { text: words, style: role === undefined ? null : roleStyle[role] };
    });
    // One by one: a paragraph may have more lines than a call can have arguments.
    for (const line of indent(layout(parts, width - textIndent), textIndent)) lines.push(line);
    lines.push(emptyLine);
    for (; next < ledger.entries.length; next++) {
      const entry = ledger.entries[next]!;
      if ((extent(entry.statement)?.start ?? 0) >= paragraph.end) break;
      lines.push(...entryLines(showing, entry), emptyLine);
    }
  });
  return lines;
}

function entryLines(showing: Showing, entry: Entry): Line[] {
  const { text, ledger, layout, width } = showing;
  const { statement, speaker, within } = entry;
  const left = numberColumns + 2;
  const inside = width - left;
  const around = within === null ? null : ledger.entries[within - 1]!;
  const head = dotted([
    [{ text: nameOf(speaker), style: 'bold' }],
    [{ text: statement.stance, style: statement.stance === 'asserts' ? styles.aside : styles.stance }],
    statement.distance === 'neutral' ? [] : [{ text: statement.distance, style: styles.distance }],
    [{ text: statement.quotation, style: styles.aside }],
    around === null ? [] : [{ text: `cited within ${reference([around.number], around.speaker)}`, style: null }],
    ...circumstances(text, statement).map((words): Part[] => [{ text: words, style: styles.aside }]),
  ]);
  const number: Line = { text: numberMark(entry).padStart(numberColumns), columns: numberColumns };
  return [
    ...indent(layout(head, inside), left, number),
    ...roles.flatMap((role) => {
      const words = wordsOf(text, statement[role]).trim();
      const shown: Part = words === '' ? { text: '—', style: styles.aside } : { text: words, style: roleStyle[role] };
      const label: Line = { text: ' '.repeat(left) + role, columns: left + role.length };
      return indent(layout([shown], inside - 9), left + 9, label);
    }),
    ...indent(disputeLines(showing, entry, inside), left),
    ...indent(reasonLines(showing, entry, inside), left),
  ];
}
