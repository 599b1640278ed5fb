import { setFlagsFromString } from 'node:v8';
import { AccordingError } from '../errors.ts';
import { exportFormats, type ExportFormatName } from '../export/index.ts';
import { openLedger } from '../ledger/index.ts';
import { exportSources } from '../pipeline/index.ts';
import { exitCode } from './exit-code.ts';
import { onInterruption } from './interruption.ts';
import { inWords, queryOf, type QueryOptions } from './query-options.ts';
import { writeFile, writeTo } from './write-file.ts';

export interface ExportCommandOptions extends QueryOptions {
  readonly ledger: string;
  readonly format?: ExportFormatName;
  readonly output: string;
}

/** Notes of what a format could not hold that are printed; the rest are counted. */
const mostNotes = 10;

/**
 * `according export`: writes all that a query finds, in one of several formats.
 *
 * New objects keep the room that they have when it begins: V8 would double it up to 128 MB, of which an export, whose rows are soon
 * garbage, gains little.
 */
export async function exportRecords(words: readonly string[], options: ExportCommandOptions): Promise<number> {
  setFlagsFromString('--semi-space-growth-factor=1');
  const format = exportFormats[options.format ?? formatOf(options.output)];
  const ledger = await openLedger(options.ledger, { create: false });
  const { signal, release } = onInterruption(() => process.stderr.write('\naccording: stopping\n'));
  let notes = 0;
  try {
    const records = ledger.records(queryOf(words, options), { signal });
    const chunks = format.write(records, {
      ...exportSources(ledger),
      query: inWords(words, options),
      byteOrderMark: true,
      note: ({ message }) => {
        if (notes++ < mostNotes) process.stderr.write(`according: ${message}\n`);
      },
    });
    if (options.output === '-') await writeTo(process.stdout, chunks);
    else await writeFile(options.output, chunks);
  } finally {
    release();
    await ledger.close();
  }
  if (notes > mostNotes) process.stderr.write(`according: … and ${notes - mostNotes} more such notes\n`);
  return exitCode.ok;
}

/** @throws {AccordingError} `usage` */
function formatOf(file: string): ExportFormatName {
  const names = Object.keys(exportFormats) as ExportFormatName[];
  const found = names.find((name) => file.toLowerCase().endsWith(exportFormats[name].extension));
  if (found !== undefined) return found;
  throw new AccordingError(
    'usage',
    `Expected --format ${names.join(' | ')}, or a file that ends in one of their endings`,
  );
}
