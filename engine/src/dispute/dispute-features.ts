import {
  extent,
  stances,
  type Attribution,
  type EntityId,
  type FoundAttribution,
  type Stance,
} from '../attribution/index.ts';
import type { Span } from '../document/index.ts';
import type { EntityIndex } from './entity-index.ts';

/** What disputes are found by. */
export interface JudgedAttribution extends FoundAttribution, Attribution {
  readonly speaker: string | null;
  readonly entity: EntityId | null;
  readonly stance: Stance;
}

/** An attribution with what comparing it with others needs, made once. */
export interface Side {
  readonly attribution: JudgedAttribution;
  readonly start: number;
  readonly cue: string;
  /** Words of the content that mean something, in lower case, cut to their stems' length. */
  readonly words: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  readonly negated: boolean;
  /** Whether the content rejects something, and whether it points at what was said. */
  readonly rejects: boolean;
  readonly points: boolean;
  /** The entities that the content mentions, pronouns included. */
  readonly mentions: ReadonlySet<EntityId>;
  /** The words that lead into its sentence: `But`, `However`. */
  readonly opens: boolean;
  readonly stanceShares: readonly number[];
}

const idle = new Set(
  (
    'the a an of in for from at on with by to and or but that this these those is are was were be been being has have had do does did will would ' +
    'can could may might should shall not no nor it its he she they them his her their we our you your i me my who whom which what when where why how ' +
    'as if than then there here so too very just also more most some any all about into over after before out up down said says'
  ).split(' '),
);
const negation =
  /\b(?:not|no|never|nothing|none|nobody|neither|nor|without|false|untrue|wrong|baseless|unfounded)\b|n[’']t\b/iu;
const contrast = /^[“"'‘]?(?:but|however|yet|instead|still|in fact|on the contrary|despite|although|though|while)\b/iu;
/** Cues that reject. */
export const rebuts =
  /\b(?:den(?:y|ies|ied|ying)|disput\w+|reject\w+|refut\w+|contradict\w+|rebut\w*|dismiss\w*|counter(?:ed|s|ing)?|contest\w*|disagree\w*|oppos\w+|challeng\w+|push(?:ed|es|ing)? back|fire[ds]? back|hit back|respond\w*|repl(?:y|ied|ies)|called? .{0,30}(?:false|lie|nonsense|baseless))\b/iu;

/** Words of a content that reject something. */
const rejects =
  /\b(?:exaggerat\w+|unfounded|baseless|groundless|false\w*|untrue|wrong|incorrect|inaccurate|misleading|misled|nonsense|ridiculous|absurd|outrageous|hypocri\w+|lies?|lied|lying|liars?|smears?|distort\w+|mis(?:represent|character|interpret|quot)\w+|myth|fabricat\w+|invented|crap|rubbish|propaganda|hoax|no (?:evidence|basis|truth|proof|such)|(?:not|n[’']t) (?:true|the case|hold|happen\w*|a \w+)|never (?:said|did|happened|was|been)|nothing (?:to do|wrong|illegal|improper))\b/iu;
/** Words that point at what somebody has said. */
const points =
  /\b(?:claims?|accusations?|allegations?|charges?|suggestions?|assertions?|arguments?|rationales?|criticisms?|statements?|reports?|idea|notion|narrative|figures?|estimates?|findings?|verdict|proposals?|attacks?|account)\b/iu;
const answers =
  /\b(?:respond\w*|repl(?:y|ied|ies|ying)|answer\w*|counter\w*|retort\w*|shot back|fir(?:ed|es|ing) back|hit back|pushed back|insist\w*|maintain\w*|said .{0,20}(?:instead|however))\b/iu;

export function sideOf(text: string, attribution: JudgedAttribution, entities: EntityIndex): Side {
  const { cue, content, meaning } = attribution;
  const start = extent(attribution)!.start;
  const contents = slices(text, content);
  const lead = text.slice(Math.max(0, start - 40), start);
  const sentence = lead
    .slice(Math.max(lead.lastIndexOf('. '), lead.lastIndexOf('\n'), lead.lastIndexOf('” '), lead.lastIndexOf('" ')) + 1)
    .trimStart();
  return {
    attribution,
    start,
    cue: slices(text, cue),
    words: new Set(meaningful(contents)),
    numbers: new Set(contents.match(/\d[\d.,]*\d|\d/gu) ?? []),
    negated: negation.test(contents),
    rejects: rejects.test(contents),
    points: points.test(contents),
    mentions: new Set(content.flatMap((span) => entities.within(span))),
    opens: contrast.test(sentence + text.slice(start, start + 20)),
    stanceShares: meaning === null ? stances.map(() => 0) : softmax(meaning.stance),
  };
}

/**
 * What tells whether one attribution contradicts another, as numbers of about the same size: fitted to reference disputes by `npm run fit`.
 *
 * @param between - how many attributions the claim stands before the reaction; negative where it stands after
 */
export function disputeFeatures(reaction: Side, claim: Side, between: number): { readonly [feature: string]: number } {
  const [a, b] = [reaction.attribution, claim.attribution];
  const share = (stance: Stance): number => reaction.stanceShares[stances.indexOf(stance)]!;
  const same = a.speaker !== null && (a.entity === null ? a.speaker === b.speaker : a.entity === b.entity);
  const shared = [...reaction.words].filter((word) => claim.words.has(word)).length;
  const least = Math.min(reaction.words.size, claim.words.size);
  const overlap = least === 0 ? 0 : shared / Math.sqrt(reaction.words.size * claim.words.size);
  const named = b.entity !== null && reaction.mentions.has(b.entity);
  const worded = b.speaker !== null && meaningful(b.speaker).some((word) => reaction.words.has(word));
  return {
    network: a.meaning === null || b.meaning === null ? -3 : dot(a.meaning.react, b.meaning.claim) - 3,
    noNetwork: a.meaning === null || b.meaning === null ? 1 : 0,
    denies: share('denies'),
    doubts: share('doubts'),
    accuses: share('accuses'),
    claimDenies: claim.stanceShares[stances.indexOf('denies')]!,
    rebuts: rebuts.test(reaction.cue) ? 1 : 0,
    overlap,
    shared: Math.min(shared, 4) / 2,
    deniesShared: share('denies') * Math.min(shared, 3),
    named: named ? 1 : 0,
    worded: worded ? 1 : 0,
    deniesNamed: named ? share('denies') : 0,
    pointsNext: reaction.points && between === 1 ? 1 : 0,
    pointsAlone: reaction.points && reaction.words.size <= 3 && between === 1 ? 1 : 0,
    pointsDenied: reaction.points ? share('denies') : 0,
    same: same ? 1 : 0,
    contrast: reaction.opens ? 1 : 0,
    negation: reaction.negated !== claim.negated ? 1 : 0,
    rejects: reaction.rejects ? 1 : 0,
    rejectsNear: reaction.rejects && between > 0 ? 1 / between : 0,
    rejectsShared: reaction.rejects ? Math.min(shared, 3) : 0,
    points: reaction.points && (reaction.rejects || reaction.negated || share('denies') > 0.3) ? 1 : 0,
    pointsNamed: reaction.points && (named || worded) ? 1 : 0,
    answers: answers.test(reaction.cue) ? 1 : 0,
    answersNear: answers.test(reaction.cue) && between > 0 ? 1 / between : 0,
    deniesNear: between > 0 ? share('denies') / between : 0,
    rebutsNear: rebuts.test(reaction.cue) && between > 0 ? 1 / between : 0,
    negationShared: reaction.negated !== claim.negated ? Math.min(shared, 3) : 0,
    numbers:
      overlap > 0.15 &&
      reaction.numbers.size > 0 &&
      claim.numbers.size > 0 &&
      reaction.numbers.isDisjointFrom(claim.numbers)
        ? 1
        : 0,
    after: between < 0 ? 1 : 0,
    near: between === 1 ? 1 : 0,
    far: Math.log(1 + Math.abs(between)),
  };
}

function meaningful(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  // Cut short, `claims` and `claimed`, `disputes` and `disputing` are one word.
  return words.filter((word) => word.length > 2 && !idle.has(word)).map((word) => word.slice(0, 6));
}

function slices(text: string, spans: readonly Span[]): string {
  return spans.map(({ start, end }) => text.slice(start, end)).join(' ');
}

function softmax(logits: readonly number[]): number[] {
  const top = Math.max(...logits);
  const shares = logits.map((logit) => Math.exp(logit - top));
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / sum);
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum / Math.sqrt(a.length);
}
