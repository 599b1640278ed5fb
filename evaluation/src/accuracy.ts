import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Reader, type RoleSpans } from 'according';
import { evaluateCorpus, measures, type Evaluation, type GoldDocument } from 'according/evaluate';
import { readText } from 'according/pipeline';
import { dataFolder, readGold, root } from './corpus.ts';
import { writeSection } from './docs-section.ts';

// Measures accuracy against the reference data beside the checkout; `--write` puts the figures into docs/accuracy.md.

const { values } = parseArgs({
  options: { write: { type: 'boolean', default: false }, bootstrap: { type: 'string', default: '1000' } },
});
const files = { 'PolNeAR dev': `${dataFolder}/polnear/dev.jsonl`, 'Seed report': `${dataFolder}/seed/reference.jsonl` };
const missing = Object.values(files).find((file) => !existsSync(file));
if (missing !== undefined) {
  process.stderr.write(`Expected the reference data, got none (${missing}); ACCORDING_DATA names its folder\n`);
  process.exit(1);
}
const reader = await Reader.open();
const parts: string[] = [];
for (const [name, file] of Object.entries(files)) {
  const gold = readGold(file);
  const draws = gold.length > 1 ? Number(values.bootstrap) : 0;
  parts.push(`**${name}** (${gold.length} documents)\n\n${table(evaluateCorpus(gold, await readAll(gold), draws))}`);
}
const { name, version } = reader.network.manifest;
await reader.close();
const text = `Network ${name} ${version}.\n\n${parts.join('\n')}`;
process.stdout.write(text);
if (values.write) writeSection(`${root}docs/accuracy.md`, 'accuracy', text);

async function readAll(gold: readonly GoldDocument[]): Promise<Map<string, readonly RoleSpans[]>> {
  const found = new Map<string, readonly RoleSpans[]>();
  for (const document of gold) {
    const { attributions } = await reader.read(readText(document.text, { id: document.id }));
    found.set(document.id, attributions);
  }
  return found;
}

function table({ scores }: Evaluation): string {
  const rows = measures.map((measure) => {
    const { p, r, f1, ci95 } = scores[measure];
    const interval = ci95 ? `${ci95[0].toFixed(3)} – ${ci95[1].toFixed(3)}` : '';
    return `| \`${measure}\` | ${p.toFixed(3)} | ${r.toFixed(3)} | ${f1.toFixed(3)} | ${interval} |\n`;
  });
  return `| measure | P | R | F1 | 95 % of resampled F1 |\n| --- | --- | --- | --- | --- |\n${rows.join('')}`;
}
