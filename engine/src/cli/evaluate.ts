import type { RoleSpans } from '../attribution/index.ts';
import { AccordingError } from '../errors.ts';
import { evaluateCorpus, measures, parseGold, parsePrediction, type Evaluation, type GoldDocument } from '../evaluate/index.ts';
import { LinePool, readLines, splitLines, type NumberedLine } from '../pipeline/index.ts';
import { maxLineBytes } from './extract.ts';
import { openFile } from './open-input.ts';
import { exitCode } from './program.ts';
import { Progress } from './progress.ts';

export interface EvaluateOptions {
  readonly bootstrap?: number;
  readonly json?: boolean;
  readonly workers: number;
}

/** `according evaluate`: scores predictions, or what we find now, against a reference. */
export async function evaluate(goldFile: string, predictedFile: string | undefined, options: EvaluateOptions): Promise<number> {
  const gold = await readJsonLines(goldFile, parseGold);
  const predicted = predictedFile === undefined ? await readNow(gold, options.workers) : await readPredictions(predictedFile);
  const evaluation = evaluateCorpus(gold, predicted, options.bootstrap);
  process.stdout.write(options.json ? JSON.stringify(evaluation, null, 2) + '\n' : table(evaluation));
  if (evaluation.missing.length > 0) {
    process.stderr.write(`according: ${evaluation.missing.length} of ${evaluation.documents} documents have no prediction\n`);
  }
  return exitCode.ok;
}

async function readPredictions(file: string): Promise<Map<string, readonly RoleSpans[]>> {
  const rows = await readJsonLines(file, parsePrediction);
  return new Map(rows.map(({ id, attributions }) => [id, attributions]));
}

async function readNow(gold: readonly GoldDocument[], workers: number): Promise<Map<string, readonly RoleSpans[]>> {
  const pool = await LinePool.open(workers);
  const progress = new Progress(process.stderr, process.stderr.isTTY);
  const found = new Map<string, readonly RoleSpans[]>();
  try {
    let number = 0;
    for await (const result of readLines(asLines(gold), pool, workers * 4)) {
      number++;
      progress.add(result);
      if (result.failed) continue;
      const { id, attributions } = parsePrediction(JSON.parse(result.output), number);
      found.set(id, attributions);
    }
  } finally {
    progress.end();
    await pool.close();
  }
  return found;
}

async function* asLines(gold: readonly GoldDocument[]): AsyncGenerator<NumberedLine> {
  for (const [index, { id, text }] of gold.entries()) yield { number: index + 1, line: JSON.stringify({ id, text }) };
}

async function readJsonLines<T>(file: string, parse: (value: unknown, line: number) => T): Promise<T[]> {
  const rows: T[] = [];
  for await (const { line, number } of splitLines(openFile(file), maxLineBytes)) {
    if (line instanceof AccordingError) throw line;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (cause) {
      throw new AccordingError('json-invalid', `Expected JSON, got something else (${file}, line ${number})`, { file }, cause);
    }
    rows.push(parse(value, number));
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
