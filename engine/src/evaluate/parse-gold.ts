import { z } from 'zod';
import { distances, quotationForms, sourceTypes, stances } from '../attribution/index.ts';
import { AccordingError, kindOf } from '../errors.ts';
import type { GoldDocument, Labels, Meaning, PredictedAttribution } from './gold.ts';

const id = z.union([z.string(), z.number()]).transform(String);
const span = z.tuple([z.number(), z.number()]).transform(([start, end]) => ({ start, end }));
const spans = z.array(span).default([]);
const roles = { source: spans, cue: spans, content: spans };
const aliases = z.array(z.array(z.string())).nullable().default(null);
const meaning = z.object({
  speaker: z.string().nullable(),
  sourceType: z.enum(sourceTypes),
  quotation: z.enum(quotationForms),
  stance: z.enum(stances),
  distance: z.enum(distances),
  disputes: z.array(z.union([id, span])).default([]),
});

/** Labelled where it has a stance: then the other labels have to be there too. */
const goldAttribution = z.looseObject({ ...roles, id: id.optional() }).transform((row, context) => {
  const { id, source, cue, content } = row;
  const bare = { id, source, cue, content, meaning: null as Meaning | null };
  if (row['stance'] === undefined || row['stance'] === null) return bare;
  const labels = meaning.safeParse(row);
  if (labels.success) return { ...bare, meaning: labels.data };
  context.issues.push(...labels.error.issues.map((issue) => ({ ...issue, input: row }) as z.core.$ZodRawIssue));
  return z.NEVER;
});
const goldSchema = z.object({
  id,
  text: z.string(),
  attributions: z
    .array(goldAttribution)
    .transform((rows) => rows.map((row, index) => ({ ...row, id: row.id ?? String(index) }))),
  alternatives: z.array(z.array(z.object(roles))).default([]),
  aliases,
});
const predictedAttribution = z.object({
  ...roles,
  id: id.nullish(),
  speaker: meaning.shape.speaker.optional(),
  sourceType: meaning.shape.sourceType.nullish(),
  quotation: meaning.shape.quotation.nullish(),
  stance: meaning.shape.stance.nullish(),
  distance: meaning.shape.distance.nullish(),
  disputes: z.array(z.union([id, span])).nullish(),
  confidence: z.number().min(0).max(1).nullish(),
});
const predictionSchema = z.object({ id, attributions: z.array(predictedAttribution) });
const labelsSchema = z.object({ id, layer2: z.record(z.string(), meaning).default({}), aliases });

/**
 * A document with its reference attributions; those without an id get their place as one, from 0.
 *
 * @throws {AccordingError} `document-invalid`
 */
export function parseGold(value: unknown, line: number): GoldDocument {
  return parse(goldSchema, value, line, 'a document with its attributions');
}

/** @throws {AccordingError} `document-invalid` */
export function parsePrediction(
  value: unknown,
  line: number,
): { readonly id: string; readonly attributions: readonly PredictedAttribution[] } {
  return parse(predictionSchema, value, line, 'an id and attributions');
}

/**
 * Labels kept apart from the document of that id, `{id, layer2: {attribution id: {speaker, …}}, aliases?}`.
 *
 * @throws {AccordingError} `document-invalid`
 */
export function parseLabels(value: unknown, line: number): Labels & { readonly id: string } {
  const { id, layer2, aliases } = parse(labelsSchema, value, line, 'an id and labels of attributions');
  return { id, meanings: new Map(Object.entries(layer2)), aliases };
}

function parse<T>(schema: z.ZodType<T>, value: unknown, line: number, expected: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  const { path } = issue;
  const wrong = path.reduce<unknown>((part, key) => (part as Record<PropertyKey, unknown>)[key], value);
  const where = path.length > 0 ? ` at “${path.join('.')}”` : '';
  const message = `Expected ${wanted(issue) ?? expected}, got ${shown(wrong, wanted(issue))}${where} (line ${line})`;
  throw new AccordingError('document-invalid', message, { line });
}

/** What a value of the right kind, but out of range, should have been; `null` where the kind is wrong. */
function wanted(issue: z.core.$ZodIssue): string | null {
  if (issue.code === 'invalid_value') return issue.values.join(', ').replace(/, (?=[^,]*$)/u, ' or ');
  return issue.code === 'too_small' || issue.code === 'too_big' ? 'a number from 0 to 1' : null;
}

const longestShown = 40;

function shown(value: unknown, range: string | null): string {
  if (range === null || (typeof value !== 'string' && typeof value !== 'number')) return kindOf(value);
  const text = String(value);
  return `“${text.length > longestShown ? `${text.slice(0, longestShown)}…` : text}”`;
}
