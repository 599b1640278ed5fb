import { describe, expect, it } from 'vitest';
import { changed, exported, first, nobody, own, second } from '../../test/exported-records.ts';
import { bytesOf, streamOf } from '../../test/hand-made-records.ts';
import type { LedgerRecord } from '../record/index.ts';
import { recordsAsSchemaOrg } from './schema-org.ts';

type Thing = Readonly<Record<string, unknown>>;

async function graphOf(records: readonly LedgerRecord[]): Promise<readonly Thing[]> {
  const json = String(await bytesOf(recordsAsSchemaOrg(streamOf(records))));
  expect(json).not.toMatch(/rating|ClaimReview/iu);
  return (JSON.parse(json) as { '@graph': Thing[] })['@graph'];
}

const speaker = { '@type': 'Person', name: 'Zoë\u0308 Okonjo' };

describe('recordsAsSchemaOrg', () => {
  it('gives quoted words as a quotation of whoever says them, in the article they stand in', async () => {
    const [quotation] = await graphOf([first]);
    expect(quotation).toMatchObject({
      '@type': 'Quotation',
      text: first.words.content,
      spokenByCharacter: speaker,
      creator: speaker,
      isPartOf: {
        '@type': 'NewsArticle',
        url: 'https://courier.example/tunnel?a=1&b=2',
        headline: 'Tunnel 🚇 late',
        datePublished: '2026-03-04',
        publisher: { '@type': 'Organization', name: 'The Courier, "Brim"' },
        encoding: { sha256: first.report.sha256 },
      },
    });
  });

  it('gives words told as a claim of whoever puts it forward', async () => {
    const [claim] = await graphOf([changed(first, { quotation: 'indirect' })]);
    expect(claim).toMatchObject({
      '@type': 'Claim',
      text: first.words.content,
      creator: speaker,
      appearance: { headline: 'Tunnel 🚇 late' },
    });
    expect(claim).not.toHaveProperty('spokenByCharacter');
  });

  it.each(['denies', 'doubts', 'asks', 'refuses', 'intends', 'directs'] as const)(
    'never says that a source claims what it %s: the claim is the sentence, and the article’s',
    async (stance) => {
      for (const quotation of ['indirect', 'mixed'] as const) {
        const [claim] = await graphOf([changed(second, { stance, quotation })]);
        expect(claim).toMatchObject({
          '@type': 'Claim',
          text: second.sentence.text,
          creator: { name: 'The Courier, "Brim"' },
          mentions: { '@type': 'GovernmentOrganization', name: 'وزارة النقل' },
        });
      }
    },
  );

  it('gives the report’s own voice as the claim of its outlet', async () => {
    expect(await graphOf([own])).toMatchObject([
      {
        '@type': 'Claim',
        text: 'Rain fell on 🏳️‍🌈 flags',
        creator: { '@type': 'Organization', name: 'The Courier, "Brim"' },
      },
    ]);
  });

  it('names nobody where the report does not, and cites a document instead of making it speak', async () => {
    const [understood, study] = await graphOf([
      nobody,
      changed(first, { speaker: 'The study', sourceType: 'document', quotation: 'indirect' }),
    ]);
    expect(understood).not.toHaveProperty('creator');
    expect(understood).toMatchObject({
      '@type': 'Quotation',
      isPartOf: { '@id': `urn:according:text:${nobody.report.sha256}` },
    });
    expect(study).toMatchObject({ citation: { '@type': 'CreativeWork', name: 'The study' } });
    expect(study).not.toHaveProperty('creator');
  });

  it('tells where the words stand', async () => {
    const [quotation] = await graphOf([first]);
    const text = await exported.textOf(first.report.sha256);
    const [sentence, content] = (quotation!['identifier'] as { value: string }[]).map(
      ({ value }) => JSON.parse(value) as [number, number][],
    );
    expect(text.slice(...sentence![0]!)).toBe(quotation!['description']);
    expect(content!.map(([start, end]) => text.slice(start, end)).join(' … ')).toBe(quotation!['text']);
  });

  it('is JSON even without a record', async () => {
    expect(await graphOf([])).toEqual([]);
  });
});
