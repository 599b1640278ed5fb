import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readReport } from 'according';
import { parseGold, type GoldDocument } from 'according/evaluate';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Where the reference data lies beside a checkout; `ACCORDING_DATA` names another place. */
export const dataFolder = process.env['ACCORDING_DATA'] ?? `${root}../shared/data`;

/** The reference documents of a JSONL file. */
export function readGold(file: string): GoldDocument[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line, index) => (line.trim() === '' ? [] : [parseGold(JSON.parse(line), index + 1)]));
}

/** Texts of the invented example reports that ship with the project. */
export async function exampleTexts(): Promise<string[]> {
  const folder = `${root}examples/`;
  const names = readdirSync(folder).sort();
  const documents = await Promise.all(names.map((name) => readReport(readFileSync(folder + name))));
  return documents.map(({ text }) => text);
}
