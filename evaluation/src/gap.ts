import { readFileSync } from 'node:fs';
import { Reader, readText } from 'according';
import { resolvePronoun } from 'according/pipeline';
import { dataFolder } from './corpus.ts';

// Scores the pronoun resolver alone on GAP: of two names, which one does the pronoun stand for, or neither?

interface Snippet {
  readonly id: string;
  readonly text: string;
  readonly pronoun: [number, number];
  readonly a: [number, number];
  readonly aCoref: boolean;
  readonly b: [number, number];
  readonly bCoref: boolean;
}

const file = process.argv[2] ?? `${dataFolder}/coref/gap-validation.jsonl`;
const reader = await Reader.open();
let [hit, found, gold, right, count] = [0, 0, 0, 0, 0];
for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
  const { id, text, pronoun, a, aCoref, b, bCoref } = JSON.parse(line) as Snippet;
  const spans = [a, b].map(([start, end]) => ({ start, end }));
  const chosen = await resolvePronoun(readText(text, { id }), { start: pronoun[0], end: pronoun[1] }, spans, reader);
  const wanted = [aCoref, bCoref];
  for (const [index, isIt] of wanted.entries()) {
    const says = chosen === index;
    hit += Number(says && isIt);
    found += Number(says);
    gold += Number(isIt);
  }
  right += Number((chosen === null && !aCoref && !bCoref) || (chosen !== null && wanted[chosen]!));
  count++;
}
await reader.close();
const [p, r] = [hit / found, hit / gold];
process.stdout.write(
  `GAP: ${count} snippets, P ${p.toFixed(3)} R ${r.toFixed(3)} F1 ${((2 * p * r) / (p + r)).toFixed(3)}, accuracy ${(right / count).toFixed(3)}\n`,
);
