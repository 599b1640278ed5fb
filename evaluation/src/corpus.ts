import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readReport } from 'according';
import { labelGold, parseGold, parseLabels, type GoldDocument } from 'according/evaluate';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Where the reference data lies beside a checkout; `ACCORDING_DATA` names another place. */
export const dataFolder = process.env['ACCORDING_DATA'] ?? `${root}../shared/data`;

/** The reference documents of a JSONL file; where labels of some are in a file of their own, with these. */
export function readGold(file: string, labelsFile?: string): GoldDocument[] {
  const gold = readLines(file, parseGold);
  if (labelsFile === undefined) return gold;
  const labels = new Map(readLines(labelsFile, parseLabels).map((row) => [row.id, row]));
  return gold.map((document) => {
    const own = labels.get(document.id);
    return own === undefined ? document : labelGold(document, own);
  });
}

function readLines<T>(file: string, parse: (value: unknown, line: number) => T): T[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line, index) => (line.trim() === '' ? [] : [parse(JSON.parse(line), index + 1)]));
}

/** Texts of the invented example reports that ship with the project. */
export async function exampleTexts(): Promise<string[]> {
  const folder = `${root}examples/`;
  const names = readdirSync(folder)
    .filter((name) => /\.(?:txt|html)$/u.test(name))
    .sort();
  const documents = await Promise.all(names.map((name) => readReport(readFileSync(folder + name))));
  return documents.map(({ text }) => text);
}
