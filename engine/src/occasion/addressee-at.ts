import type { Span } from '../document/index.ts';
import { isSomebody, nounPhraseAt, type NounPhrase } from './noun-phrase-at.ts';
import { isCapitalised, type Stretch } from './stretch.ts';
import { timeAt } from './time-at.ts';
import { determiners, tellable } from './word-lists.ts';

/**
 * How a verb takes whom it speaks to: `told [reporters]`, `asked [him]`, `urged [voters] to`, `said to [them]`.
 *
 * Of what follows “told” nearly everything is an addressee; of what follows “urged”, only what then does something.
 */
export type Address = 'tell' | 'ask' | 'direct' | 'speak';

/** A verb of saying in its stretch. */
export interface AddressingVerb extends Span {
  readonly address: Address;
}

const verbs: readonly (readonly [Address, string])[] = [
  ['tell', 'tell|tells|telling|told'],
  [
    'ask',
    'ask(?:s|ed|ing)?|warn(?:s|ed|ing)?|caution(?:s|ed|ing)?|remind(?:s|ed|ing)?|assur(?:es|ed|ing|e)|inform(?:s|ed|ing)?|notif(?:y|ies|ied|ying)|advis(?:es|ed|ing|e)|promis(?:es|ed|ing|e)',
  ],
  [
    'direct',
    'urg(?:es|ed|ing|e)|implor(?:es|ed|ing|e)|beg(?:s|ged|ging)?|order(?:s|ed|ing)?|encourag(?:es|ed|ing|e)|press(?:es|ed|ing)?|push(?:es|ed|ing)?|pressur(?:es|ed|ing|e)|instruct(?:s|ed|ing)?|command(?:s|ed|ing)?|exhort(?:s|ed|ing)?|invit(?:es|ed|ing|e)|challeng(?:es|ed|ing|e)|call(?:s|ed|ing)? (?:up)?on|appeal(?:s|ed|ing)? to|plead(?:s|ed|ing)? with|direct(?:s|ed|ing)',
  ],
  [
    'speak',
    'say|says|said|saying|writ(?:es|ing|e|ten)|wrote|explain(?:s|ed|ing)?|confirm(?:s|ed|ing)?|complain(?:s|ed|ing)?|speak(?:s|ing)?|spoke|spoken|talk(?:s|ed|ing)?|announc(?:es|ed|ing|e)|boast(?:s|ed|ing)?|remark(?:s|ed|ing)?|confess(?:es|ed|ing)?|testif(?:ies|ied|ying|y)|acknowledg(?:es|ed|ing|e)|disclos(?:es|ed|ing|e)|reveal(?:s|ed|ing)?|lament(?:s|ed|ing)?|recount(?:s|ed|ing)?|repeat(?:s|ed|ing)?|grous(?:es|ed|ing)|grumbl(?:es|ed|ing)|jok(?:es|ed|ing)|brag(?:s|ged|ging)|mus(?:es|ed|ing)|whisper(?:s|ed|ing)?|admit(?:s|ted|ting)?',
  ],
];

const verb = new RegExp(
  `(?<![\\p{L}\\p{N}’'-])(?:${verbs.map(([address, forms]) => `(?<${address}>${forms})`).join('|')})(?![\\p{L}\\p{N}’'-])`,
  'giu',
);

/** The last verb of saying that begins before this character of the stretch. */
export function lastVerbBefore({ text }: Stretch, end: number): AddressingVerb | null {
  let last: AddressingVerb | null = null;
  // Behind the cue, “called on” may go on.
  for (const { 0: form, index, groups } of text.slice(0, end + 12).matchAll(verb)) {
    if (index >= end) break;
    const address = verbs.find(([name]) => groups![name] !== undefined)![0];
    last = { start: index, end: index + form.length, address };
  }
  return last;
}

