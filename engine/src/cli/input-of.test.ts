import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { inputOf } from './input-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'according-origin-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
mkdirSync(join(folder, 'may, june'));
for (const name of ['reports.zip', 'reports.jsonl', 'may, june/one.html']) writeFileSync(join(folder, name), 'it');

describe('inputOf', () => {
  it.each([
    ['a file', 'may, june/one.html', 'may, june/one.html'],
    ['a line of a file', 'reports.jsonl, line 3', 'reports.jsonl'],
    ['a file in an archive', 'reports.zip/may/one.html', 'reports.zip'],
    ['a line of a file in an archive', 'reports.zip/may/all.jsonl, line 3', 'reports.zip'],
  ])('finds %s', (_, origin, expected) => {
    expect(inputOf(join(folder, origin))).toBe(join(folder, expected));
  });

  it('gives an address without the place in it, and what is not there as it is', () => {
    expect(inputOf('https://courier.example/feed.xml, entry 2')).toBe('https://courier.example/feed.xml');
    expect(inputOf('gone.html')).toBe('gone.html');
    expect(inputOf(join(folder, 'gone.html'))).toBe(join(folder, 'gone.html'));
  });
});
