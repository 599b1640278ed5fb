import { z } from '@hono/zod-openapi';
import { distances, quotationForms, sourceTypes, stances } from '../attribution/index.ts';
import type { LedgerQuery } from '../ledger/index.ts';

const mostPerPage = 500;
const longestValue = 10_000;

/** A parameter that may stand several times. */
export function many<Item extends z.ZodType<string, string>>(item: Item) {
  return z
    .union([item, z.array(item).max(1000)])
    .transform((value): z.output<Item>[] => (Array.isArray(value) ? value : [value]) as z.output<Item>[])
    .optional();
}

function oneOf<const Values extends readonly [string, ...string[]]>(values: Values, description: string) {
  return many(z.enum(values) as unknown as z.ZodType<Values[number], string>).openapi({
    type: 'array',
    items: { type: 'string', enum: [...values] },
    description,
  });
}

export const text = z.string().max(longestValue);

/** A whole number within bounds. */
export function wholeNumber(least: number, most: number, description: string) {
  return z
    .string()
    .regex(/^\d{1,9}$/u, `expected a whole number from ${least} to ${most}`)
    .transform(Number)
    .pipe(z.number().min(least).max(most))
    .optional()
    .openapi({ type: 'integer', minimum: least, maximum: most, description });
}

export const limit = wholeNumber(1, mostPerPage, `how many, ${mostPerPage} at most`);

/** What stands in the address of a page: how many, and where it goes on. */
export const pageParameters = {
  limit,
  cursor: text.optional().describe('“next” of the page before'),
};

export const format = z.enum(['json', 'csv']).optional().describe('the same as “Accept: text/csv”');

/** What is looked for, as `LedgerQuery` names it. */
export const queryParameters = {
  words: text.optional().describe('words, and “phrases” in quotation marks, all of which must occur'),
  within: z.enum(['content', 'anywhere']).optional().describe('where the words are looked for'),
  speaker: text.optional().describe('words of the speaker’s name'),
  speakerName: text.optional().describe('the speaker’s name, exactly as the list of entities has it'),
  sourceType: oneOf(sourceTypes, 'kinds of source'),
  stance: oneOf(stances, 'what the source does with it'),
  distance: oneOf(distances, 'how the report presents it'),
  quotation: oneOf(quotationForms, 'quoted or not'),
  publisher: many(text).openapi({ type: 'array', items: { type: 'string' }, description: 'outlets, by full name' }),
  from: z.string().max(40).optional().describe('from this date on: 2026, 2026-03 or 2026-03-14'),
  to: z.string().max(40).optional().describe('up to this date, it included'),
  disputed: z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .optional()
    .openapi({ type: 'boolean', description: 'only what another statement in the report contradicts' }),
  minConfidence: z
    .string()
    .regex(/^(?:0?\.\d{1,6}|[01](?:\.\d{0,6})?)$/u, 'expected a number from 0 to 1')
    .transform(Number)
    .pipe(z.number().min(0).max(1))
    .optional()
    .openapi({ type: 'number', minimum: 0, maximum: 1, description: 'only statements at least this sure' }),
  kind: z.enum(['statement', 'own-voice', 'any']).optional().describe('statements, if not said'),
  report: z.string().max(100).optional().describe('id of a report'),
  versions: z.enum(['latest', 'all']).optional().describe('the latest version of each report, if not said'),
  readings: z.enum(['current', 'all']).optional().describe('the newest reading of each text, if not said'),
};

const names = Object.keys(queryParameters) as (keyof typeof queryParameters)[];

/** The query among the parameters of a request. */
export function ledgerQuery(parameters: Partial<z.output<z.ZodObject<typeof queryParameters>>>): LedgerQuery {
  return Object.fromEntries(
    names.flatMap((name) => (parameters[name] === undefined ? [] : [[name, parameters[name]]])),
  );
}

/** A query in words, for the foot of an export. */
export function inWords(query: LedgerQuery): string {
  const parts = Object.entries(query).map(([name, value]) => `${name}: ${[value].flat().join(', ')}`);
  return parts.join(' · ') || 'everything';
}
