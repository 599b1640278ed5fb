import { countWhile, paragraphSpans, type Span } from '../document/index.ts';
import { isPartyAdjective, isTitle } from './titles.ts';

const word = /\p{L}[\p{L}\p{M}'’.&-]*/gu;
/** What stands before the first word of a sentence, or of a quotation that a comma announces. */
const edge = /(?:[.!?:]["”’')\]]*\s+["“‘'(]?|,\s+["“‘'])$/u;

/** After these, and after an initial, a full stop ends no sentence. */
const abbreviation =
  /(?<!\p{L})(?:\p{Lu}|Mr|Mrs|Ms|Dr|Sens?|Reps?|Gov|Gen|Lt|Col|Sgt|Capt|Rev|St|Prof|Adm|Maj|Supt|vs)\.\s+$/u;

/** Words that sentences open with, before a name. */
const openers = new Set(
  (
    'the a an this that these those his her its our their my your some many most several few all both each every another other either neither no not ' +
    'but and or nor so yet for in on at by to of from with without within under over after before during since until as if when while where why how what ' +
    'who which although though because unlike like despite besides among between against through throughout about around ' +
    'today yesterday tomorrow now then later earlier recently meanwhile however still again also even only just perhaps maybe instead indeed ' +
    'is are was were has have had does did do will would can could should may might must let ask asked told said says added continued concluded according thus trust certainly clearly apparently finally recently surely obviously enter ' +
    'monday tuesday wednesday thursday friday saturday sunday former current fellow rival one two three four five six'
  ).split(' '),
);

/** Share of a paragraph's words in capitals from which it is a headline in title case. */
const titleCase = 0.7;

/** Tells capitals that a word has of itself from those that its place gives it: the start of a sentence, a headline. */
export class CapitalWords {
  /** Words that have a capital where no place asks for it. */
  readonly #proper = new Set<string>();
  /** Words that the text has in small letters, too. */
  readonly #small = new Set<string>();
  readonly #text: string;
  readonly #headlines: readonly Span[];

  constructor(text: string) {
    this.#text = text;
    const headlines: Span[] = [];
    for (const paragraph of paragraphSpans(text)) {
      const words = [...text.slice(paragraph.start, paragraph.end).matchAll(word)];
      const long = words.filter(([found]) => found.length > 3);
      const capital = long.filter(([found]) => isCapital(found));
      if (long.length > 1 && capital.length >= titleCase * long.length) {
        headlines.push(paragraph);
        continue;
      }
      for (const match of words) {
        const at = paragraph.start + match.index;
        if (!isCapital(match[0])) this.#small.add(match[0]);
        else if (!this.#opens(at, paragraph.start)) this.#proper.add(bare(match[0]));
      }
    }
    this.#headlines = headlines;
  }

  /** Whether no word of a name has its capital of itself, as far as the text shows. */
  isByPlace({ start, end }: Span): boolean {
    const words = this.#text.slice(start, end).split(/\s+/u);
    if (this.inHeadline({ start, end }))
      return !words.some((found) => this.#proper.has(bare(found)) || /\p{Lu}{2}|\p{Lu}\./u.test(found));
    return (
      words.length === 1 && !this.#proper.has(bare(words[0]!)) && this.#opens(start, 0) && !/\p{Lu}{2}/u.test(words[0]!)
    );
  }

  inHeadline({ start, end }: Span): boolean {
    const at = countWhile(this.#headlines, (headline) => headline.end < end);
    return at < this.#headlines.length && this.#headlines[at]!.start <= start;
  }

  /** Whether the word at an offset opens a sentence and has no capital of itself elsewhere. */
  isOpening(at: number, found: string): boolean {
    return !this.#proper.has(bare(found)) && this.#opens(at, 0);
  }

  /** Whether a word is none that somebody is called by: one that opens sentences, a title, or one that the text has in small letters, too. */
  isCommon(found: string): boolean {
    const lower = found.toLowerCase();
    return (
      openers.has(lower) ||
      isTitle(found) ||
      isPartyAdjective(found) ||
      this.#small.has(lower) ||
      /.{2}ing$/u.test(lower)
    );
  }

  #opens(at: number, from: number): boolean {
    const before = this.#text.slice(Math.max(from, at - 8), at);
    if (abbreviation.test(before)) return false;
    return (
      before.trim() === '' || /\n\s*["“‘']?$/u.test(before) || /^["“‘']$/u.test(before.trim()) || edge.test(before)
    );
  }
}

/** Without possessive marks and full stops. */
function bare(found: string): string {
  const name = found.replace(/[’']s$/u, '');
  let end = name.length;
  while (end > 0 && ".'’-".includes(name[end - 1]!)) end--;
  return name.slice(0, end);
}

function isCapital(found: string): boolean {
  return /^\p{Lu}/u.test(found);
}
