import { describe, expect, it } from 'vitest';
import { startedServer } from '../../test/ledger-stores.ts';
import type { RawReport } from '../collect/index.ts';
import { openLedger } from '../ledger/index.ts';
import { ReportQueue, type QueuedReport } from './report-queue.ts';

function report(number: number): RawReport {
  const known = { id: null, url: null, title: null, publisher: null, date: null, dateOrigin: null };
  return { origin: `${number}.txt`, known, body: { kind: 'text', text: `Mara Lind said bridge ${number} leaked.` } };
}

async function takeAll(queue: ReportQueue, batch = 10): Promise<QueuedReport[]> {
  const taken: QueuedReport[] = [];
  for await (const found of queue.take({ batch, untilEmpty: true, signal: AbortSignal.timeout(60_000) })) {
    taken.push(found);
    await queue.done([found]);
  }
  return taken;
}

function originsOf(taken: readonly QueuedReport[]): string[] {
  return taken.map((found) => (found.kind === 'report' ? found.report.origin : found.origin)).sort();
}

describe('a queue of reports', { timeout: 120_000 }, () => {
  it('is made once, however many open it at the same time, and gives each report to one of them', async () => {
    const address = await (await startedServer()).newDatabase();
    const ledger = await openLedger(address);
    const queues = await Promise.all([1, 2, 3].map(() => ReportQueue.open(address, ledger)));
    const numbers = Array.from({ length: 30 }, (_, index) => index);
    expect(await queues[0]!.put(numbers.map(report))).toEqual({ queued: 30, there: 0 });
    expect(await queues[1]!.put([report(7), report(30), report(30)])).toEqual({ queued: 1, there: 2 });
    const taken = await Promise.all(queues.map((queue) => takeAll(queue, 3)));
    expect(originsOf(taken.flat())).toEqual([...numbers, 30].map((number) => `${number}.txt`).sort());
    await Promise.all(queues.map((queue) => queue.close()));
    await ledger.close();
  });

  it('gives back at once what was not begun when it is stopped', async () => {
    const address = await (await startedServer()).newDatabase();
    const ledger = await openLedger(address);
    const [one, other] = await Promise.all([1, 2].map(() => ReportQueue.open(address, ledger)));
    await one!.put([1, 2, 3].map(report));
    const stopping = new AbortController();
    const first: QueuedReport[] = [];
    for await (const found of one!.take({ batch: 3, signal: stopping.signal })) {
      first.push(found);
      stopping.abort();
    }
    await one!.done(first);
    expect(originsOf([...first, ...(await takeAll(other!))])).toEqual(['1.txt', '2.txt', '3.txt']);
    await Promise.all([one!.close(), other!.close()]);
    await ledger.close();
  });

  it('sets a report aside that ten ended over, and costs none beside it', async () => {
    const address = await (await startedServer()).newDatabase();
    const ledger = await openLedger(address);
    for (let holder = 0; holder < 10; holder++) {
      const queue = await ReportQueue.open(address, ledger);
      if (holder === 0) await queue.put([report(1)]);
      const { value } = await queue.take({ batch: 1, signal: AbortSignal.timeout(60_000) }).next();
      expect(value).toMatchObject({ kind: 'report' });
      await queue.close();
    }
    const queue = await ReportQueue.open(address, ledger);
    await queue.put([report(2)]);
    expect(await takeAll(queue)).toMatchObject([
      { kind: 'failure', code: 'worker-lost', origin: '1.txt' },
      { kind: 'report', report: report(2) },
    ]);
    await queue.close();
    await ledger.close();
  });
});
