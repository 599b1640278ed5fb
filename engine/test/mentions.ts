import {
  annotate,
  numberAttributions,
  sourceTypes,
  type Attribution,
  type FoundAttribution,
  type MeaningScores,
  type SourceType,
} from '../src/attribution/index.ts';
import type { Span } from '../src/document/index.ts';
import type { Manifest } from '../src/inference/index.ts';
import { kindOfMention, looksOf, mentionKinds, stringRelations } from '../src/resolve/mention-looks.ts';
import type { Mention } from '../src/resolve/index.ts';

/** A network's layout in which looks and distances are worth nothing, so that the links that a test tells decide alone. */
export const flatLayout: Manifest['mentions'] = {
  features: {},
  types: ['person', 'organization', 'place', 'other'],
  looks: mentionKinds.map(() => mentionKinds.map(() => stringRelations.map(() => 0))),
  distance: mentionKinds.map(() => Array.from({ length: 10 }, () => 0)),
};

/** What a test says of a report besides its notation. Mentions are told by their words, the second of the same words by `she#2`. */
export interface ToldMentions {
  /** What the link from a later mention to an earlier one is worth, in logits; every other link is worth nothing. */
  readonly links?: readonly (readonly [later: string, earlier: string, score: number])[];
  /** How much a mention looks like the first of its entity, in logits; nothing where it is not told. */
  readonly newness?: { readonly [mention: string]: number };
  /** What the network says of a source's type, by the number of the notation. */
  readonly sourceTypes?: { readonly [number: number]: SourceType };
  /** Numbers of the statements that lie within the content of another, with the other's. */
  readonly within?: { readonly [number: number]: number };
}

/** A report as the network would give it to the resolving of its sources. */
export interface Mentioned {
  readonly text: string;
  /** In order of their start, the longer first. */
  readonly mentions: readonly Mention[];
  readonly attributions: readonly (FoundAttribution & Attribution & { readonly number: number })[];
  /** The sources of the attributions. */
  readonly sources: readonly Span[];
}

/**
 * Makes mentions, and attributions, from a notation in which braces hold a mention and brackets hold what `annotate` reads:
 * `mentioned('[{Mara Lind}](source) [said](cue) [{Varo|place} fell](content).')`. A mention is a person's unless another type follows a bar.
 */
export function mentioned(notation: string, told: ToldMentions = {}): Mentioned {
  const braced = annotate(notation);
  const { text, at, spans } = withoutBraces(braced.text);
  const place = ({ start, end }: Span): Span => ({ start: at[start]!, end: at[end]! });
  const counts = new Map<string, number>();
  const named = spans.map((span) => {
    const words = text.slice(span.start, span.end);
    const count = (counts.get(words) ?? 0) + 1;
    counts.set(words, count);
    return { ...span, words, key: count === 1 ? words : `${words}#${count}` };
  });
  for (const key of [
    ...(told.links ?? []).flatMap(([later, earlier]) => [later, earlier]),
    ...Object.keys(told.newness ?? {}),
  ])
    if (!named.some((each) => each.key === key))
      throw new RangeError(`Expected a mention of the notation, got “${key}”`);
  const targets = [...new Set((told.links ?? []).map(([, earlier]) => earlier))];
  const width = Math.max(1, targets.length);
  const mentions = named.map(({ start, words, key, type }): Mention => {
    const query = new Float32Array(width);
    for (const [later, earlier, score] of told.links ?? [])
      if (later === key) query[targets.indexOf(earlier)] = score * Math.sqrt(width);
    return mention(words, start, {
      type,
      newness: told.newness?.[key] ?? 0,
      query,
      key: Float32Array.from({ length: width }, (_, index) => (targets[index] === key ? 1 : 0)),
    });
  });
  const found = numbersIn(notation).map((number, index): FoundAttribution & { readonly number: number } => {
    const { source, cue, content } = braced.attributions[index]!;
    const type = told.sourceTypes?.[number];
    return {
      number,
      source: source.map(place),
      cue: cue.map(place),
      content: content.map(place),
      probability: 0.9,
      roleCertainty: 0.9,
      meaning: type === undefined ? null : meaningOf(type),
    };
  });
  const parentOf = ({ number }: { readonly number: number }): number | undefined => told.within?.[number];
  const attributions = numberAttributions(
    found.filter((each) => parentOf(each) === undefined),
    found.flatMap((spans) => {
      const parent = found.find(({ number }) => number === parentOf(spans));
      return parent === undefined ? [] : [{ spans, parent }];
    }),
  );
  return { text, mentions, attributions, sources: attributions.flatMap(({ source }) => source.slice(0, 1)) };
}

/** A mention of these words at an offset; a person's, never linked to another, unless told otherwise. */
export function mention(
  words: string,
  start: number,
  told: { readonly type?: string } & Partial<Pick<Mention, 'newness' | 'query' | 'key'>> = {},
): Mention {
  const type = told.type ?? 'person';
  if (!flatLayout.types.includes(type)) throw new RangeError(`Expected a type of mention, got “${type}”`);
  return {
    start,
    end: start + words.length,
    text: words,
    kind: kindOfMention(words),
    looks: looksOf(words),
    types: Float32Array.from(flatLayout.types, (each) => (each === type ? 4 : 0)),
    newness: told.newness ?? 0,
    query: told.query ?? new Float32Array(1),
    key: told.key ?? new Float32Array(1),
  };
}

/** What the network says of an attribution of whose source type it is sure, and of nothing else. */
export function meaningOf(sourceType: SourceType): MeaningScores {
  return {
    stance: [4, 0, 0, 0, 0, 0, 0, 0, 0],
    distance: [4, 0, 0],
    sourceType: sourceTypes.map((type) => (type === sourceType ? 4 : 0)),
    react: new Float32Array(1),
    claim: new Float32Array(1),
  };
}

/** A text without the braces of its mentions, where each of its offsets went, and the mentions. */
function withoutBraces(braced: string): {
  readonly text: string;
  readonly at: readonly number[];
  readonly spans: readonly (Span & { readonly type: string })[];
} {
  const at: number[] = [];
  const spans: (Span & { readonly type: string })[] = [];
  const open: number[] = [];
  let text = '';
  for (let i = 0; i < braced.length; i++) {
    at.push(text.length);
    const character = braced[i]!;
    if (character === '{') open.push(text.length);
    else if (character === '}' || (character === '|' && open.length > 0)) {
      const type = character === '}' ? 'person' : braced.slice(i + 1, braced.indexOf('}', i));
      spans.push({ start: open.pop()!, end: text.length, type });
      for (; braced[i] !== '}'; i++) at.push(text.length);
    } else text += character;
  }
  at.push(text.length);
  return { text, at, spans: spans.sort((a, b) => a.start - b.start || b.end - a.end) };
}

/** The numbers that a notation uses, in order. */
function numbersIn(notation: string): number[] {
  const labels = [...notation.matchAll(/\]\(([^)]*)\)/gu)].flatMap((match) => match[1]!.split(','));
  return [...new Set(labels.map((label) => Number(/\d+/u.exec(label)?.[0] ?? 1)))].sort((a, b) => a - b);
}
