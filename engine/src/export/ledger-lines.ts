import { circumstances } from './circumstances.ts';
import { cutShort, wordsOf } from './excerpt.ts';
import { nameOf, type Entry, type OwnWords, type Speaker } from './report-ledger.ts';
import {
  disputedByLines,
  disputeLines,
  dotted,
  numberMark,
  reasonLines,
  reference,
  styles,
  type Showing,
} from './statement-lines.ts';
import { beside, emptyLine, indent, type Line, type Part } from './terminal-lines.ts';

/** Four lines at eighty columns: hardly a sentence is longer, and a quotation of a page is not what one looks up here. */
const longestContent = 300;

/** A title is short; a clause that says what somebody does can run on. */
const longestRole = 80;

/** From here on, what is said and what is known of it stand side by side. */
const wide = 120;
const widestContent = 90;
const gap = 4;

/** The ledger of a report: each speaker with what they say, then what the report says itself. */
export function ledgerLines(showing: Showing): Line[] {
  const { ledger, layout, width } = showing;
  // Room for the question mark of an uncertain one.
  const numberColumns = Math.max(4, `${ledger.entries.length}?`.length + 1);
  const lines: Line[] = [];
  for (const speaker of ledger.speakers) {
    lines.push(...speakerLines(showing, speaker), emptyLine);
    for (const number of speaker.numbers)
      lines.push(...entryLines(showing, ledger.entries[number - 1]!, numberColumns), emptyLine);
  }
  if (ledger.ownVoice.length > 0) {
    lines.push(...layout([{ text: 'In the report’s own voice', style: styles.speaker }], width), emptyLine);
    for (const words of ledger.ownVoice) lines.push(...ownVoiceLines(showing, words, numberColumns), emptyLine);
  }
  return lines;
}

function speakerLines({ text, layout, width }: Showing, speaker: Speaker): Line[] {
  const { name, type, role, aliases } = speaker;
  const about: Part[][] = [
    [{ text: nameOf(speaker), style: styles.speaker }],
    role === null ? [] : [{ text: cutShort(wordsOf(text, [role]), longestRole), style: null }],
    name === null ? [] : [{ text: type, style: styles.aside }],
  ];
  const also =
    aliases.length === 0 ? [] : layout([{ text: `also: ${aliases.join(', ')}`, style: styles.aside }], width - 2);
  return [...layout(dotted(about), width), ...indent(also, 2)];
}

function entryLines(showing: Showing, entry: Entry, numberColumns: number): Line[] {
  const { text, layout, width } = showing;
  const left = numberColumns + 2;
  const sideBySide = width >= wide;
  const contentWidth = sideBySide ? Math.min(widestContent, Math.floor((width - left - gap) * 0.6)) : width - left;
  const asideWidth = sideBySide ? width - left - contentWidth - gap : width - left;
  const mark = numberMark(entry);
  const number = layout([{ text: mark, style: styles.aside }], width).map((line) => ({
    text: ' '.repeat(numberColumns - mark.length) + line.text,
    columns: numberColumns,
  }))[0]!;
  const content = indent(layout(contentParts(text, entry), contentWidth), left, number);
  const known = [
    ...layout(knownParts(showing, entry), asideWidth),
    ...disputeLines(showing, entry, asideWidth),
    ...reasonLines(showing, entry, asideWidth),
  ];
  return sideBySide ? beside(content, known, left + contentWidth + gap) : [...content, ...indent(known, left)];
}

/** Cue and content, in this order whatever theirs in the report is: “has blamed” makes sense of “the firm for the leak”. */
function contentParts(text: string, { statement }: Entry): Part[] {
  const [cue, content] = [wordsOf(text, statement.cue).trim(), wordsOf(text, statement.content).trim()];
  return [
    ...(cue === '' ? [] : [{ text: `${cue}: `, style: styles.cue }]),
    { text: content === '' ? '—' : cutShort(content, longestContent), style: null },
  ];
}

/** Stance, distance and form where they are not the usual ones, and to whom, when and where. */
function knownParts({ text, ledger }: Showing, { statement, within }: Entry): Part[] {
  const { stance, distance, quotation } = statement;
  const around = within === null ? null : ledger.entries[within - 1]!;
  return dotted([
    around === null ? [] : [{ text: `cited within ${reference([around.number], around.speaker)}`, style: null }],
    stance === 'asserts' ? [] : [{ text: stance, style: styles.stance }],
    distance === 'neutral' ? [] : [{ text: distance, style: styles.distance }],
    quotation === 'indirect' ? [] : [{ text: quotation, style: styles.aside }],
    ...circumstances(text, statement).map((words) => [{ text: words, style: styles.aside }]),
  ]);
}

function ownVoiceLines(
  { text, ledger, layout, width }: Showing,
  { span, disputedBy }: OwnWords,
  numberColumns: number,
): Line[] {
  const left = numberColumns + 2;
  const inside = Math.min(width - left, widestContent + 20);
  const dash: Line = { text: ' '.repeat(numberColumns - 1) + '–', columns: numberColumns };
  return [
    ...indent(layout([{ text: cutShort(wordsOf(text, [span]), longestContent), style: null }], inside), left, dash),
    ...indent(disputedByLines(ledger, layout, disputedBy, inside), left),
  ];
}
