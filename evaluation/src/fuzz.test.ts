import fc from 'fast-check';
import { Reader } from 'according';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { exampleTexts } from './corpus.ts';
import { anyReport, checkReport } from './hostile-reports.ts';

describe('reading', () => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await Reader.open();
  });
  afterAll(() => reader.close());

  // `npm run fuzz` does the same ten thousand times.
  it('reads mutated and random reports without a crash or a range outside the text', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anyReport(await exampleTexts()), (bytes) => checkReport(reader, bytes)),
      { numRuns: 250 },
    );
  });
});
