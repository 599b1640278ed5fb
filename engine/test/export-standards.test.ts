import { describe, expect, it } from 'vitest';
import { exportFormats } from '../src/export/index.ts';
import type { LedgerRecord } from '../src/record/index.ts';
import { changed, exported, first } from './exported-records.ts';
import { handMade } from './hand-made.ts';
import { bytesOf, handMadeRecords, streamOf } from './hand-made-records.ts';

type Json = { readonly [key: string]: unknown };

async function written(
  format: 'web-annotation' | 'web-annotation-lines' | 'schema-org' | 'html' | 'csv',
  records: readonly LedgerRecord[] = exported.records,
  sources: Pick<typeof exported, 'textOf' | 'readingOf'> = exported,
): Promise<string> {
  return String(await bytesOf(exportFormats[format].write(streamOf(records), sources)));
}

const isIri = (value: unknown): boolean =>
  typeof value === 'string' && /^[a-z][a-z\d+.-]*:[^\s<>"{}|\\^`]+$/iu.test(value);
const listOf = (value: unknown): Json[] => (value === undefined ? [] : ([value].flat() as Json[]));

/** What is wrong with an annotation by the W3C's Web Annotation Data Model, section by section. */
function faults(annotation: Json): string[] {
  const wrong: string[] = [];
  const check = (holds: boolean, what: string): void => void (holds || wrong.push(what));
  check(isIri(annotation['id']), '3.1: exactly one IRI as id');
  check(listOf(annotation['type']).includes('Annotation' as never), '3.1: Annotation among its types');
  check(listOf(annotation['target']).length > 0, '3.1: a target or more');
  const motivations = 'assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating questioning replying tagging'.split(' '); // prettier-ignore
  check(motivations.includes(String(annotation['motivation'])), '3.3.5: a motivation of the vocabulary');
  for (const body of listOf(annotation['body'])) {
    check(motivations.includes(String(body['purpose'])), '3.3.5: a purpose of the vocabulary');
    if (body['type'] === 'TextualBody') check(typeof body['value'] === 'string', '3.2.4: the text as value');
    else check(body['type'] === 'SpecificResource' && isIri(body['source']), '4: a resource with a source');
  }
  for (const target of listOf(annotation['target'])) {
    check(target['type'] === 'SpecificResource', '4: a SpecificResource');
    check(isIri(target['source']), '4: exactly one source');
    const selectors = listOf(target['selector']);
    check(selectors.length > 0, '4.2: a selector');
    for (const selector of selectors) {
      if (selector['type'] === 'TextPositionSelector')
        check(
          [selector['start'], selector['end']].every((at) => Number.isInteger(at) && (at as number) >= 0),
          '4.2.5: start and end, not negative',
        );
      else
        check(
          selector['type'] === 'TextQuoteSelector' && typeof selector['exact'] === 'string',
          '4.2.4: the exact text',
        );
    }
  }
  return wrong;
}

describe('web annotations', () => {
  it('keep to the W3C’s data model, each and as a collection', async () => {
    const collection = JSON.parse(await written('web-annotation')) as Json & { first: Json & { items: Json[] } };
    expect(collection).toMatchObject({ '@context': expect.anything(), type: 'AnnotationCollection', total: 4 });
    expect(JSON.stringify(collection['@context'])).toContain('http://www.w3.org/ns/anno.jsonld');
    expect(isIri(collection['id']) && isIri(collection.first['id'])).toBe(true);
    expect(collection.first).toMatchObject({ type: 'AnnotationPage', startIndex: 0 });
    expect(collection.first.items.flatMap(faults)).toEqual([]);
    const lines = (await written('web-annotation-lines'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Json);
    expect(lines).toHaveLength(4);
    for (const line of lines) {
      expect(line['@context']).toEqual(collection['@context']);
      expect(faults(line)).toEqual([]);
    }
    expect(faults({ id: 'no address', type: 'Annotation', motivation: 'judging' })).toHaveLength(3);
  });

  it('count code points, whatever stands before', async () => {
    const before = '🚇👩‍👩‍👧 e\u0301 \u{20000} ';
    const { records, ...sources } = handMadeRecords([handMade(`${before}[Ana](source) [said](cue) [so 🙂](content).`)]);
    const annotation = JSON.parse(await written('web-annotation-lines', records, sources)) as Json;
    const codePoints = [...(await sources.textOf(records[0]!.report.sha256))];
    const words = listOf(annotation['target']).map((target) => {
      const [position, quote] = listOf(target['selector']) as [Json, Json];
      expect(codePoints.slice(position['start'] as number, position['end'] as number).join('')).toBe(quote['exact']);
      return quote['exact'];
    });
    expect(words).toEqual(['Ana', 'said', 'so 🙂']);
  });
});

/** The properties that schema.org has for each type that is written; from its own pages, with those of the types above. */
const thing = 'name description identifier url mainEntityOfPage';
const creativeWork = `${thing} text creator citation isPartOf mentions keywords headline publisher datePublished encoding`;
const vocabulary: Readonly<Record<string, string>> = {
  Quotation: `${creativeWork} spokenByCharacter`,
  Claim: `${creativeWork} appearance firstAppearance claimInterpreter`,
  NewsArticle: creativeWork,
  CreativeWork: creativeWork,
  TextObject: `${creativeWork} encodingFormat sha256`,
  PropertyValue: `${thing} propertyID value`,
  Person: thing,
  Organization: thing,
  GovernmentOrganization: thing,
  NewsMediaOrganization: thing,
};

describe('schema.org', () => {
  it('has these types and properties, and nothing that rates', async () => {
    const told = [
      ...exported.records,
      changed(first, { sourceType: 'document' }),
      changed(first, { sourceType: 'media' }),
    ];
    const graph = JSON.parse(await written('schema-org', told)) as Json & { '@graph': Json[] };
    expect(graph['@context']).toBe('https://schema.org');
    const types = new Set<string>();
    const walk = (value: unknown): void => {
      if (Array.isArray(value)) value.forEach(walk);
      else if (typeof value === 'object' && value !== null) {
        const { '@type': type, '@id': _id, ...properties } = value as Json;
        types.add(String(type));
        const known = vocabulary[String(type)]?.split(' ') ?? [];
        expect(Object.keys(properties).filter((property) => !known.includes(property))).toEqual([]);
        Object.values(properties).forEach(walk);
      }
    };
    walk(graph['@graph']);
    expect([...types].filter((type) => !Object.hasOwn(vocabulary, type))).toEqual([]);
    expect(JSON.stringify(graph)).not.toMatch(/review|rating/iu);
  });
});

describe('what reports say', () => {
  const hostile = '<script>alert(1)</script><img src=x onerror=alert(2)>';

  it('runs nowhere on the page', async () => {
    const notation = `[${hostile}](source) [said](cue) [javascript:alert(3) ${hostile}](content).`;
    const { records, ...sources } = handMadeRecords([
      handMade(notation, {
        metadata: { url: 'javascript:alert(4)', title: hostile, publisher: hostile, date: '2026' },
      }),
    ]);
    const page = await written('html', records, sources);
    expect(page).toContain('&lt;script&gt;');
    expect(page).not.toMatch(/<script|<img|\son\w+=(?!alert)|href="?javascript:/iu);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1+1'])('is no formula in a table: %j', async (words) => {
    const csv = await written('csv', [changed(first, { speaker: words, words: { ...first.words, content: words } })]);
    const cells = csv.split(/,|\r\n/u).filter((cell) => cell.replace(/["']/gu, '').startsWith(words));
    expect(cells.length).toBeGreaterThan(0);
    for (const cell of cells) expect(cell).toMatch(/^"?'/u);
  });
});
