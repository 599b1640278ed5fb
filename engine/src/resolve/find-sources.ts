import { extent, type Attribution, type FoundAttribution, type Reason } from '../attribution/index.ts';
import { countWhile, encloses, paragraphSpans, type Document, type Span } from '../document/index.ts';
import type { Cluster, Link } from './cluster.ts';
import { contentAround, contentsOf } from './content-around.ts';
import { Authorship } from './find-author.ts';
import type { Mention } from './find-mentions.ts';
import { fullerPhrase } from './fuller-phrase.ts';
import { lastIndexBefore } from './last-index-before.ts';
import { jointName } from './joint-name.ts';
import { nameCore } from './name-core.ts';
import { fullestName, ownPhrase } from './speaker-name.ts';

/** Whom an attribution's source refers to. */
export interface FoundSource {
  /** The speaker's name in the text, or `null` where the report names nobody. */
  readonly name: Span | null;
  readonly cluster: Cluster | null;
  /** Whether it is the report's own `I`. */
  readonly isAuthor?: true;
  readonly reasons: readonly Reason[];
}

type Found = FoundAttribution & Attribution;

const firstPerson = new Set('i me my mine myself we us our ours ourselves'.split(' '));
const signature = /^\s{0,3}(?:--?|[–—―])\s{0,3}/u;
const joined = /[\s,](?:and|but|then|and then|and also)\s+$/u;
const sentenceEnd = /[.!?][”"’']?\s+\p{Lu}/u;
/** `Keel and her advisers` are more than Keel. */
const withOthers = /\s(?:and|or)\s+(?:his|her|their|its|other|others|the|some|many|several)\b/u;
/** What stands for those named just before it. */
const ofWhom = /^(?:many|some|most|all|both|several|few|none|each|two|three)\sof\s(?:whom|which)$/iu;
/** How many first persons may wait for each other's speaker. */
const mostPending = 50;
const nobody: FoundSource = { name: null, cluster: null, reasons: [] };

/** Finds the source of each attribution of a document, in order; where the text leaves it open, the source's own words stay. */
export function findSources(
  document: Document,
  attributions: readonly Found[],
  mentions: readonly Mention[],
  clusters: readonly Cluster[],
  sourceTypes: readonly string[],
): FoundSource[] {
  const { text } = document;
  const authorship = new Authorship(document);
  const paragraphs = paragraphSpans(text);
  const paragraphOf = (at: number): number => lastIndexBefore(paragraphs, at);
  const exact = new Map(mentions.map((mention) => [`${mention.start} ${mention.end}`, mention]));
  const home = new Map<Mention, Cluster>();
  const linkOf = new Map<Mention, Link>();
  for (const cluster of clusters) {
    for (const link of cluster.links) {
      home.set(link.mention, cluster);
      linkOf.set(link.mention, link);
    }
  }
  const fullest = new Map<Cluster, Span | null>();
  const contents = contentsOf(attributions);
  const indexOf = new Map(attributions.map((attribution, index) => [attribution, index]));
  const starts = attributions.map(startOf);
  /** Indexes of the attributions within no other that have a speaker, in order. */
  const named: number[] = [];
  const pending = new Set<Found>();
  const none = sourceTypes.indexOf('none');
  const found = new Map<Found, FoundSource>();
  // What is said inside another's words needs the other's speaker first.
  for (const attribution of [...attributions].sort((a, b) => Number(a.parent !== null) - Number(b.parent !== null))) {
    const source = sourceOf(attribution);
    found.set(attribution, source);
    if (attribution.parent === null && source.name !== null) named.push(indexOf.get(attribution)!);
  }
  return attributions.map((attribution) => found.get(attribution)!);

  function sourceOf(attribution: Found): FoundSource {
    const [first] = attribution.source;
    if (first === undefined) return attribution.cue.length === 0 ? afterPause(attribution) : elided(attribution);
    const mention = ofWhom.test(text.slice(first.start, first.end))
      ? endingAt(first.start)
      : (exact.get(`${first.start} ${first.end}`) ?? within(first));
    const words = text.slice(first.start, first.end).toLowerCase();
    if (firstPerson.has(words)) return ofFirstPerson(attribution, first);
    const cluster = mention && home.get(mention);
    if (mention === undefined || cluster === undefined) {
      const core = nameCore(text.slice(first.start, first.end), true);
      const name = core === null ? first : { start: first.start + core.start, end: first.start + core.end };
      return { name, cluster: null, reasons: [] };
    }
    // `Some voters` and `voters` need not be the same: a group, and who is kept nameless, stays in the report's words.
    const kept = keepsOwnPhrase(attribution) || withOthers.test(mention.text);
    const name =
      (kept ? null : (jointName(text, first) ?? fullestOf(cluster))) ??
      fullerPhrase(text, ownPhrase(cluster, mention, kept));
    const reasons = chain(mention);
    if (reasons.length > 0) return { name, cluster, reasons };
    return { name, cluster, reasons: [{ decision: 'speaker', because: 'so called by the source', words: [first] }] };
  }

  function fullestOf(cluster: Cluster): Span | null {
    const known = fullest.get(cluster);
    if (known !== undefined) return known;
    const name = fullestName(cluster);
    fullest.set(cluster, name);
    return name;
  }

  function bestType({ meaning }: Found): string | null {
    return meaning === null ? null : (sourceTypes[meaning.sourceType.indexOf(Math.max(...meaning.sourceType))] ?? null);
  }

  function keepsOwnPhrase({ meaning }: Found): boolean {
    if (meaning === null) return false;
    const top = Math.max(...meaning.sourceType);
    const share = 1 / meaning.sourceType.reduce((sum, logit) => sum + Math.exp(logit - top), 0);
    const best = sourceTypes[meaning.sourceType.indexOf(top)];
    return (best === 'group' || best === 'unnamed') && share > 0.6;
  }

  /** The longest mention that ends before an offset, a comma left out: what `many of whom` are. */
  function endingAt(offset: number): Mention | undefined {
    let end = offset;
    while (end > 0 && offset - end < 3 && /[\s,]/u.test(text[end - 1]!)) end--;
    const from = Math.max(0, lastIndexBefore(mentions, offset - 200));
    for (let i = from; i < mentions.length && mentions[i]!.start < end; i++) {
      if (mentions[i]!.end === end && home.has(mentions[i]!)) return mentions[i];
    }
    return undefined;
  }

  /** The mention that covers most of a source whose edges are no mention's. */
  function within(span: Span): Mention | undefined {
    const from = lastIndexBefore(mentions, span.start - 200);
    let best: Mention | undefined;
    for (let i = Math.max(0, from); i < mentions.length && mentions[i]!.start < span.end; i++) {
      const mention = mentions[i]!;
      if (!encloses(span, mention) || !home.has(mention)) continue;
      if (best === undefined || mention.end - mention.start > best.end - best.start) best = mention;
    }
    return best !== undefined && best.end - best.start > 0.5 * (span.end - span.start) ? best : undefined;
  }

  /** `I` and `we`: inside a quotation whoever is quoted, else the report's author. */
  function ofFirstPerson(attribution: Found, source: Span): FoundSource {
    const around = contentAround(contents, source, indexOf.get(attribution)!);
    const speaker = around === null ? undefined : speakerOf(attributions[around]!);
    if (speaker !== undefined && speaker.name !== null) {
      const because = `“${text.slice(source.start, source.end)}” is whoever is quoted`;
      return { ...speaker, reasons: [{ decision: 'speaker', because, words: [source, speaker.name] }] };
    }
    // `We` may be anybody; `I` is whoever signs.
    const several = /^(?:we|us|our|ours|ourselves)$/u.test(text.slice(source.start, source.end).toLowerCase());
    if (several && (bestType(attribution) !== 'author' || !authorship.isSole)) {
      return { name: source, cluster: null, reasons: [] };
    }
    const signed = authorship.at(source.start);
    const reasons: Reason[] =
      signed === null ? [] : [{ decision: 'speaker', because: 'the report’s author', words: [signed] }];
    return { name: signed ?? source, cluster: null, isAuthor: true, reasons };
  }

  /** The source of whom a first person may be; what two say within each other's words stays open, and so does a long chain. */
  function speakerOf(around: Found): FoundSource | undefined {
    const known = found.get(around);
    if (known !== undefined || around.parent !== null || pending.has(around) || pending.size >= mostPending)
      return known;
    pending.add(around);
    const source = sourceOf(around);
    pending.delete(around);
    return source;
  }

  /** A quotation with nobody beside it: signed after a dash, or whoever was quoted before. */
  function afterPause(attribution: Found): FoundSource {
    const content = attribution.content.at(-1)!;
    const sign = signature.exec(text.slice(content.end, content.end + 8));
    if (sign !== null) {
      const at = content.end + sign[0].length;
      let signed: Mention | undefined;
      for (let i = lastIndexBefore(mentions, at); i >= 0 && mentions[i]!.start === at; i--) {
        if (mentions[i]!.kind === 'name') signed = mentions[i];
      }
      const cluster: Cluster | undefined = signed && home.get(signed);
      if (signed !== undefined && cluster !== undefined) {
        const name = fullestOf(cluster) ?? signed;
        return {
          name,
          cluster,
          reasons: [{ decision: 'speaker', because: 'signed after the quotation', words: [signed] }],
        };
      }
    }
    const before = previous(attribution, 2);
    if (before === undefined || before.source.name === null) return nobody;
    const words = before.attribution.source.length > 0 ? before.attribution.source : [before.source.name];
    return {
      ...before.source,
      reasons: [{ decision: 'speaker', because: 'goes on from whoever was quoted before', words }],
    };
  }

  /** A cue without a subject: `, adding that …` has that of the sentence it goes on from. */
  function elided(attribution: Found): FoundSource {
    const before = previous(attribution, 0);
    if (before === undefined || before.source.name === null) return nobody;
    const logits = attribution.meaning?.sourceType;
    const impersonal = logits === undefined || logits[none] === Math.max(...logits);
    if (impersonal && !goesOn(before.attribution, attribution)) return nobody;
    return {
      ...before.source,
      reasons: [
        { decision: 'speaker', because: 'the subject of the sentence goes on', words: before.attribution.source },
      ],
    };
  }

  /** Whether a cue is joined to what comes before it in its sentence: `… and says`, `…, adding`. */
  function goesOn(before: Found, { cue }: Found): boolean {
    const start = cue[0]!.start;
    const from = extent(before)!.start;
    if (start - from > 600 || sentenceEnd.test(text.slice(before.cue[0]?.end ?? from, start))) return false;
    const lead = text.slice(Math.max(0, start - 12), start);
    return joined.test(lead) || (/,\s*$/u.test(lead) && /^\p{L}+ing\b/u.test(text.slice(start, start + 30)));
  }

  /** The attribution last before another that names a speaker, at most so many paragraphs back. */
  function previous(
    attribution: Found,
    mostParagraphs: number,
  ): { attribution: Found; source: FoundSource } | undefined {
    const index = indexOf.get(attribution)!;
    const at = starts[index]!;
    let last = countWhile(named, (other) => other < index) - 1;
    while (last >= 0 && starts[named[last]!]! >= at) last--;
    if (last < 0) return undefined;
    const other = named[last]!;
    if (paragraphOf(at) - paragraphOf(starts[other]!) > mostParagraphs) return undefined;
    return { attribution: attributions[other]!, source: found.get(attributions[other]!)! };
  }

  /** How a source leads to its cluster's name, mention by mention. */
  function chain(mention: Mention): Reason[] {
    const reasons: Reason[] = [];
    let at: Mention | null = mention;
    for (let steps = 0; at !== null && steps < 8; steps++) {
      const link = linkOf.get(at);
      if (link === undefined || link.antecedent === null) break;
      const [from, to] = [quote(at), quote(link.antecedent)];
      reasons.push({
        decision: 'speaker',
        because: `${from} is ${link.because} ${to}`,
        words: [at, link.antecedent].map(bare),
      });
      at = link.antecedent.start < at.start ? link.antecedent : null;
    }
    return reasons;
  }

  function quote({ start, end }: Span): string {
    return `“${text.slice(start, end)}”`;
  }
}

function bare({ start, end }: Span): Span {
  return { start, end };
}

function startOf(attribution: Found): number {
  return extent(attribution)!.start;
}
