import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Reader } from 'according';
import { evaluateCorpus, type Evaluation, type GoldDocument, type PredictedAttribution } from 'according/evaluate';
import { readText } from 'according/pipeline';
import { meaningTable, reliabilityTable, spanTable, valueTable } from './accuracy-tables.ts';
import { dataFolder, readGold, root } from './corpus.ts';
import { writeSection } from './docs-section.ts';

// Measures accuracy against the reference data beside the checkout; `--write` puts the figures into docs/accuracy.md.

const { values } = parseArgs({
  options: { write: { type: 'boolean', default: false }, bootstrap: { type: 'string', default: '1000' } },
});
const files = {
  dev: `${dataFolder}/polnear/dev.jsonl`,
  devLabels: `${dataFolder}/polnear/dev-layer2.jsonl`,
  seed: `${dataFolder}/seed/reference.jsonl`,
};
const missing = Object.values(files).find((file) => !existsSync(file));
if (missing !== undefined) {
  process.stderr.write(`Expected the reference data, got none (${missing}); ACCORDING_DATA names its folder\n`);
  process.exit(1);
}
const reader = await Reader.open();
// One after the other: the network reads one document at a time.
const corpora = [
  await measure('PolNeAR dev', readGold(files.dev, files.devLabels), Number(values.bootstrap)),
  await measure('Seed report', readGold(files.seed), 0),
];
const { name, version } = reader.network.manifest;
await reader.close();

const network = `Network ${name} ${version}.\n\n`;
const spans = corpora.map(({ title, gold, evaluation }) => `**${title}** (${count(gold)})\n\n${spanTable(evaluation)}`);
const meanings = corpora.map(({ title, gold, evaluation: { meaning } }) => {
  const labelled = gold.filter(({ attributions }) => attributions.some((row) => row.meaning !== null));
  return `**${title}** (${count(labelled)}, ${meaning!.pairs} pairs)\n\n${meaningTable(meaning!)}\n${valueTable(meaning!)}`;
});
const calibrations = corpora.flatMap(({ title, gold, evaluation: { calibration } }) => {
  if (calibration === null) return [];
  const head = `**${title}** (${count(gold)}): expected calibration error ${calibration.ece.toFixed(3)}`;
  return [`${head}\n\n${reliabilityTable(calibration)}`];
});
const sections = {
  accuracy: network + spans.join('\n'),
  meaning: meanings.join('\n'),
  calibration: calibrations.join('\n'),
};
for (const [section, text] of Object.entries(sections)) {
  process.stdout.write(`${text}\n`);
  if (values.write) writeSection(`${root}docs/accuracy.md`, section, text);
}

async function measure(
  title: string,
  gold: readonly GoldDocument[],
  draws: number,
): Promise<{ readonly title: string; readonly gold: readonly GoldDocument[]; readonly evaluation: Evaluation }> {
  return { title, gold, evaluation: evaluateCorpus(gold, await readAll(gold), draws) };
}

async function readAll(gold: readonly GoldDocument[]): Promise<Map<string, readonly PredictedAttribution[]>> {
  const found = new Map<string, readonly PredictedAttribution[]>();
  for (const document of gold) {
    const { attributions } = await reader.read(readText(document.text, { id: document.id }));
    found.set(document.id, attributions);
  }
  return found;
}

function count(gold: readonly GoldDocument[]): string {
  return gold.length === 1 ? '1 document' : `${gold.length} documents`;
}
