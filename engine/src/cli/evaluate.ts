import type { RoleSpans } from '../attribution/index.ts';
import { AccordingError, asAccordingError } from '../errors.ts';
import {
  evaluateCorpus,
  measures,
  parseGold,
  parsePrediction,
  type Evaluation,
  type GoldDocument,
} from '../evaluate/index.ts';
import { LinePool, readLines, splitLines, type NumberedLine, parseLine } from '../pipeline/index.ts';
import { exitCode } from './exit-code.ts';
import { maxLineBytes } from './extract.ts';
import { openFile } from './open-input.ts';
import { Output } from './output.ts';
import { Progress } from './progress.ts';

export interface EvaluateOptions {
  readonly bootstrap?: number;
  readonly json?: boolean;
  readonly workers: number;
}

/** What was found, by document, and which documents could not be read. */
interface Found {
  readonly attributions: ReadonlyMap<string, readonly RoleSpans[]>;
  readonly failed: readonly string[];
}

/** `according evaluate`: scores predictions, or what we find now, against a reference. */
export async function evaluate(
  goldFile: string,
  predictedFile: string | undefined,
  options: EvaluateOptions,
): Promise<number> {
  const gold = await readJsonLines(goldFile, parseGold);
  if (gold.length === 0)
    throw new AccordingError('empty-input', `Expected documents with attributions, got none (${goldFile})`);
  const { attributions, failed } =
    predictedFile === undefined ? await readNow(gold, options.workers) : await readPredictions(predictedFile);
  const evaluation = evaluateCorpus(gold, attributions, options.bootstrap);
  const output = new Output(process.stdout);
  await output.write(options.json ? JSON.stringify(evaluation, null, 2) + '\n' : table(evaluation));
  for (const message of failed) process.stderr.write(`according: ${goldFile}: ${message}\n`);
  if (predictedFile !== undefined && evaluation.missing.length > 0) {
    const some = evaluation.missing.slice(0, 3).join(', ') + (evaluation.missing.length > 3 ? ', …' : '');
    const message = `${evaluation.missing.length} of ${evaluation.documents} documents have no prediction and count as empty: ${some}`;
    process.stderr.write(`according: ${predictedFile}: ${message}\n`);
  }
  return failed.length > 0 ? exitCode.failed : exitCode.ok;
}

async function readPredictions(file: string): Promise<Found> {
  const rows = await readJsonLines(file, parsePrediction);
  return { attributions: new Map(rows.map(({ id, attributions }) => [id, attributions])), failed: [] };
}

async function readNow(gold: readonly GoldDocument[], workers: number): Promise<Found> {
  const pool = await LinePool.open(Math.min(workers, gold.length));
  const progress = new Progress(process.stderr, process.stderr.isTTY === true);
  const found = new Map<string, readonly RoleSpans[]>();
  const failed: string[] = [];
  try {
    let number = 0;
    for await (const result of readLines(asLines(gold), pool, workers * 4)) {
      number++;
      progress.add(result);
      if (result.failed) {
        const { error } = JSON.parse(result.output) as { error: { message: string } };
        failed.push(`${error.message} (document ${gold[number - 1]!.id})`);
        continue;
      }
      const { id, attributions } = parsePrediction(JSON.parse(result.output), number);
      found.set(id, attributions);
    }
  } finally {
    progress.end();
    await pool.close();
  }
  return { attributions: found, failed };
}

async function* asLines(gold: readonly GoldDocument[]): AsyncGenerator<NumberedLine> {
  for (const [index, { id, text }] of gold.entries()) yield { number: index + 1, line: JSON.stringify({ id, text }) };
}

/** Parses every line of a file. A reference with a line missing measures something else, so the first bad one ends it. */
async function readJsonLines<T>(file: string, parse: (value: unknown, line: number) => T): Promise<T[]> {
  const rows: T[] = [];
  try {
    for await (const { line, number } of splitLines(openFile(file), maxLineBytes)) {
      if (line instanceof AccordingError) throw line;
      rows.push(parse(parseLine(line, number), number));
    }
  } catch (error) {
    const { code, message, details, cause } = asAccordingError(error);
    throw new AccordingError(code, `${file}: ${message}`, { ...details, file }, cause);
  }
  return rows;
}

function table({ scores }: Evaluation): string {
  const number = (value: number): string => value.toFixed(4).padStart(9);
  const head = `${''.padEnd(26)}${'P'.padStart(9)}${'R'.padStart(9)}${'F1'.padStart(9)}\n`;
  const rows = measures.map((measure) => {
    const { p, r, f1, ci95 } = scores[measure];
    const interval = ci95 ? `   [${ci95[0].toFixed(3)} ${ci95[1].toFixed(3)}]` : '';
    return `${measure.padEnd(26)}${number(p)}${number(r)}${number(f1)}${interval}\n`;
  });
  return head + rows.join('');
}
