import { roles, type Role, type RoleSpans } from '../attribution/index.ts';
import type { RoleTokens } from './align.ts';
import { isRelaxedMatch, type DocumentMatch, type Pair } from './match-document.ts';
import type { Count } from './score.ts';
import type { ScoredText, TokenSet } from './scored-text.ts';

/** The measures, named as `docs/accuracy.md` explains them. */
export const measures = [
  ...roles.map((role) => `span_exact.${role}` as const),
  ...roles.map((role) => `token.${role}` as const),
  'detect',
  ...roles.map((role) => `linked.${role}` as const),
  'full_relaxed',
  'full_exact',
  'detect_direct (recall)',
  'detect_indirect (recall)',
  'detect_mixed (recall)',
] as const;

export type Measure = (typeof measures)[number];

export type Counts = { readonly [measure in Measure]: Count };

/** Compares the attributions found in one document with one annotator's. */
export function scoreDocument(match: DocumentMatch): Counts {
  const { text, gold, found, goldTokens, foundTokens, goldCore, foundCore, pairs } = match;
  const aligned = (right: (pair: Pair) => boolean): number => pairs.filter(right).length;
  const counts = new Map<Measure, Count>();

  for (const role of roles) {
    counts.set(`span_exact.${role}`, shared(edges(text, gold, role), edges(text, found, role)));
    counts.set(`token.${role}`, shared(union(goldTokens, role), union(foundTokens, role)));
    counts.set(`linked.${role}`, {
      hit: aligned(([i, j]) => goldCore[i]![role].size > 0 && same(goldCore[i]![role], foundCore[j]![role])),
      found: foundCore.filter((tokens) => tokens[role].size > 0).length,
      gold: goldCore.filter((tokens) => tokens[role].size > 0).length,
    });
  }
  const all = { found: found.length, gold: gold.length };
  counts.set('detect', { hit: pairs.length, ...all });
  counts.set('full_relaxed', { hit: aligned((pair) => isRelaxedMatch(match, pair)), ...all });
  counts.set('full_exact', {
    hit: aligned(([i, j]) => roles.every((role) => same(goldCore[i]![role], foundCore[j]![role]))),
    ...all,
  });
  const forms = gold.map(({ content }) => text.quotationForm(content));
  for (const form of ['direct', 'indirect', 'mixed'] as const) {
    const total = forms.filter((f) => f === form).length;
    counts.set(`detect_${form} (recall)`, { hit: aligned(([i]) => forms[i] === form), found: total, gold: total });
  }
  return Object.fromEntries(counts) as unknown as Counts;
}

/** First and last token of every contiguous span of a role, as one key each. */
function edges(text: ScoredText, attributions: readonly RoleSpans[], role: Role): Set<string> {
  const found = new Set<string>();
  for (const attribution of attributions) {
    for (const span of text.merged(attribution[role])) {
      const tokens = [...text.tokens([span])];
      if (tokens.length > 0) found.add(`${Math.min(...tokens)}-${Math.max(...tokens)}`);
    }
  }
  return found;
}

function union(attributions: readonly RoleTokens[], role: Role): Set<number> {
  return new Set(attributions.flatMap((tokens) => [...tokens[role]]));
}

function shared<T>(gold: ReadonlySet<T>, found: ReadonlySet<T>): Count {
  return { hit: gold.intersection(found).size, found: found.size, gold: gold.size };
}

function same(a: TokenSet, b: TokenSet): boolean {
  return a.size === b.size && a.isSubsetOf(b);
}