const passive =
  /(?<![\p{L}\p{N}])(?:am|is|are|was|were|be|been|being|get|gets|got|getting|gotten|when|if|once|as|wasn['’]t|weren['’]t|isn['’]t)(?:\s(?:\p{L}+ly|not|also|never|once|later|first|then|often|again|just|still))?\s$|['’](?:s|re|m)\s(?:\p{L}+ly\s)?$/iu;

/** Whether a verb behind these words is in the passive, so that what follows it was spoken to by nobody: `was told`, `when asked`. */
export function isPassive(before: string): boolean {
  return passive.test(before.slice(-40));
}

/**
 * Whom such a verb speaks to, from the word behind it on.
 *
 * @param behind - what the document says behind the stretch, where a content begins: `to leave by May`
 */
export function addresseeAt(
  stretch: Stretch,
  index: number,
  address: Address,
  behind: string,
): { readonly span: Span; readonly next: number } | null {
  if (address === 'speak') return hearerAt(stretch, index);
  if (timeAt(stretch, index) !== null) return null;
  const listed = listAt(stretch, index);
  if (listed === null) return null;
  const { phrase, span, next } = listed;
  if (address === 'tell' ? !canBeTold(phrase) : !isSomebody(phrase)) return null;
  if (address === 'direct' && !goesOnTo(stretch, next, behind)) return null;
  return { span, next };
}

/** Whom one speaks to with a preposition: `to reporters`, `with The Post`, `before the committee`. */
export function hearerAt(stretch: Stretch, index: number): { readonly span: Span; readonly next: number } | null {
  const { words } = stretch;
  if (!/^(?:to|with|before)$/u.test(words[index]?.lower ?? '')) return null;
  const phrase = timeAt(stretch, index + 1) === null ? nounPhraseAt(stretch, index + 1) : null;
  if (phrase === null || !isSomebody(phrase)) return null;
  return { span: phrase.span, next: phrase.next };
}

function canBeTold(phrase: NounPhrase): boolean {
  const { head, isPronoun, length } = phrase;
  if (isPronoun || isSomebody(phrase)) return true;
  if (tellable.has(head.lower) || /(?:ed|ing|ly)$/u.test(head.lower) || /^\p{N}/u.test(head.text)) return false;
  // A longer phrase whose noun we do not know may have swallowed a sentence.
  return length <= 2;
}

function goesOnTo({ words, text }: Stretch, next: number, behind: string): boolean {
  const [first, second] = [words[next], words[next + 1]];
  if (first === undefined) return /^\s*(?:not |never )?to\s\p{Ll}/u.test(behind) && /\p{L}\s*$/u.test(text);
  const to = first.lower === 'not' || first.lower === 'never' ? second : first;
  if (to?.lower === 'against') return true;
  if (to?.lower !== 'to') return false;
  // “urged members’ return to the talks”: behind this “to” stands no verb.
  const done = words[words.indexOf(to) + 1];
  return done === undefined || (!determiners.has(done.lower) && !isCapitalised(done));
}

/** A noun phrase, or names in a row: `Lund, Rao and Okafor`. */
function listAt(
  stretch: Stretch,
  index: number,
): { readonly phrase: NounPhrase; readonly span: Span; readonly next: number } | null {
  const phrase = nounPhraseAt(stretch, index);
  if (phrase === null) return null;
  let last = phrase;
  if (isCapitalised(phrase.head)) {
    for (let count = 0; count < 5 && stretch.words[last.next]?.text === ','; count++) {
      const and = stretch.words[last.next + 1]?.lower === 'and' ? 1 : 0;
      const another = nounPhraseAt(stretch, last.next + 1 + and);
      if (another === null || !isCapitalised(another.head)) return phraseAlone(phrase);
      last = another;
      const names = stretch.text.slice(another.span.start, another.span.end);
      if (and === 1 || /\sand\s/u.test(names))
        return { phrase, span: { start: phrase.span.start, end: last.span.end }, next: last.next };
    }
  }
  return phraseAlone(phrase);
}

function phraseAlone(phrase: NounPhrase): { readonly phrase: NounPhrase; readonly span: Span; readonly next: number } {
  return { phrase, span: phrase.span, next: phrase.next };
}
