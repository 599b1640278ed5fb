import type { ReadDocument } from '../attribution/index.ts';
import type { Document } from '../document/index.ts';
import { AccordingError, asAccordingError } from '../errors.ts';
import { reportForTerminal, reportsAsHtml, toInterchange } from '../export/index.ts';
import { Reader, readReport } from '../pipeline/index.ts';
import { exitCode } from './exit-code.ts';
import { readInput } from './open-input.ts';
import { noteSlowness } from './note-slowness.ts';
import { Output } from './output.ts';
import { checkPageFile, writePage } from './page-file.ts';
import { Progress } from './progress.ts';

export interface ReadOptions {
  readonly json?: boolean;
  readonly html?: string;
  readonly text?: boolean;
  readonly explain?: boolean;
  readonly nested?: boolean;
  readonly colour: boolean;
  readonly width?: number;
}

const leastWidth = 40;

/** Where a terminal does not say, and as wide as running text becomes: longer lines are tiring to read. */
const defaultWidth = 100;

/** As wide as the ledger becomes: it has two columns there. */
const widestLedger = 160;

/** `according read`: shows who says what in each report; one that cannot be read costs the others nothing. */
export async function read(names: readonly string[], options: ReadOptions): Promise<number> {
  if (names.filter((name) => name === '-').length > 1) {
    throw new AccordingError('usage', 'Expected standard input (-) once, got it several times');
  }
  if (options.html !== undefined) checkPageFile(options.html, names);
  const { stdin, stdout, stderr, env } = process;
  if (names.includes('-') && stdin.isTTY)
    stderr.write('according: reading a report from the terminal; Ctrl-D ends it\n');
  const output = new Output(stdout);
  const width = options.width ?? widthOf(stdout, options.text ? defaultWidth : widestLedger);
  const colour = options.colour && hasColours(stdout, env);
  const forPage: ReadDocument[] = [];
  // Where the reports themselves come to the terminal, they are progress enough.
  const quiet = names.length === 1 || (options.html === undefined && stdout.isTTY);
  const progress = new Progress(stderr, stderr.isTTY === true && !quiet);
  let failures = 0;
  // Waiting for bytes and loading the network take their time side by side.
  const opening = Reader.open({ nested: options.nested });
  opening.then(noteSlowness, () => {}); // awaited below; a failure before that is not unhandled
  try {
    for (const name of names) {
      if (output.closed) break;
      const document = await attempt(name, () => openReport(name));
      // Not within the attempt: without a network no report can be read, and it is said once.
      const reader = document && (await opening);
      const read = document && reader && (await attempt(name, () => reader.read(document)));
      progress.add({ failed: read === null, attributions: read?.attributions.length ?? 0 });
      if (read === null) failures++;
      else if (options.html !== undefined) forPage.push(read);
      else if (options.json) await output.write(JSON.stringify(toInterchange(read)) + '\n');
      else {
        const heading = names.length > 1 ? `${rule(name, width)}\n\n` : '';
        const shown = reportForTerminal(read, { width, colour, text: options.text, explain: options.explain });
        await output.write(heading + shown + (heading && '\n'));
      }
    }
    progress.end();
    if (options.html === '-' && forPage.length > 0) await output.write(reportsAsHtml(forPage));
    else if (options.html !== undefined && forPage.length > 0) {
      writePage(options.html, reportsAsHtml(forPage));
      stderr.write(`wrote ${options.html}\n`);
    }
  } finally {
    await opening.then((reader) => reader.close()).catch(() => {});
  }
  return failures > 0 ? exitCode.failed : exitCode.ok;
}

async function openReport(name: string): Promise<Document> {
  const { bytes, url, contentType } = await readInput(name);
  return readReport(bytes, { url, contentType });
}

/** What `work` gives, or `null` after saying in one line why it gives nothing. */
async function attempt<T>(name: string, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    const message = asAccordingError(error).message.replace(` (${name})`, '').replace(/\s+/gu, ' ');
    process.stderr.write(`according: ${name === '-' ? 'standard input' : name || '“”'}: ${message}\n`);
    return null;
  }
}

/** Some terminals say that they have no columns at all. */
function widthOf({ columns }: NodeJS.WriteStream, most: number): number {
  return Math.max(leastWidth, Math.min(columns || defaultWidth, most));
}

/** Whether to colour: `NO_COLOR` forbids it, `FORCE_COLOR` asks for it, else the terminal decides. */
function hasColours(stdout: NodeJS.WriteStream, env: NodeJS.ProcessEnv): boolean {
  if (env['NO_COLOR']) return false;
  if (env['FORCE_COLOR'] !== undefined) return env['FORCE_COLOR'] !== '0' && env['FORCE_COLOR'] !== 'false';
  return stdout.isTTY === true && stdout.hasColors();
}

/** The name of a report in a line of its own, where several are shown. */
function rule(name: string, width: number): string {
  const shown = name === '-' ? 'standard input' : name;
  return `── ${shown} `.padEnd(width, '─');
}
