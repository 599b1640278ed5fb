import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { Reader } from 'according';
import { exampleTexts } from './corpus.ts';
import { anyReport, checkReport } from './hostile-reports.ts';

// Reads thousands of mutated and random reports and checks that each one is read and every range lies in its text.

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '10000' }, seed: { type: 'string', default: String(Date.now() % 1e9) } },
});
const runs = Number(values.runs);
const seed = Number(values.seed);
const reader = await Reader.open();
const began = performance.now();
let done = 0;
const result = await fc.check(
  fc.asyncProperty(anyReport(await exampleTexts()), async (bytes) => {
    await checkReport(reader, bytes);
    if (++done % 500 === 0) process.stderr.write(`\r${done} of ${runs}`);
  }),
  { numRuns: runs, seed },
);
await reader.close();
const seconds = ((performance.now() - began) / 1000).toFixed(0);
if (result.failed) {
  process.stdout.write(`\n${fc.defaultReportMessage(result) ?? ''}\n`);
  process.stdout.write(`failed after ${result.numRuns} of ${runs} reports (seed ${seed}, ${seconds} s)\n`);
  process.exitCode = 1;
} else
  process.stdout.write(
    `\n${result.numRuns} of ${runs} reports read, every range inside its text (seed ${seed}, ${seconds} s)\n`,
  );
