import { describe, expect, it } from 'vitest';
import { changed, exported, first, nobody, own, second } from '../../test/exported-records.ts';
import { bytesOf, streamOf } from '../../test/hand-made-records.ts';
import type { LedgerRecord } from '../record/index.ts';
import type { InterchangeDocument } from './interchange.ts';
import { recordsAsLines } from './record-lines.ts';

async function linesOf(records: readonly LedgerRecord[]): Promise<InterchangeDocument[]> {
  const lines = String(await bytesOf(recordsAsLines(streamOf(records), exported))).split('\n');
  expect(lines.pop()).toBe('');
  return lines.map((line) => JSON.parse(line) as InterchangeDocument);
}

describe('recordsAsLines', () => {
  it('gives a line for each report, with its text and all that its offsets lead to', async () => {
    const documents = await linesOf(exported.records);
    expect(documents.map(({ id }) => id)).toEqual([first.report.id, nobody.report.id]);
    for (const { text, attributions } of documents) {
      for (const { id, source, cue, content } of attributions) {
        const record = exported.records.find((candidate) => candidate.id === id)!;
        const words = (spans: readonly (readonly [number, number])[]): string =>
          spans.map(([start, end]) => text.slice(start, end)).join(' … ');
        expect(record).toMatchObject({ words: { source: words(source), cue: words(cue), content: words(content) } });
      }
    }
    const { text, ownVoice, entities } = documents[0]!;
    expect(ownVoice.map(([start, end]) => text.slice(start, end))).toEqual(['Rain fell on 🏳️‍🌈 flags']);
    expect(entities).toMatchObject([{ name: 'Zoë\u0308 Okonjo' }]);
  });

  it('puts statements in order of their first character, whatever order they come in', async () => {
    const [document] = await linesOf([own, second, first]);
    expect(document!.attributions.map(({ id }) => id)).toEqual([first.id, second.id]);
    expect(document!.attributions[1]!.disputes).toEqual([first.id]);
  });

  it('leaves out what is not known of a report', async () => {
    const [document] = await linesOf([nobody]);
    expect(Object.keys(document!)).toEqual([
      'id',
      'text',
      'sha256',
      'attributions',
      'entities',
      'ownVoice',
      'diagnostics',
      'model',
    ]);
  });

  it('tells two versions of a report apart, and what two networks have read', async () => {
    const other = changed(first, { model: { name: 'other', version: '2' } });
    const documents = await linesOf([first, other, changed(first, {}, { version: 2 })]);
    expect(documents.map(({ model }) => model.name)).toEqual([first.model.name, 'other', first.model.name]);
  });

  it('says where the addressee stands, unless that would be a guess', async () => {
    const documents = await linesOf([
      changed(first, { addressee: 'Zoë\u0308 Okonjo' }),
      changed(nobody, { addressee: 'e' }),
    ]);
    const { text, attributions } = documents[0]!;
    expect(text.slice(...attributions[0]!.addressee!)).toBe('Zoë\u0308 Okonjo');
    expect(documents[1]!.attributions[0]!.addressee).toBeNull();
  });
});
