import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shown } from '../src/tour/shown.ts';

const folder = new URL('../../examples/', import.meta.url);
const examples = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));

describe('the tour', () => {
  it.each([shown.report, ...shown.compared])('leads to a report that is among the examples: %s', (url) => {
    expect(examples.some((text) => text.includes(url))).toBe(true);
  });
});
