import { mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collectInputs } from './collect-inputs.ts';
import { zipOf } from './test-folder.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'according-placed-')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  writeFileSync(join(folder, 'one.txt'), 'Mara Lind said it leaked.');
  writeFileSync(join(folder, 'two.jsonl'), '{"text": "Mara Lind said it leaked."}\nwhat?\n');
  writeFileSync(join(folder, 'all.zip'), await zipOf({ 'may/one.txt': 'Mara Lind said it leaked.' }));
  symlinkSync(folder, `${folder}-link`);
});
afterAll(() => rmSync(`${folder}-link`));

async function places(input: string): Promise<(string | undefined)[]> {
  const all = await Array.fromAsync(collectInputs([input]));
  return all.map((each) => (each.kind === 'report' ? each.report.place : each.place));
}

describe('the place of a report', () => {
  it.each([
    ['one.txt', ['one.txt']],
    ['two.jsonl', ['two.jsonl, line 1', 'two.jsonl, line 2']],
    ['all.zip', ['all.zip/may/one.txt']],
    ['none.txt', ['none.txt']],
  ])('is the same however %s is named', async (name, expected) => {
    const path = join(folder, name);
    for (const spelling of [path, relative(process.cwd(), path), `${folder}/../${basename(folder)}/${name}`])
      expect(await places(spelling)).toEqual(expected.map((place) => join(folder, place)));
  });

  it('is the same through a link', async () => {
    expect(await places(join(`${folder}-link`, 'one.txt'))).toEqual([join(folder, 'one.txt')]);
  });
});

it('says which inputs could be had', async () => {
  const had: string[] = [];
  const inputs = ['two.jsonl', 'none.txt', 'one.txt'].map((name) => join(folder, name));
  await Array.fromAsync(collectInputs(inputs, { onHad: (place) => had.push(place) }));
  expect(had).toEqual([join(folder, 'two.jsonl'), join(folder, 'one.txt')]);
});
