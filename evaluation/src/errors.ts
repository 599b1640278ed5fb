import { parseArgs } from 'node:util';
import { extent, Reader, roles, type RoleSpans } from 'according';
import { alignAttributions, ScoredText, type RoleTokens } from 'according/evaluate';
import { readText } from 'according/pipeline';
import { dataFolder, readGold } from './corpus.ts';

// Shows where we and the reference part, each in its context, for reading by hand: every n-th of all disagreements.

const { values } = parseArgs({
  options: {
    gold: { type: 'string' },
    most: { type: 'string', default: '50' },
    skip: { type: 'string', default: '0' },
  },
});
// Whoever has seen enough (`| head`) closes the pipe.
process.stdout.on('error', () => process.exit());
const gold = readGold(values.gold ?? `${dataFolder}/polnear/dev.jsonl`);
const reader = await Reader.open();
const shown: string[] = [];
for (const document of gold) {
  const text = new ScoredText(document.text);
  const { attributions } = await reader.read(readText(document.text));
  const tokens = (list: readonly RoleSpans[]): RoleTokens[] =>
    list.map(({ source, cue, content }) => ({
      source: text.core(source),
      cue: text.core(cue),
      content: text.core(content),
    }));
  const [goldTokens, foundTokens] = [tokens(document.attributions), tokens(attributions)];
  const pairs = alignAttributions(goldTokens, foundTokens);
  const show = (label: string, spans: RoleSpans): string =>
    `  ${label} ${roles.map((role) => `${role}: ${spans[role].map(({ start, end }) => document.text.slice(start, end)).join(' … ') || '—'}`).join(' | ')}`;
  const context = (spans: RoleSpans): string => {
    const { start, end } = extent(spans)!;
    return document.text.slice(Math.max(0, start - 80), end + 80).replace(/\s+/gu, ' ');
  };
  document.attributions.forEach((reference, i) => {
    const j = pairs.find(([g]) => g === i)?.[1];
    if (j === undefined) shown.push(`MISSED ${document.id}\n  ${context(reference)}\n${show('gold', reference)}`);
    else if (roles.some((role) => goldTokens[i]![role].symmetricDifference(foundTokens[j]![role]).size > 0)) {
      shown.push(`DIFFERS ${document.id}\n${show('gold', reference)}\n${show('ours', attributions[j]!)}`);
    }
  });
  attributions.forEach((found, j) => {
    if (!pairs.some(([, p]) => p === j))
      shown.push(`EXTRA ${document.id}\n  ${context(found)}\n${show('ours', found)}`);
  });
}
await reader.close();
const step = Math.max(1, Math.floor(shown.length / Number(values.most)));
process.stdout.write(`${shown.length} disagreements, every ${step}th shown\n\n`);
process.stdout.write(shown.filter((_, i) => i % step === Number(values.skip) % step).join('\n\n') + '\n');
