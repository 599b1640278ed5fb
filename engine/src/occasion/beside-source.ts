import type { Span } from '../document/index.ts';
import { nothing, onlyIf, type Finding } from './finding.ts';
import { readAdjuncts } from './read-adjuncts.ts';
import { isCapitalised, isWord, stretchOf, type Stretch } from './stretch.ts';
import { nextStart, reach, sentenceStart, type Surroundings } from './surroundings.ts';
import { modifyingTimeAt, timeAt } from './time-at.ts';
import { determiners, objectPronouns } from './word-lists.ts';

/** `Rao [on Tuesday] said`, `Rao, [in an interview with the Daily Post], said`. */
export function betweenSourceAndCue({ text, source, cue, content, speaks, looksAhead }: Surroundings): Finding[] {
  const next = cue.find(({ start }) => source.some(({ end }) => end <= start));
  const before = next && source.findLast(({ end }) => end <= next.start);
  if (next === undefined || before === undefined || looksAhead || next.start - before.end > reach) return [];
  if (next.start - before.end < 4 || nextStart(content, before.end, next.start) < next.start) return [];
  const stretch = stretchOf(text, { start: before.end, end: next.start });
  const isSetOff = stretch.words[0]?.text === ',' || text.slice(before.start, before.end).endsWith(',');
  const isName = namesOne(text, before);
  let index = 0;
  while (index < stretch.words.length && /^(?:,|[-–—]|also|later|then|and|who)$/u.test(stretch.words[index]!.lower))
    index++;
  // “Rao later Thursday said”
  if (index > 0 && stretch.words[index - 1]!.lower === 'later' && timeAt(stretch, index - 1) !== null) index--;
  const found = readAdjuncts(stretch, index, { commas: true, places: speaks && isSetOff && isName });
  const rest = stretch.words.slice(found.next);
  const isAll = rest.every(({ lower }) =>
    /^(?:,|[-–—]|also|then|again|has|have|had|would|will|did|\p{L}+ly)$/u.test(lower),
  );
  if (!isAll) return [];
  // “speakers at the rally said”: a group’s event says which group it is.
  const occasion = isSetOff || isName || found.isText ? found.occasion : null;
  const place = occasion === found.occasion ? found.place : null;
  return [{ stretch, how: 'stands between source and cue', beside: null, ...found, occasion, place }];
}

/** `said Rao [on Tuesday]`, `according to a report published [last week]`. */
export function afterSource({ text, source, cue, content, speaks, looksAhead, end }: Surroundings): Finding[] {
  const last = source.at(-1);
  const before = last && cue.findLast((span) => span.end <= last.start);
  if (last === undefined || before === undefined || looksAhead || last.start - before.end > 40) return [];
  if (/[^\s\p{L}]/u.test(text.slice(before.end, last.start))) return [];
  const until = Math.min(nextStart(content, last.end, end), nextStart(cue, last.end, end), last.end + reach);
  const stretch = stretchOf(text, { start: last.end, end: until });
  let index = 0;
  while (
    /^(?:released|published|issued|posted|filed|unveiled|sent|dated|written)$/u.test(stretch.words[index]?.lower ?? '')
  )
    index++;
  const found = readAdjuncts(stretch, stretch.words[0]?.text === ',' ? 1 : index, {
    places: speaks && namesOne(text, last),
  });
  // Behind a comma, only an occasion surely belongs to the saying: “said Rao, on Tuesday the plant …”.
  const isSetOff = stretch.words[0]?.text === ',';
  if (isSetOff && found.occasion === null) return [];
  return [{ stretch, how: 'follows the source', beside: last, ...onlyIf(true, found) }];
}

