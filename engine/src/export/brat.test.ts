import { describe, expect, it } from 'vitest';
import { changed, exported, first, nobody, second } from '../../test/exported-records.ts';
import { bytesOf, streamOf } from '../../test/hand-made-records.ts';
import { readZip } from '../../test/read-zip.ts';
import type { LedgerRecord } from '../record/index.ts';
import { bratFragments, bratText } from './brat-text.ts';
import { bratFiles, recordsAsBrat, type ExportedFile } from './brat.ts';

async function filesOf(records: readonly LedgerRecord[]): Promise<ExportedFile[]> {
  return Array.fromAsync(bratFiles(streamOf(records), exported));
}

/** The words that a text-bound annotation points at, by code points, as brat and Python count them. */
function wordsAt(text: string, line: string): { readonly type: string; readonly found: string; readonly told: string } {
  const [, place = '', told = ''] = line.split('\t');
  const [type = '', ...offsets] = place.split(' ');
  const codePoints = [...text];
  const pieces = offsets
    .join(' ')
    .split(';')
    .map((pair) => codePoints.slice(...(pair.split(' ').map(Number) as [number, number])).join(''));
  return { type, found: pieces.join(' '), told };
}

describe('bratFiles', () => {
  it('writes text-bound annotations whose offsets lead to their words', async () => {
    const [, text, annotations] = await filesOf(exported.records);
    const bound = annotations!.contents.split('\n').filter((line) => line.startsWith('T'));
    const words = bound.map((line) => wordsAt(text!.contents, line));
    for (const { found, told } of words) expect(found).toBe(told);
    expect(words.map(({ type, told }) => [type, told])).toEqual([
      ['Source', 'Zoë\u0308 Okonjo'],
      ['Cue', 'said'],
      ['Content', 'As the 🌧️ fell we, the so-called experts, waited'],
      ['Source', 'وزارة النقل'],
      ['Cue', 'denied'],
      ['Content', '=1+1 that it, "leaked"; ever'],
      ['OwnVoice', 'Rain fell on 🏳️‍🌈 flags'],
    ]);
  });

  it('ties roles together, and statements that dispute each other', async () => {
    const [, , { contents }] = (await filesOf(exported.records)) as [ExportedFile, ExportedFile, ExportedFile];
    expect(contents.split('\n').filter((line) => /^[RA]/u.test(line))).toEqual([
      'R1\tSourceOf Arg1:T1 Arg2:T2',
      'R2\tContentOf Arg1:T3 Arg2:T2',
      'A1\tStance T2 asserts',
      'A2\tDistance T2 neutral',
      'A3\tQuotation T2 direct',
      'A4\tSourceType T2 person',
      'R3\tSourceOf Arg1:T4 Arg2:T5',
      'R4\tContentOf Arg1:T6 Arg2:T5',
      'A5\tStance T5 denies',
      'A6\tDistance T5 distancing',
      'A7\tQuotation T5 indirect',
      'A8\tSourceType T5 government',
      'R5\tDisputes Arg1:T5 Arg2:T2',
    ]);
    const note = /^#1\tAnnotatorNotes T2\t(.*)$/mu.exec(contents)![1]!;
    expect(JSON.parse(note)).toMatchObject({ id: first.id, speaker: 'Zoë\u0308 Okonjo', url: first.report.url });
  });

  it('configures every type, attribute and value that it writes', async () => {
    const [configuration, , annotations] = await filesOf(exported.records);
    const lines = annotations!.contents.split('\n').filter((line) => /^[TRA]/u.test(line));
    for (const line of lines) expect(configuration!.contents).toContain(`\n${/\t(\w+)/u.exec(line)![1]}`);
    expect(configuration!.contents).toContain('asserts|denies|doubts');
  });

  it('leaves out roles that are absent, and disputes with what is not there', async () => {
    const [, , annotations] = await filesOf([changed(nobody, { disputes: ['elsewhere'] })]);
    expect(annotations!.contents).toMatch(/^T1\tCue 0 \d+\tIt is understood\nT2\tContent /u);
    expect(annotations!.contents).not.toContain('Disputes');
    expect(annotations!.contents).toContain('R1\tContentOf Arg1:T2 Arg2:T1');
    const [, , empty] = await filesOf([changed(nobody, { cue: [], content: [] })]);
    expect(empty!.contents).toBe('');
  });

  it('names files safely, and no two alike', async () => {
    const titled = (title: string | null, id = 'x'): LedgerRecord =>
      changed(nobody, {}, { title, id, publisher: null });
    const files = await filesOf([
      titled('../../etc/passwd', '1'),
      titled('CON', '2'),
      titled('Ärger\u0000 / "Brücke"', '3'),
      titled('東京', '4'),
      titled('東京', '5'),
      titled(null, '../6'),
      titled('x'.repeat(5_000), '7'),
    ]);
    const names = files.filter(({ name }) => name.endsWith('.ann')).map(({ name }) => name);
    expect(names).toEqual([
      '000001-etc-passwd.ann',
      '000002-con.ann',
      '000003-arger-brucke.ann',
      '000004.ann',
      '000005.ann',
      '000006-6.ann',
      `000007-${'x'.repeat(60)}.ann`,
    ]);
  });
});

describe('bratText', () => {
  it('keeps every offset, and leaves one kind of line end', () => {
    const text = '\ufeffa\r\nb\rc\u2028d\te\u0085😀\ud83d';
    expect(bratText(text)).toBe(' a \nb\nc\nd e\n😀\ufffd');
    expect(bratText(text)).toHaveLength(text.length);
  });

  it('splits a span at its line ends, and gives none for white space', () => {
    const fragments = bratFragments(bratText('😀 one \r\n\r\n two'));
    expect(fragments([{ start: 3, end: 15 }])).toBe('2 5;11 14\tone two');
    expect(fragments([{ start: 7, end: 11 }])).toBeNull();
    expect(fragments([{ start: 3, end: 3 }])).toBeNull();
  });
});

describe('recordsAsBrat', () => {
  it('puts the same files into a zip', async () => {
    const files = await filesOf([first, second, nobody]);
    const zip = await readZip(await bytesOf(recordsAsBrat(streamOf([first, second, nobody]), exported)));
    expect([...zip]).toEqual(files.map(({ name, contents }) => [name, contents]));
  });

  it('reads no further ahead than the zip is taken', async () => {
    let made = 0;
    const records = async function* (): AsyncGenerator<LedgerRecord> {
      for (; made < 500; made++) yield changed(nobody, {}, { id: `r${made}` });
    };
    const chunks = recordsAsBrat(records(), exported);
    await chunks.next();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(made).toBeLessThan(400);
    await chunks.return(undefined);
  });

  it('fails where a text cannot be had', async () => {
    const missing = changed(nobody, {}, { sha256: 'f'.repeat(64) });
    await expect(bytesOf(recordsAsBrat(streamOf([missing]), exported))).rejects.toThrow('Expected a text of this hash');
  });
});
