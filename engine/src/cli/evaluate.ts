import { AccordingError, asAccordingError } from '../errors.ts';
import {
  evaluateCorpus,
  labelGold,
  parseGold,
  parseLabels,
  parsePrediction,
  type GoldDocument,
  type PredictedAttribution,
} from '../evaluate/index.ts';
import { LinePool, readLines, splitLines, type NumberedLine, parseLine } from '../pipeline/index.ts';
import { evaluationTables } from './evaluation-tables.ts';
import { exitCode } from './exit-code.ts';
import { maxLineBytes } from './extract.ts';
import { openFile } from './open-input.ts';
import { Output } from './output.ts';
import { Progress } from './progress.ts';

export interface EvaluateOptions {
  readonly bootstrap?: number;
  readonly json?: boolean;
  /** File of labels for the reference's attributions. */
  readonly layer2?: string;
  readonly workers: number;
}

/** What was found, by document, and which documents could not be read. */
interface Found {
  readonly attributions: ReadonlyMap<string, readonly PredictedAttribution[]>;
  readonly failed: readonly string[];
}

/** `according evaluate`: scores predictions, or what we find now, against a reference. */
export async function evaluate(
  goldFile: string,
  predictedFile: string | undefined,
  options: EvaluateOptions,
): Promise<number> {
  const gold = await readGold(goldFile, options.layer2);
  const { attributions, failed } =
    predictedFile === undefined ? await readNow(gold, options.workers) : await readPredictions(predictedFile);
  const evaluation = evaluateCorpus(gold, attributions, options.bootstrap);
  const output = new Output(process.stdout);
  await output.write(options.json ? JSON.stringify(evaluation, null, 2) + '\n' : evaluationTables(evaluation));
  for (const message of failed) process.stderr.write(`according: ${goldFile}: ${message}\n`);
  if (predictedFile !== undefined && evaluation.missing.length > 0) {
    const some = evaluation.missing.slice(0, 3).join(', ') + (evaluation.missing.length > 3 ? ', …' : '');
    const message = `${evaluation.missing.length} of ${evaluation.documents} documents have no prediction and count as empty: ${some}`;
    process.stderr.write(`according: ${predictedFile}: ${message}\n`);
  }
  return failed.length > 0 ? exitCode.failed : exitCode.ok;
}

async function readGold(file: string, labelsFile: string | undefined): Promise<GoldDocument[]> {
  const gold = await readJsonLines(file, parseGold);
  if (gold.length === 0)
    throw new AccordingError('empty-input', `Expected documents with attributions, got none (${file})`);
  if (labelsFile === undefined) return gold;
  const labels = new Map((await readJsonLines(labelsFile, parseLabels)).map((row) => [row.id, row]));
  if (!gold.some(({ id, attributions }) => attributions.some((row) => labels.get(id)?.meanings.has(row.id)))) {
    throw new AccordingError(
      'document-invalid',
      `Expected labels for attributions of ${file}, got none (${labelsFile})`,
    );
  }
  return gold.map((document) => {
    const own = labels.get(document.id);
    return own === undefined ? document : labelGold(document, own);
  });
}

async function readPredictions(file: string): Promise<Found> {
  const rows = await readJsonLines(file, parsePrediction);
  return { attributions: new Map(rows.map(({ id, attributions }) => [id, attributions])), failed: [] };
}

async function readNow(gold: readonly GoldDocument[], workers: number): Promise<Found> {
  const pool = await LinePool.open(Math.min(workers, gold.length));
  const progress = new Progress(process.stderr, process.stderr.isTTY === true);
  const found = new Map<string, readonly PredictedAttribution[]>();
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