/** `[On Tuesday], Rao said`, `[In an interview with the Daily Post], the minister said`. */
export function beforeSource(around: Surroundings): Finding[] {
  const { text, source, cue, content, looksAhead } = around;
  const [first, next] = [source[0], cue.find(({ end }) => end > (source[0]?.end ?? 0))];
  if (first === undefined || next === undefined || first.start >= next.start || looksAhead) return [];
  if (!isNear(text.slice(first.end, next.start)) || isParenthesis(around, next)) return [];
  const barrier = Math.max(
    around.start,
    ...content.filter(({ end }) => end <= first.start).map(({ end }) => end),
    ...content.filter((span) => span.start < first.start && span.end > first.start).map(() => first.start),
  );
  const start = sentenceStart(text, Math.max(barrier, first.start - reach), first.start);
  if (first.start - start < 5) return [];
  const stretch = stretchOf(text, { start, end: first.start });
  const { words } = stretch;
  const isCut = start > 0 && start !== around.start && !/[.!?"”\s]/u.test(text[start - 1]!);
  for (let index = isCut ? 1 : 0; index < words.length; index++) {
    if (index > 0 && !opensClause(stretch, index)) continue;
    const found = readAdjuncts(stretch, index, { opens: true, commas: true, places: around.speaks });
    const isAll = words.slice(found.next).every(({ text: mark }) => /^[,"”’']$/u.test(mark));
    if (!isAll || found.next === index) continue;
    // “In Texas, half of the voters said”: alone, a place may say which ones.
    const isPlain = found.time === null && found.occasion === null && !namesOne(text, first);
    return [{ stretch, how: 'opens the clause', beside: null, ...onlyIf(!isPlain, found) }];
  }
  return [];
}

const hasDate = /\d{4}|day|week|month|year|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/u;
const datedTexts =
  /^(?:study|report|poll|survey|statement|letter|article|paper|memo|ruling|interview|editorial|tweet|column|filing|analysis|review|op-ed|email|e-mail|speech|book|essay)$/u;

/** `a report released [on Tuesday]`, `a [2015] study`: a text speaks when it is published. */
export function withinSource({ text, source }: Surroundings): Finding[] {
  return source.flatMap((span): Finding[] => {
    if (!hasDate.test(text.slice(span.start, Math.min(span.end, span.start + reach)))) return [];
    const stretch = stretchOf(text, { start: span.start, end: Math.min(span.end, span.start + reach) });
    const { words } = stretch;
    const found = (time: Span): Finding[] => [{ stretch, how: 'dates the source', beside: span, ...nothing, time }];
    for (let index = 0; index < words.length; index++) {
      if (/^(?:released|published|issued|posted|filed|unveiled|sent|dated|written)$/u.test(words[index]!.lower)) {
        const time = timeAt(stretch, index + 1);
        if (time !== null) return found(time.span);
      }
      if (index > 1) continue;
      const time = modifyingTimeAt(stretch, index);
      if (time === null || (index === 1 && !determiners.has(words[0]!.lower))) continue;
      let noun = time.next;
      while (noun < words.length && noun - time.next < 3 && (isCapitalised(words[noun]!) || words[noun]!.lower === 's'))
        noun++;
      if (datedTexts.test(words[noun]?.lower ?? '')) return found(time.span);
    }
    return [];
  });
}

/** Whether a span is a name or a pronoun, so that nothing behind it says which one is meant. */
function namesOne(text: string, { start, end }: Span): boolean {
  const words = text.slice(Math.max(start, end - 60), end).replace(/,?\s{0,2}$/u, '');
  if (/^(?:he|she|they|it|we|I|who)$/iu.test(words)) return true;
  const last = words.slice(words.lastIndexOf(' ') + 1);
  return /^\p{Lu}/u.test(last) || objectPronouns.has(last);
}

/** Whether a cue follows its source with nothing between that has a verb of its own. */
function isNear(gap: string): boolean {
  if (gap.length > reach / 2) return false;
  const words = gap.trim();
  if (/^[,(–—-].*[,)–—-]\s*(?:\p{L}+\s*){0,2}$/u.test(words)) return true;
  return (
    words === '' ||
    /^,?$/u.test(words) ||
    (words.split(/\s+/u).length <= 3 && !/(?<![\p{L}])(?:and|but|or)(?![\p{L}])/u.test(words))
  );
}

/** `On Tuesday, Rao said, the plant closed`: there the day belongs to what Rao said. */
function isParenthesis({ text, content, end }: Surroundings, cue: Span): boolean {
  const behind = /^\s*,\s*(\S)/u.exec(text.slice(cue.end, Math.min(end, cue.end + 8)));
  return behind !== null && !/["“‘']/u.test(behind[1]!) && content.some(({ start }) => start >= cue.end);
}

/** Whether a clause can begin at this word. */
function opensClause({ words }: Stretch, index: number): boolean {
  const before = words[index - 1]!;
  if (!isWord(before) && !/^[,'’%$£€&/+=@#]$/u.test(before.text)) return true;
  if (/^(?:and|but|that|so|while|though|although|because|yet)$/u.test(before.lower)) return true;
  return (
    before.text === ',' &&
    /^(?:still|meanwhile|however|later|earlier|instead|but|then|and|separately|finally|now|moreover|recently)$/u.test(
      words[index - 2]?.lower ?? '',
    )
  );
}
