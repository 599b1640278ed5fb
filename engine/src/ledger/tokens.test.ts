import { afterEach, describe, expect, it } from 'vitest';
import { handMade } from '../../test/hand-made.ts';
import { stores } from '../../test/ledger-stores.ts';
import { openLedger, type Ledger } from './index.ts';

const open: Ledger[] = [];
afterEach(async () => {
  for (const ledger of open.splice(0)) await ledger.close();
});

describe.each(stores)('who may come in, in a ledger on $kind', { timeout: 60_000 }, ({ newAddress }) => {
  async function opened(address: string): Promise<Ledger> {
    const ledger = await openLedger(address);
    open.push(ledger);
    return ledger;
  }

  it('is known by a token, of which only a hash is kept', async () => {
    const ledger = await opened(await newAddress());
    const token = await ledger.addToken('Ana', 'reviewer');
    expect(token).toMatch(/^according_[\w-]{43}$/);
    expect(await ledger.holderOf(token)).toMatchObject({ name: 'Ana', role: 'reviewer' });
    expect(await ledger.holderOf(`${token}x`)).toBeNull();
    const rows = await ledger.store.read.selectFrom('token').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token.slice('according_'.length));
  });

  it('bears a name of their own, and is known until it is removed', async () => {
    const ledger = await opened(await newAddress());
    const token = await ledger.addToken('Ana', 'reader');
    await expect(ledger.addToken('Ana', 'admin')).rejects.toMatchObject({ code: 'token-name-taken' });
    await ledger.addToken('Aldo', 'admin');
    expect((await ledger.tokenHolders()).map(({ name }) => name)).toEqual(['Aldo', 'Ana']);
    expect(await ledger.removeToken('Ana')).toBe(true);
    expect(await ledger.removeToken('Ana')).toBe(false);
    expect(await ledger.holderOf(token)).toBeNull();
  });

  it('has a mark that changes with what anybody writes, and with nothing else', async () => {
    const address = await newAddress();
    const [ledger, other] = [await opened(address), await opened(address)];
    const facts = { url: null, id: '1', origin: 'one', publisher: null, title: null, date: null, dateOrigin: 'none' } as const; // prettier-ignore
    const before = await ledger.state();
    await ledger.search({});
    expect(await ledger.state()).toBe(before);
    await ledger.add(facts, handMade('[Ana](source) [said](cue) [so](content).'));
    const after = await ledger.state();
    expect(after).not.toBe(before);
    await other.add({ ...facts, id: '2' }, handMade('[Ana](source) [said](cue) [so](content).'));
    expect(await ledger.state()).not.toBe(after);
  });
});
