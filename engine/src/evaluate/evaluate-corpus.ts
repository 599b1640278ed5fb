import { z } from 'zod';
import type { RoleSpans } from '../attribution/index.ts';
import { AccordingError, kindOf } from '../errors.ts';
import { measures, scoreDocument, type Count, type Counts, type Measure } from './score-document.ts';
import { ScoredText } from './scored-text.ts';

const spans = z.array(z.tuple([z.number(), z.number()]).transform(([start, end]) => ({ start, end })));
const attribution = z.object({ source: spans.default([]), cue: spans.default([]), content: spans.default([]) });
const goldSchema = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  text: z.string(),
  attributions: z.array(attribution),
  /** Further annotators' versions of the same document. */
  alternatives: z.array(z.array(attribution)).default([]),
});

/** A document with its reference attributions, by one annotator or several. */
export interface GoldDocument {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly RoleSpans[];
  readonly alternatives: readonly (readonly RoleSpans[])[];
}

export interface Score {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
  /** 95 % interval of F1, where documents were resampled. */
  readonly ci95?: readonly [low: number, high: number];
}

export interface Evaluation {
  readonly documents: number;
  /** Ids of reference documents with no prediction; they count as documents with no attributions found. */
  readonly missing: readonly string[];
  readonly scores: { readonly [measure in Measure]: Score };
}

/** @throws {AccordingError} `document-invalid` */
export function parseGold(value: unknown, line: number): GoldDocument {
  return parse(goldSchema, value, line, 'a document with its attributions');
}

/** @throws {AccordingError} `document-invalid` */
export function parsePrediction(value: unknown, line: number): { id: string; attributions: readonly RoleSpans[] } {
  return parse(goldSchema.pick({ id: true, attributions: true }), value, line, 'an id and attributions');
}

function parse<T>(schema: z.ZodType<T>, value: unknown, line: number, expected: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const { path } = parsed.error.issues[0]!;
  const wrong = path.reduce<unknown>((part, key) => (part as Record<PropertyKey, unknown>)[key], value);
  const where = path.length > 0 ? ` at “${path.join('.')}”` : '';
  const message = `Expected ${expected}, got ${kindOf(wrong)}${where} (line ${line})`;
  throw new AccordingError('document-invalid', message, { line });
}

/**
 * Scores predictions against a reference. A document that several people annotated is scored against each, at weight 1/k.
 *
 * @param bootstrap - how often to resample the documents for intervals; 0 for none
 */
export function evaluateCorpus(
  gold: readonly GoldDocument[],
  predicted: ReadonlyMap<string, readonly RoleSpans[]>,
  bootstrap: number = 0,
): Evaluation {
  const counts = gold.map((document) => {
    const text = new ScoredText(document.text);
    const versions = [document.attributions, ...document.alternatives];
    return average(versions.map((version) => scoreDocument(text, version, predicted.get(document.id) ?? [])));
  });
  const intervals = bootstrap > 0 ? resample(counts, bootstrap) : null;
  const scores = perMeasure((measure) => {
    const { p, r, f1 } = scoreOf(sum(counts.map((c) => c[measure])));
    return { p: round(p), r: round(r), f1: round(f1), ...(intervals && { ci95: intervals[measure] }) };
  });
  return { documents: gold.length, missing: gold.filter(({ id }) => !predicted.has(id)).map(({ id }) => id), scores };
}

function average(versions: readonly Counts[]): Counts {
  return perMeasure((measure) => {
    const { hit, found, gold } = sum(versions.map((counts) => counts[measure]));
    return { hit: hit / versions.length, found: found / versions.length, gold: gold / versions.length };
  });
}

function resample(
  counts: readonly Counts[],
  draws: number,
): { readonly [measure in Measure]: readonly [number, number] } {
  const random = seededRandom(1);
  const samples = Array.from({ length: draws }, () => counts.map(() => counts[Math.floor(random() * counts.length)]!));
  return perMeasure((measure) => {
    const values = samples.map((sample) => scoreOf(sum(sample.map((c) => c[measure]))).f1).sort((a, b) => a - b);
    return [round(values[Math.floor(0.025 * draws)]!), round(values[Math.floor(0.975 * draws)]!)];
  });
}

function sum(counts: readonly Count[]): Count {
  let [hit, found, gold] = [0, 0, 0];
  for (const count of counts) {
    hit += count.hit;
    found += count.found;
    gold += count.gold;
  }
  return { hit, found, gold };
}

function scoreOf({ hit, found, gold }: Count): { p: number; r: number; f1: number } {
  const p = found > 0 ? hit / found : 0;
  const r = gold > 0 ? hit / gold : 0;
  return { p, r, f1: p + r > 0 ? (2 * p * r) / (p + r) : 0 };
}

function perMeasure<T>(value: (measure: Measure) => T): { readonly [measure in Measure]: T } {
  return Object.fromEntries(measures.map((measure) => [measure, value(measure)])) as { [measure in Measure]: T };
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}

/** Mulberry32: the same draws on every machine. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
