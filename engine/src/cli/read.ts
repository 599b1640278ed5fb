import { writeFileSync } from 'node:fs';
import type { ExtractedDocument } from '../attribution/index.ts';
import { AccordingError, asAccordingError } from '../errors.ts';
import { reportForTerminal, reportsAsHtml, toInterchange } from '../export/index.ts';
import { Reader, readReport } from '../pipeline/index.ts';
import { readInput } from './open-input.ts';
import { exitCode } from './program.ts';

export interface ReadOptions {
  readonly json?: boolean;
  readonly html?: string;
  readonly colour: boolean;
  readonly width?: number;
}

const defaultWidth = 100;

/** `according read`: shows the attributions of each report; one that cannot be read costs the others nothing. */
export async function read(names: readonly string[], options: ReadOptions): Promise<number> {
  if (names.filter((name) => name === '-').length > 1) {
    throw new AccordingError('usage', 'Expected standard input (-) once, got it several times');
  }
  const width = options.width ?? Math.min(process.stdout.columns ?? defaultWidth, defaultWidth);
  const colour = options.colour && process.stdout.isTTY && process.stdout.hasColors() && !process.env['NO_COLOR'];
  const forPage: ExtractedDocument[] = [];
  let failures = 0;
  let shown = 0;
  // Waiting for bytes and loading the network take their time side by side.
  const opening = Reader.open();
  opening.catch(() => {}); // awaited below; a failure before that is not unhandled
  for (const name of names) {
    try {
      const { bytes, url, contentType } = await readInput(name);
      const document = await readReport(bytes, { url, contentType });
      const extracted = await (await opening).read(document);
      if (options.html !== undefined) forPage.push(extracted);
      else if (options.json) process.stdout.write(JSON.stringify(toInterchange(extracted)) + '\n');
      else {
        if (shown++ > 0) process.stdout.write(`\n${'─'.repeat(width)}\n\n`);
        process.stdout.write(reportForTerminal(extracted, { width, colour }));
      }
    } catch (error) {
      failures++;
      process.stderr.write(`according: ${name === '-' ? 'standard input' : name}: ${asAccordingError(error).message}\n`);
    }
  }
  if (options.html !== undefined && forPage.length > 0) writePage(options.html, reportsAsHtml(forPage));
  await opening.then((reader) => reader.close()).catch(() => {}); // said above, once per report
  return failures > 0 ? exitCode.failed : exitCode.ok;
}

function writePage(file: string, page: string): void {
  if (file === '-') {
    process.stdout.write(page);
    return;
  }
  try {
    writeFileSync(file, page);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new AccordingError('output-unwritable', `Expected to write ${file}, got: ${message}`, { file }, cause);
  }
  process.stderr.write(`wrote ${file}\n`);
}
