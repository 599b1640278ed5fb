import { describe, expect, it } from 'vitest';
import { handMade } from '../../test/hand-made.ts';
import { testApi, type TestApi } from '../../test/test-api.ts';
import type { SearchHit } from './index.ts';

const facts = { url: null, origin: 'one.txt', publisher: 'Courier', title: 'Tunnel', date: '2026-03-04', dateOrigin: 'given' } as const; // prettier-ignore

/** Two reports with a dispute between them, and a clause in the report's own voice. */
async function filled(): Promise<TestApi> {
  const made = await testApi();
  await made.ledger.add(
    { ...facts, id: '1' },
    handMade(
      'Ana Okonjo. [Ana Okonjo](source 1) [said](cue 1) [the tunnel would open late](content 1). [Lund](source 2) [denied](cue 2) [that it would](content 2). The tunnel is old.',
      {
        statements: { 1: { entity: 'e1' }, 2: { stance: 'denies', disputes: [1] } },
        entities: { e1: { name: 'Ana Okonjo' } },
        ownVoice: ['The tunnel is old.'],
      },
    ),
  );
  await made.ledger.add(
    { ...facts, id: '2', origin: 'two.txt', publisher: 'Gazette' },
    handMade('[A spokesman](source) [said](cue) [=cmd() is what the ferry needs](content).'),
  );
  return made;
}

describe('statements over HTTP', () => {
  it('are those that the same query finds in the ledger', async () => {
    const { json, ledger } = await filled();
    const { items, next } = await json('/api/statements?words=tunnel&stance=asserts&stance=denies');
    const { hits } = await ledger.search({ words: 'tunnel', stance: ['asserts', 'denies'] });
    expect(items).toEqual(JSON.parse(JSON.stringify(hits)));
    expect(items.length).toBe(1);
    expect(next).toBeNull();
  });

  it('come in pages that have each of them once', async () => {
    const { json } = await filled();
    const ids: string[] = [];
    for (let cursor = ''; ;) {
      const page = await json(`/api/statements?kind=any&limit=1${cursor}`);
      ids.push(...page.items.map(({ record }: SearchHit) => record.id));
      if (page.next === null) break;
      cursor = `&cursor=${page.next}`;
    }
    expect(new Set(ids).size).toBe(4);
    expect(ids.length).toBe(4);
  });

  it('come as a table where that is accepted, in which no cell is a formula', async () => {
    const { ask } = await filled();
    const accepted = await ask('/api/statements?words=ferry', { headers: { accept: 'text/csv' } });
    expect(accepted.headers.get('content-type')).toContain('text/csv');
    const table = await accepted.text();
    expect(table).toMatch(/^id,kind,report,outlet,/);
    expect(table).toContain("'=cmd() is what the ferry needs");
    expect(await (await ask('/api/statements?words=ferry&format=csv')).text()).toBe(table);
  });

  it('can be had one by one, by the ids that stay', async () => {
    const { json, ask } = await filled();
    const { items } = await json('/api/statements?words=tunnel');
    expect(await json(`/api/statements/${items[0].record.id}`)).toEqual(items[0].record);
    const missing = await ask('/api/statements/0000000000000000-00000000-a1');
    expect(missing.status).toBe(404);
    expect(await missing.json()).toMatchObject({ code: 'not-found', status: 404 });
  });

  it('are counted by their values', async () => {
    const { json, ask } = await filled();
    expect(await json('/api/facets')).toMatchObject({ count: 3, publisher: [{ value: 'Courier', count: 2 }, { value: 'Gazette', count: 1 }] }); // prettier-ignore
    expect(await (await ask('/api/facets?format=csv')).text()).toContain('publisher,Courier,2\r\n');
  });

  it.each([
    ['a limit out of range', 'limit=501', '“limit”'],
    ['a limit that is no number', 'limit=ten', '“limit”'],
    ['a stance that is none', 'stance=agrees', '“stance”'],
    ['a share beyond 1', 'minConfidence=1.5', '“minConfidence”'],
    ['a parameter that is none', 'speker=Okonjo', 'speker'],
    ['a date that is none', 'from=yesterday', 'a date'],
    ['a cursor of nothing', 'cursor=xyz', 'a cursor'],
  ])('refuses %s, and says where it stands', async (_, query, words) => {
    const { ask } = await filled();
    const refused = await ask(`/api/statements?${query}`);
    expect(refused.status).toBe(400);
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
    const problem = await refused.json();
    expect(problem).toMatchObject({ code: 'query-invalid', status: 400, type: '/api/docs#error-query-invalid' });
    expect((problem as { detail: string }).detail).toContain(words);
  });

  it('are not sent again until somebody has written', async () => {
    const { ask, ledger } = await filled();
    const tag = (await ask('/api/statements')).headers.get('etag')!;
    const same = await ask('/api/statements', { headers: { 'if-none-match': tag } });
    expect(same.status).toBe(304);
    expect(await same.text()).toBe('');
    expect((await ask('/api/statements', { headers: { 'if-none-match': tag, accept: 'text/csv' } })).status).toBe(200);
    await ledger.fail('three.txt', 'empty-input', 'Expected a report, got an empty file');
    expect((await ask('/api/statements', { headers: { 'if-none-match': tag } })).status).toBe(200);
  });
});

describe('failures over HTTP', () => {
  it('come in pages', async () => {
    const { json, ledger } = await filled();
    for (const name of ['a', 'b', 'c']) await ledger.fail(name, 'empty-input', 'Expected a report, got an empty file');
    const first = await json('/api/failures?limit=2');
    expect(first.items.map(({ origin }: { origin: string }) => origin)).toEqual(['a', 'b']);
    const second = await json(`/api/failures?limit=2&cursor=${first.next}`);
    expect(second).toMatchObject({ items: [{ origin: 'c', attempts: 1 }], next: null });
  });
});

describe('exports over HTTP', () => {
  it('are all that a query finds, as a file to keep', async () => {
    const { ask } = await filled();
    const answer = await ask('/api/exports?format=csv&kind=any');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="according.csv"');
    expect((await answer.text()).trim().split('\r\n').length).toBe(5);
  });

  it('begin with what tells each format', async () => {
    const { ask } = await filled();
    const starts = { xlsx: 'PK', brat: 'PK', parquet: 'PAR1', jsonl: '{', 'web-annotation': '{', 'schema-org': '{', html: '<!' }; // prettier-ignore
    for (const [format, start] of Object.entries(starts)) {
      const bytes = Buffer.from(await (await ask(`/api/exports?format=${format}`)).arrayBuffer());
      expect(bytes.subarray(0, start.length).toString('latin1').toLowerCase(), format).toBe(start.toLowerCase());
    }
  });

  it('refuse a format that is none', async () => {
    const { ask } = await filled();
    expect((await ask('/api/exports?format=docx')).status).toBe(400);
  });
});

describe('the ledger over HTTP', () => {
  it('says how much it holds', async () => {
    const { json } = await filled();
    expect(await json('/api/ledger')).toMatchObject({ reports: 2, statements: 4, place: 'sqlite', example: false });
  });
});
