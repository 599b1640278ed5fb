import { hc } from 'hono/client';
import { describe, expect, it } from 'vitest';
import { handMade } from '../../test/hand-made.ts';
import { testApi, type TestApi } from '../../test/test-api.ts';
import type { Api, ReportReading } from './index.ts';

const facts = { url: 'https://courier.example/tunnel', id: null, origin: 'one.txt', publisher: 'Courier', title: 'Tunnel', date: '2026-03-04', dateOrigin: 'given' } as const; // prettier-ignore

/** A report whose text changed. */
async function filled(): Promise<TestApi & { readonly id: string }> {
  const made = await testApi();
  await made.ledger.add(facts, handMade('[Ana Okonjo](source) [said](cue) [the tunnel would open late](content).'));
  await made.ledger.add(facts, handMade('[Ana Okonjo](source) [said](cue) [the tunnel would open soon](content).'));
  const { items } = await made.json('/api/documents');
  return { ...made, id: items[0].id };
}

describe('documents over HTTP', () => {
  it('are listed in their newest versions', async () => {
    const { json, ask } = await filled();
    const { items, next } = await json('/api/documents?words=tunnel&publisher=Courier&sort=title');
    expect(items).toMatchObject([{ title: 'Tunnel', publisher: 'Courier', versions: 2, statements: 1 }]);
    expect(next).toBeNull();
    expect((await json('/api/documents?publisher=Gazette')).items).toEqual([]);
    expect(await (await ask('/api/documents?format=csv')).text()).toMatch(
      /^id,title,publisher,.*\r\n\w+,Tunnel,Courier,/,
    );
  });

  it('come with their text and all that was found in it, in any version', async () => {
    const { json, id } = await filled();
    const newest: ReportReading = await json(`/api/documents/${id}`);
    expect(newest.text).toContain('soon');
    expect(newest.statements.map(({ words }) => words.content)).toEqual(['the tunnel would open soon']);
    const first: ReportReading = await json(`/api/documents/${id}?version=1`);
    expect(first.text).toContain('late');
  });

  it('have versions, each with a text to compare', async () => {
    const { json, id } = await filled();
    const { versions } = await json(`/api/documents/${id}/versions`);
    expect(versions).toMatchObject([{ number: 1, changes: null }, { number: 2 }]);
    const { text, sha256 } = await json(`/api/documents/${id}/versions/1/text`);
    expect(text).toContain('late');
    expect(sha256).toBe(versions[0].sha256);
  });

  it.each(['/api/documents/none', '/api/documents/none/versions', '/api/documents/none/versions/1/text'])(
    'that are not there give 404: %s',
    async (path) => {
      const { ask } = await filled();
      expect((await ask(path)).status).toBe(404);
    },
  );

  it('have their types in the typed client', async () => {
    const { api, id } = await filled();
    const client = hc<Api>('http://127.0.0.1', { fetch: api.request });
    const answer = await client.api.documents[':id'].$get({ param: { id }, query: {} });
    if (!answer.ok) throw new Error('Expected a report');
    // The compiler tests this line: the client knows what it gets.
    const reading: ReportReading = await answer.json();
    expect(reading.report.title).toBe('Tunnel');
    const list = await client.api.statements.$get({ query: { stance: ['asserts'], limit: '1' } });
    if (!list.ok) throw new Error('Expected a page');
    expect((await list.json()).items[0]!.record.kind).toBe('statement');
  });
});
