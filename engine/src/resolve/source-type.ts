import { sourceTypes, type Attribution, type FoundAttribution, type SourceType } from '../attribution/index.ts';
import { isPerson } from './cluster.ts';
import type { FoundSource } from './find-sources.ts';
import { headOf, wordsOf } from './mention-looks.ts';
import { typeByWords } from './type-words.ts';

/** How much the other attributions of one entity count beside an attribution's own words. */
const shareOfOthers = 1;
/** What a word of the name is worth that tells a type, in logits; and what a person's name is. Both tuned on reports left out of training. */
const [wordWorth, nameWorth] = [3, 2];

/** What kind of source an attribution has: what the network says of it and of others of the same entity, and the words of its name. */
export function typeOfSource(
  index: number,
  text: string,
  attributions: readonly (FoundAttribution & Attribution)[],
  found: readonly FoundSource[],
  mentionTypes: readonly string[],
): SourceType {
  const { name, cluster, isAuthor } = found[index]!;
  if (name === null) return 'none';
  if (isAuthor === true) return 'author';
  const sum = new Float64Array(sourceTypes.length);
  const add = (type: SourceType, worth: number): void => void (sum[sourceTypes.indexOf(type)]! += worth);
  const addAll = (logits: readonly number[] | undefined, weight: number): void =>
    logits?.forEach((logit, i) => (sum[i]! += weight * logit));
  addAll(attributions[index]!.meaning?.sourceType, 1);
  const others = cluster === null ? [] : attributions.filter((_, i) => i !== index && found[i]!.cluster === cluster);
  const known = others.flatMap(({ meaning }) => (meaning === null ? [] : [meaning.sourceType]));
  for (const logits of known) addAll(logits, shareOfOthers / known.length);
  const words = wordsOf(text.slice(name.start, name.end));
  const byWords = typeByWords(words, headOf(words));
  if (byWords !== null) add(byWords, wordWorth);
  if (cluster?.isState === true) add('government', 2 * wordWorth);
  const mentions = cluster?.names.map(({ mention }) => mention) ?? [];
  if (byWords === null && cluster?.isState !== true && mentions.length > 0 && isPerson(mentions, mentionTypes))
    add('person', nameWorth);
  // Somebody is named, so it is not nobody.
  sum[sourceTypes.indexOf('none')] = -Infinity;
  if (sum.every((x) => x === 0 || x === -Infinity)) return 'person';
  return sourceTypes[sum.indexOf(Math.max(...sum))]!;
}
