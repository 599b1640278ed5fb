import { expect, it } from 'vitest';
import { handMade } from '../../test/hand-made.ts';
import { testApi, type TestApi } from '../../test/test-api.ts';

async function filled(): Promise<TestApi> {
  const made = await testApi();
  for (const [number, publisher] of ['Courier', 'Gazette'].entries())
    await made.ledger.add(
      { url: null, id: String(number), origin: `${publisher}.txt`, publisher, title: 'Tunnel', date: `2026-03-0${number + 4}`, dateOrigin: 'given' }, // prettier-ignore
      handMade(
        '[Ana Okonjo/Rao](source 1) [said](cue 1) [the tunnel would open late](content 1). [Lund](source 2) [denied](cue 2) [that it would](content 2).',
        {
          statements: { 1: { entity: 'e1' }, 2: { entity: 'e2', stance: 'denies', disputes: [1] } },
          entities: { e1: { name: 'Ana Okonjo/Rao' }, e2: { name: 'Lund' } },
        },
      ),
    );
  return made;
}

it('lists whoever speaks, in pages and as a table', async () => {
  const { json, ask } = await filled();
  const first = await json('/api/entities?limit=1&sort=name');
  expect(first.items).toMatchObject([{ name: 'Ana Okonjo/Rao', statements: 2, reports: 2, publishers: 2 }]);
  const second = await json(`/api/entities?limit=1&sort=name&cursor=${first.next}`);
  expect(second).toMatchObject({ items: [{ name: 'Lund' }], next: null });
  expect(await (await ask('/api/entities?format=csv&words=lund')).text()).toMatch(/^name,publisher,.*\r\nLund,,/);
});

it('tells of one by a name with any signs in it', async () => {
  const { json, ask } = await filled();
  const profile = await json(`/api/entities/${encodeURIComponent('Ana Okonjo/Rao')}`);
  expect(profile).toMatchObject({ name: 'Ana Okonjo/Rao', disputedBy: [{ value: 'Lund' }] });
  expect((await ask('/api/entities/Nobody')).status).toBe(404);
});

it('lists disputes with both ends', async () => {
  const { json, ask } = await filled();
  const { items } = await json('/api/disputes?publisher=Courier');
  expect(items).toMatchObject([{ statement: { speaker: 'Lund' }, disputed: { speaker: 'Ana Okonjo/Rao' } }]);
  const table = await (await ask('/api/disputes?format=csv')).text();
  expect(table.split('\r\n').length).toBe(4);
});

it('counts by outlets, and gives each count as a table', async () => {
  const { json, ask } = await filled();
  expect(await json('/api/overview')).toMatchObject({ reports: 2, statements: 4, disputedStatements: 2 });
  const table = await (await ask('/api/overview?format=csv&table=stanceByPublisher')).text();
  expect(table).toContain('Courier,denies,1\r\n');
});

it('compares reports, and says what is wrong with one alone', async () => {
  const { json, ask } = await filled();
  const ids = (await json('/api/documents')).items.map(({ id }: { id: string }) => `document=${id}`);
  const comparison = await json(`/api/comparison?${ids.join('&')}`);
  expect(comparison.reports.length).toBe(2);
  expect(comparison.speakers.map(({ name }: { name: string }) => name).toSorted()).toEqual(['Ana Okonjo/Rao', 'Lund']);
  const alone = await ask(`/api/comparison?${ids[0]}`);
  expect([alone.status, await alone.json()]).toMatchObject([400, { code: 'query-invalid' }]);
});
