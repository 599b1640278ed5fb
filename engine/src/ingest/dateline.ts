import { paragraphSpans, type Dateline, type Span } from '../document/index.ts';

const month = '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';
const date = `(?<date>${month}\\s+\\d{1,2}(?:,\\s+\\d{4})?|\\d{1,2}\\s+${month}(?:\\s+\\d{4})?)`;
const upperWord = "\\p{Lu}[\\p{Lu}.'’-]+";
const titleWord = "\\p{Lu}[\\p{L}.'’-]*";
const joiner = '(?:de|del|da|do|la|le|el|al|of|the|upon|on|am|an|der|und|and|DE|LA|EL|OF)';
const upperPlace = `${upperWord}(?:[ /](?:${joiner} )?${upperWord})*(?:,\\s+${titleWord}(?:\\s${titleWord})*)?`;
const titlePlace = `${titleWord}(?:[ /](?:${joiner} )?${titleWord}){0,3}(?:,\\s+${titleWord}(?:\\s${titleWord})?)?`;
const agency = '\\((?<agency>\\p{L}[\\p{L}\\p{N} .&’\'/-]{1,30})\\)';
const dash = '[—–―-]{1,2}';

/** Opening forms, from the surest to the least sure. */
const forms = [
  // BEIJING (Reuters) — · Beijing (CNN)China has … · LONDON, March 3 (AP) -
  new RegExp(`^(?<place>${upperPlace}|${titlePlace})(?:,\\s+${date})?\\s*${agency}\\s*(?:${dash}\\s*)?(?=\\S)`, 'du'),
  // PARIS, March 3 — · Paris, 3 March 2021 –
  new RegExp(`^(?<place>${upperPlace}|${titlePlace}),\\s+${date}\\s*${dash}\\s*(?=\\S)`, 'du'),
  // PARIS —
  new RegExp(`^(?<place>${upperPlace})\\s*(?:[—–―]|--|\\s-\\s)\\s*(?=\\S)`, 'du'),
];

/** Paragraphs looked at: the headline, a byline and a standfirst may stand before the dateline. */
const paragraphsSearched = 6;
const longestDateline = 90;

/** Finds the dateline of a report near its start, or `null`. The text stays as it is. */
export function findDateline(text: string): Dateline | null {
  for (const paragraph of paragraphSpans(text).slice(0, paragraphsSearched)) {
    const opening = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + longestDateline));
    for (const form of forms) {
      const match = form.exec(opening);
      // A dateline opens a paragraph of prose; a line that ends with it is a caption or a credit.
      if (match === null || paragraph.end - paragraph.start < match[0].length + 20) continue;
      return datelineFrom(match, paragraph.start);
    }
  }
  return null;
}

function datelineFrom(match: RegExpExecArray, offset: number): Dateline {
  const group = (name: string): Span | null => {
    const range = match.indices?.groups?.[name];
    return range ? { start: offset + range[0], end: offset + range[1] } : null;
  };
  const start = offset;
  const end = offset + match[0].trimEnd().length;
  return { span: { start, end }, place: group('place')!, agency: group('agency'), date: group('date') };
}
