import { describe, expect, it } from 'vitest';
import type { Import } from '../../api/index.ts';
import { countsInWords, nameOfImport, shareOf, stateInWords } from './import-words.ts';

const none = { added: 0, 'new-version': 0, reread: 0, unchanged: 0, failed: 0 };
const anImport = (changes: Partial<Import>): Import => ({
  id: 'i',
  state: 'running',
  waiting: false,
  startedAt: '2026-03-04T09:00:00Z',
  inputs: ['press'],
  found: 4,
  counts: none,
  statements: 0,
  failures: [],
  reports: [],
  bytes: 0,
  allBytes: 0,
  error: null,
  ...changes,
});

describe('an import in words', () => {
  it.each([
    [['a'], 'a'],
    [['a', 'b'], 'a, b'],
    [['a', 'b', 'c', 'd'], 'a, b and 2 more'],
  ])('is called by its inputs: %o', (inputs, name) => {
    expect(nameOfImport(anImport({ inputs }))).toBe(name);
  });

  it('tells what came of it, and nothing that did not', () => {
    const counts = { ...none, added: 1, unchanged: 3, failed: 2 };
    expect(countsInWords(anImport({ counts, statements: 12 }))).toBe(
      '1 report added · 3 there already · 2 could not be read · 12 statements',
    );
    expect(countsInWords(anImport({}))).toBe('nothing came in');
  });

  it.each<[Partial<Import>, string]>([
    [{ waiting: true }, 'Waits'],
    [{}, 'Being read'],
    [{ state: 'done' }, 'Done.'],
    [{ state: 'done', counts: { ...none, failed: 1 } }, 'not all'],
    [{ state: 'stopped' }, 'Stopped'],
    [{ state: 'stopped', error: { code: 'ledger-busy', message: 'Expected …' } }, 'Broke off'],
  ])('tells how it stands: %o', (changes, words) => {
    expect(stateInWords(anImport(changes))).toContain(words);
  });

  it('knows how far it is by bytes, else by reports, and not at all for addresses', () => {
    const counts = { ...none, added: 1, failed: 1 };
    expect(shareOf(anImport({ bytes: 30, allBytes: 40, counts }))).toBe(0.75);
    expect(shareOf(anImport({ counts }))).toBe(0.5);
    expect(shareOf(anImport({ found: null, bytes: 3, allBytes: 4 }))).toBeNull();
    expect(shareOf(anImport({ found: 1, counts }))).toBe(1);
  });
});
