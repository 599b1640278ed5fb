import type { LedgerQuery, Parameters } from '../api/index.ts';

/** What can be filtered by, as far as the pages offer it: names and values are those of the server's parameters. */
const single = [
  'words',
  'within',
  'speaker',
  'speakerName',
  'from',
  'to',
  'minConfidence',
  'kind',
  'report',
  'versions',
  'readings',
] as const;
const several = ['sourceType', 'stance', 'distance', 'quotation', 'publisher'] as const;

export type QueryList = (typeof several)[number];

/**
 * The filters that an address bears, as parameters of the server: it is the server that judges their values, so that an
 * address made by hand is answered with what is wrong in it.
 */
export function queryFromSearch(search: URLSearchParams): Parameters {
  const query: Record<string, string | boolean | readonly string[]> = {};
  for (const name of single) {
    const value = search.get(name)?.trim() ?? '';
    if (value !== '') query[name] = value;
  }
  for (const name of several) {
    // An empty outlet stands for reports without one.
    const values = [...new Set(search.getAll(name))].filter((value) => value !== '' || name === 'publisher');
    if (values.length > 0) query[name] = values;
  }
  if (search.get('disputed') === 'true') query['disputed'] = true;
  return query;
}

/** A query of the engine's own type as parameters, for a link to what it finds. */
export function queryToParameters(query: LedgerQuery & { readonly speakerName?: string | undefined }): Parameters {
  return { ...query };
}

/** Whether anything but the words is asked for. */
export function isFiltered(query: Parameters): boolean {
  return Object.keys(query).some((name) => name !== 'words' && name !== 'within');
}

/** A list with a value put in or taken out. */
export function toggled(values: readonly string[], value: string): string[] {
  return values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
}
