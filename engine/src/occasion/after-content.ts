import type { Finding } from './finding.ts';
import { readAdjuncts } from './read-adjuncts.ts';
import { stretchOf } from './stretch.ts';
import { reach, type Surroundings } from './surroundings.ts';

/** `called it “a disgrace” [on Tuesday]`, `denied the claim [in a statement]`. */
export function afterContent({ text, cue, content, looksAhead, end }: Surroundings): Finding[] {
  const [last, lastCue] = [content.at(-1), cue.at(-1)!];
  if (last === undefined || looksAhead || last.start < lastCue.end || last.end >= end) return [];
  const words = text.slice(Math.max(last.start, last.end - 61), last.end);
  if (/[.!?]["”’']*$/u.test(words) || !/^["”’',]*\s\p{L}/u.test(text.slice(last.end, last.end + 6))) return [];
  const stretch = stretchOf(text, { start: last.end, end: Math.min(end, last.end + reach) });
  const index = /^["”’']$/u.test(stretch.words[0]?.text ?? '') ? 1 : 0;
  const isClosed = /["”]$/u.test(words) || index === 1 || isNounPhrase(words);
  const found = readAdjuncts(stretch, index);
  const { time, place, occasion, addressee } = found;
  if (!found.isText && !isClosed) return [];
  return [{ stretch, how: 'follows the content', beside: null, time, place, occasion, addressee }];
}

/** Whether a content is too short to be a clause in which a time could be meant: `the bill`, `Mr. Rao`, `them`. */
function isNounPhrase(content: string): boolean {
  if (content.length > 60) return false;
  if (/^(?:to (?:comment|respond|elaborate)|comment)$/u.test(content)) return true;
  const words = content.split(/\s+/u);
  return (
    words.length <= 4 &&
    // “his shouting during the debate”: there the event is that of the content.
    !words.at(-1)!.endsWith('ing') &&
    /^(?:the|a|an|his|her|its|their|it|him|them|us|me|\p{Lu}\S*)$/u.test(words[0]!) &&
    !/(?<![\p{L}])(?:is|was|were|are|has|had|have|would|will)(?![\p{L}])/u.test(content)
  );
}
