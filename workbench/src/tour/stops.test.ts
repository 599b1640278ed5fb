import { describe, expect, it } from 'vitest';
import type { ReportReading, ReportSummary } from '../api/index.ts';
import { shown } from './shown.ts';
import { stopsOf } from './stops.ts';

const urls = [shown.report, ...shown.compared];
const reports = urls.map((url, index) => ({ id: `r${index}`, url, version: 1 })) as unknown as ReportSummary[];
const reading = {
  report: reports[0],
  statements: [
    { id: 's0', entity: null, disputedBy: ['s1'] },
    { id: 's1', entity: { type: 'person' }, disputedBy: [] },
    { id: 's2', entity: { type: 'person' }, disputedBy: ['s1'] },
  ],
} as unknown as ReportReading;

const addresses = (found: Parameters<typeof stopsOf>[0]) => stopsOf(found).map(({ address }) => address);

describe('the tour', () => {
  it('has a way in and three steps: a disputed statement, disputes, two reports', () => {
    expect(addresses({ reports, reading, narrow: false })).toEqual([
      null,
      '/documents/r0?version=1&statement=s2',
      '/disputes',
      '/compare?document=r1&document=r2',
    ]);
  });

  it('covers no narrow page with a note', () => {
    expect(addresses({ reports, reading, narrow: true })[1]).toBe('/documents/r0?version=1');
  });

  it('leads to what there is where examples have been taken away', () => {
    const [, first, , third] = addresses({ reports: reports.slice(1, 2), reading: null, narrow: false });
    expect([first, third]).toEqual(['/documents', '/compare']);
  });
});
