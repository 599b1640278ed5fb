import { paragraphSpans, type Dateline, type Span } from '../document/index.ts';
import { isLabel, isAcronym, isKnownAgency, isPersonOrDay } from './dateline-words.ts';

const months = 'January February March April May June July August September October November December'.split(' ');
const month = `(?:${months.flatMap((name) => [abbreviable(name), abbreviable(name.toUpperCase())]).join('|')})`;
const year = ',?\\s+\\d{4}';
const weekday = '(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY)';
const day = '\\d{1,2}(?:st|nd|rd|th)?';
const date = `(?<date>(?:${weekday},?\\s+)?(?:${month}\\s+${day}(?:${year})?|${day}\\s+${month}(?:${year})?)|${weekday})`;
// Ranges of Latin letters, for \p{L} takes a third of a second to compile in patterns of this size. The blocks from
// U+0100 mix upper and lower case; `isUpperCase` tells them apart.
const upperLetters = 'A-ZÀ-ÖØ-Þ\\u0100-\\u024f\\u1e00-\\u1eff';
const letters = `${upperLetters}a-zß-öø-ÿ`;
const marks = "\\u0300-\\u036f.'’-";
const upperWord = `(?:Ma?c)?[${upperLetters}][${upperLetters}${marks}]+`;
const titleWord = `[${upperLetters}][${letters}${marks}]*`;
const joiner =
  '(?:de|del|da|do|dos|la|le|les|el|al|of|the|upon|on|in|am|an|der|und|and|DE|DEL|DA|DO|DOS|LA|EL|AL|OF|THE|UPON|ON|IN|AND)';
const region = `(?!${month}\\b|${weekday}\\b)${titleWord}`;
const upperPlace = `${upperWord}(?:[ /](?:${joiner} ){0,2}${upperWord}){0,5}(?:,\\s+${region}(?:\\s${region}){0,3})?`;
const titlePlace = `${titleWord}(?:[ /](?:${joiner} ){0,2}${titleWord}){0,3}(?:,\\s+${region}(?:\\s${region}){0,2})?`;
const agency = `\\((?<agency>[${letters}][${letters}0-9 &/${marks}]{1,30})\\)`;
const dash = '(?<dash>[—–―-]{1,2})';

/** A form of dateline, with what else must hold for a match to be one: form alone mistakes names for places. */
interface Form {
  readonly pattern: RegExp;
  readonly holds: (opening: Opening) => boolean;
}

interface Opening {
  readonly place: string;
  readonly agency: string | null;
  readonly dashed: boolean;
  /** What follows the dateline in its paragraph, white space before it included. */
  readonly rest: string;
  /** Whether the paragraph is made of sentences, as headlines and captions are not. */
  readonly prose: boolean;
}

