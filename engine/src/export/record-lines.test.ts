import { describe, expect, it } from 'vitest';
import { changed, exported, first, nobody, own, second } from '../../test/exported-records.ts';
import { handMade, spanOf } from '../../test/hand-made.ts';
import { bytesOf, handMadeRecords, streamOf } from '../../test/hand-made-records.ts';
import type { LedgerRecord } from '../record/index.ts';
import type { ExportOptions } from './export-options.ts';
import type { InterchangeDocument } from './interchange.ts';
import { recordsAsLines } from './record-lines.ts';

async function linesOf(
  records: readonly LedgerRecord[],
  sources: Pick<ExportOptions, 'textOf' | 'readingOf'> = exported,
): Promise<InterchangeDocument[]> {
  const lines = String(await bytesOf(recordsAsLines(streamOf(records), sources))).split('\n');
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

  it('says what encloses a statement, where its addressee stands and which clauses it disputes', async () => {
    const read = handMade(
      '[Ana](source 1) [told](cue 1) the port [that [Lund](source 2) [denied](cue 2) [it](content 2)](content 1). It leaked.',
      {
        statements: { 1: { addressee: 'the port' }, 2: { within: 1, stance: 'denies', disputes: ['It leaked', 1] } },
        ownVoice: ['It leaked'],
      },
    );
    const { records, ...sources } = handMadeRecords([read]);
    const [document] = await linesOf(
      records.filter(({ kind }) => kind === 'statement'),
      sources,
    );
    const [outer, inner] = document!.attributions;
    const at = spanOf(document!.text, 'It leaked');
    expect(inner).toMatchObject({ parent: outer!.id, disputes: [outer!.id, [at.start, at.end]] });
    expect(outer).toMatchObject({ parent: null, disputes: [] });
    expect(document!.text.slice(...outer!.addressee!)).toBe('the port');
    expect(document!.ownVoice).toEqual([[at.start, at.end]]);
  });

  it('tells all that the report says of its speakers, and what its text made difficult', async () => {
    const read = handMade('Minister [Ana Ruiz](source) [said](cue) [Ruiz knew](content).', {
      statements: { 1: { entity: 'e1' } },
      entities: { e1: { name: 'Ana Ruiz', mentions: ['Ruiz knew'], aliases: ['Ruiz'], roles: ['Minister'] } },
      document: {
        diagnostics: [
          { code: 'unclosed-quotation', message: 'Expected a closing mark', span: { start: 0, end: 8 } },
          { code: 'unclosed-quotation', message: 'Expected another', span: null },
        ],
      },
    });
    const { records, ...sources } = handMadeRecords([read]);
    const [document] = await linesOf(records, sources);
    const [entity] = document!.entities;
    expect(entity).toMatchObject({ id: document!.attributions[0]!.entity, aliases: ['Ruiz'], roles: [[0, 8]] });
    expect(entity!.mentions.map(([start, end]) => document!.text.slice(start, end))).toEqual(['Ana Ruiz', 'Ruiz knew']);
    expect(document!.diagnostics).toEqual([
      { code: 'unclosed-quotation', message: 'Expected a closing mark', span: [0, 8] },
      { code: 'unclosed-quotation', message: 'Expected another' },
    ]);
  });

  it('goes without what is not known', async () => {
    const [document] = await linesOf([second], { textOf: exported.textOf, readingOf: async () => null });
    expect(document).toMatchObject({ entities: [], ownVoice: [], diagnostics: [] });
    expect(document!.attributions[0]!.disputes).toEqual([first.id]);
  });
});
