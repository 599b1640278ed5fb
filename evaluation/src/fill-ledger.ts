import { openLedger } from 'according/ledger';
import { InventedReports } from './invented-reports.ts';

const batch = 100;

/** Writes invented reports into a new ledger, the same ones each time, and says how much that was. */
export async function fillLedger(address: string, documents: number, statements: number): Promise<string> {
  const ledger = await openLedger(address);
  const invented = new InventedReports(1, statements);
  for (let done = 0; done < documents; done += batch)
    await ledger.addMany(Array.from({ length: Math.min(batch, documents - done) }, () => invented.report()));
  await ledger.optimise();
  const summary = await ledger.summary();
  await ledger.close();
  return `${summary.reports.toLocaleString('en')} reports, ${summary.statements.toLocaleString('en')} statements`;
}