/** Opening forms, from the surest to the least sure. */
const forms: readonly Form[] = [
  // BEIJING (Reuters) — · RIO DE JANEIRO, 3 March 2021 (AFP) - · BEIJING (Reuters) China has …
  {
    pattern: new RegExp(`^(?<place>${upperPlace})(?:,\\s+${date})?\\s*${agency}(?:\\s*${dash})?(?=\\s*\\S)`, 'd'),
    holds: ({ place, agency, dashed, rest }) =>
      isUpperCase(place) && isKnownAgency(agency!)
        ? dashed || startsSentence(rest)
        : isUpperCase(place) && dashed && isName(agency!) && startsSentence(rest) && !dashFollows(rest),
  },
  // Beijing (CNN)China has … · Port Vardo (Meridian) — · Paris, March 3 (AP) -
  {
    pattern: new RegExp(`^(?<place>${titlePlace})(?:,\\s+${date})?\\s*${agency}(?:\\s*${dash})?(?=\\s*\\S)`, 'd'),
    holds: ({ agency, dashed, rest, prose }) => {
      if (isKnownAgency(agency!)) return dashed || (startsSentence(rest) && (agency!.length > 2 || !/^\s/u.test(rest)));
      if (!isName(agency!) || !prose) return false;
      return dashed
        ? startsSentence(rest) && !/^\s*\p{N}/u.test(rest) && !dashFollows(rest)
        : /^[\p{Lu}“"]/u.test(rest);
    },
  },
  // PARIS, March 3 — · Paris, 3 March 2021 –
  {
    pattern: new RegExp(`^(?<place>${upperPlace}|${titlePlace}),\\s+${date}\\s*${dash}(?=\\s*\\S)`, 'd'),
    holds: ({ rest }) => startsSentence(rest) && !dashFollows(rest),
  },
  // PARIS —
  {
    pattern: new RegExp(`^(?<place>${upperPlace})(?:\\s*(?:[—–―]|--)|\\s-(?=\\s))(?=\\s*\\S)`, 'd'),
    holds: ({ place, rest, prose }) =>
      prose && isUpperCase(place) && !isAcronym(place) && startsSentence(rest) && !dashFollows(rest),
  },
];

/** Paragraphs looked at: the headline, a byline and a standfirst may stand before the dateline. */
const paragraphsSearched = 6;
const longestDateline = 90;
/** Fewer characters than this after a dateline are a caption or a credit. */
const leastRest = 20;
/** Lines longer than this that end without a full stop are prose that an editor has wrapped. */
const wrappedLine = 50;

/**
 * Finds the dateline of a report near its start, or `null`. The text stays as it is.
 *
 * What could as well be a name is left alone: a wrong dateline takes words away from attributions, a missed one does not.
 */
export function findDateline(text: string): Dateline | null {
  for (const paragraph of paragraphSpans(text).slice(0, paragraphsSearched)) {
    const line = text.slice(paragraph.start, paragraph.end);
    const opening = line.slice(0, longestDateline);
    if (!/^\p{Lu}.*[)—–―-]/u.test(opening)) continue;
    for (const { pattern, holds } of forms) {
      const match = pattern.exec(opening);
      if (match === null || line.length < match[0].length + leastRest) continue;
      const { place, agency, dash } = match.groups!;
      if (isLabel(place!) || isPersonOrDay(place!)) continue;
      const rest = line.slice(match[0].length);
      const wrapped =
        line.length > wrappedLine && /^[^\S\n]*\r?\n[^\S\n]*\S/u.test(text.slice(paragraph.end, paragraph.end + 80));
      const prose = wrapped || /[.!?…:][”"’')\]]*$/u.test(line.slice(-20));
      if (holds({ place: place!, agency: agency ?? null, dashed: dash !== undefined, rest, prose })) {
        return datelineFrom(match, paragraph.start);
      }
    }
  }
  return null;
}

function datelineFrom(match: RegExpExecArray, offset: number): Dateline {
  const group = (name: string): Span | null => {
    const range = match.indices?.groups?.[name];
    return range ? { start: offset + range[0], end: offset + range[1] } : null;
  };
  const end = offset + match[0].trimEnd().length;
  return { span: { start: offset, end }, place: group('place')!, agency: group('agency'), date: group('date') };
}

/** A month as it is printed in datelines: in full, or its first letters with a full stop. */
function abbreviable(name: string): string {
  if (name.length <= 4) return `${name}|${name.slice(0, 3)}\\.`;
  return `${name}|${name.slice(0, 3)}\\.?|${name.slice(0, 4)}\\.`;
}

/** Whether a place is in capitals up to its region: `McKELLEN, Northland` is. */
function isUpperCase(place: string): boolean {
  const capitals = place
    .replace(/,.*$/u, '')
    .replace(/\b(?:Ma?c|de|del|da|do|dos|la|le|les|el|al|of|the|upon|on|in|am|an|der|und|and)(?=\p{Lu}|\b)/gu, '');
  return capitals === capitals.toUpperCase();
}

/** Agencies are written as names are; “(the ministry)” and “(or so)” are remarks. */
function isName(agency: string): boolean {
  return /^\p{Lu}/u.test(agency);
}

function startsSentence(rest: string): boolean {
  return /^\s*["“”‘’'«¿¡$€£(]?[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(rest);
}

/** Whether another dash stands in the first sentence: then the two enclose a remark, as in “FIFA — the world body — said”. */
function dashFollows(rest: string): boolean {
  const sentence = /^.*?[.!?]["”’)]?(?=\s+["“(]?\p{Lu}|\s*$)/su.exec(rest.slice(0, 300))?.[0] ?? rest.slice(0, 300);
  // Dashes that part two remarks from a sentence come in pairs; with an even number left, ours stands apart.
  const dashes = sentence.match(/—|\s[–―-]{1,2}\s|\w--\w/gu)?.length ?? 0;
  return dashes % 2 === 1;
}
