import type { Parameters } from '../../api/index.ts';
import { labelOf, outletLabel, percentOf, reportDateOf } from '../../words/index.ts';

/** What is counted, for the foot of a picture that stands alone; empty where everything is. */
export function queryInWords(query: Parameters): string {
  const parts: string[] = [];
  const list = (name: string, say: (value: string) => string): void => {
    const values = query[name];
    if (Array.isArray(values) && values.length > 0)
      parts.push((values as readonly string[]).map((value) => say(value)).join(' or '));
  };
  const one = (name: string, say: (value: string) => string): void => {
    const value = query[name];
    if (typeof value === 'string') parts.push(say(value));
  };
  one('words', (words) => (query['within'] === 'content' ? `said: ${words}` : `with: ${words}`));
  one('speaker', (name) => `speaker: ${name}`);
  one('speakerName', (name) => `by ${name}`);
  for (const field of ['sourceType', 'stance', 'distance', 'quotation'] as const)
    list(field, (value) => labelOf(field, value).label);
  list('publisher', outletLabel);
  one('from', (date) => `from ${reportDateOf(date)}`);
  one('to', (date) => `to ${reportDateOf(date)}`);
  if (query['disputed'] === true) parts.push('disputed');
  one('minConfidence', (least) => `${percentOf(Number(least))} sure or more`);
  one('report', (id) => `report ${id}`);
  one('versions', (which) => `${which} versions`);
  one('readings', (which) => `${which} readings`);
  return parts.join(' · ');
}
