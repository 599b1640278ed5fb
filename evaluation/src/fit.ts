import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Reader } from 'according';
import { calibrationOf, isRelaxedMatch, matchDocument, ScoredText, type GoldDocument } from 'according/evaluate';
import { readFeatures, readText, type DocumentFeatures } from 'according/pipeline';
import { dataFolder, readGold, root } from './corpus.ts';
import { fitLogistic, type Example, type FittedLogistic } from './fit-logistic.ts';

// Fits the regressions of the network's manifest: confidence on PolNeAR dev, disputes on the labelled reports that training left out.
// `--write` puts them into the manifest. Every figure printed is by cross-validation over documents.

const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
const manifestFile = `${root}models/attribution/manifest.json`;
const folds = 10;
/** Disputes are shown from here: later than where F1 is best, for a false one accuses somebody. */
const shownFrom = 0.2;
const reader = await Reader.open();

/** Examples of one document. */
interface Group {
  readonly examples: readonly Example[];
}

const confidenceGroups: Group[] = [];
for (const document of readGold(`${dataFolder}/polnear/dev.jsonl`)) {
  const features = await readFeatures(readText(document.text, { id: document.id }), reader);
  confidenceGroups.push({ examples: confidenceExamples(document, features) });
}
const confidence = fitLogistic(all(confidenceGroups), 1);
const guesses = crossValidate(confidenceGroups, 1);
const { ece, bins } = calibrationOf(
  guesses.map(({ probability, right }) => ({ confidence: probability, right: Number(right) })),
)!;
print(`confidence: ${guesses.length} attributions, expected calibration error ${ece.toFixed(3)}`);
for (const bin of bins) print(`  ${bin.confidence.toFixed(3)} → ${bin.right.toFixed(3)} (${bin.count})`);

type Labels = Record<string, { disputes: (string | number[])[] }>;
const [taught, heldOut, later] = ['train', 'held-out', 'later'].map(readLabels) as [
  Map<string, Labels>,
  Map<string, Labels>,
  Map<string, Labels>,
];
for (const [id, labels] of later) taught.set(id, labels);
const groups = { taught: [] as Group[], heldOut: [] as Group[] };
let missed = 0;
for (const document of readGold(`${dataFolder}/polnear/train.jsonl`)) {
  const labels = heldOut.get(document.id) ?? taught.get(document.id);
  if (labels === undefined) continue;
  const features = await readFeatures(readText(document.text, { id: document.id }), reader);
  const examples = disputeExamples(document, features, labels, heldOut.has(document.id));
  groups[heldOut.has(document.id) ? 'heldOut' : 'taught'].push({ examples });
}
await reader.close();
const ridge = 3;
// The network knows the disputes that it was taught by heart, so those reports serve to weigh the words alone.
const words = fitLogistic([...all(groups.taught), ...all(groups.heldOut)].map(withoutNetwork), ridge);
const weighed = groups.heldOut.map(({ examples }) => ({ examples: examples.map((example) => weigh(example)) }));
const both = fitLogistic(all(weighed), 1);
const rivals = {
  bias: both.bias + both.weights['words']! * words.bias,
  weights: {
    ...Object.fromEntries(
      Object.entries(words.weights).map(([name, weight]) => [name, round(weight * both.weights['words']!)]),
    ),
    network: both.weights['network']!,
  },
};
const scored = crossValidate(weighed, 1).sort((a, b) => b.probability - a.probability);
const wanted = scored.filter(({ right }) => right).length + missed;
let [hits, best, threshold] = [0, 0, 1];
for (const [index, { probability, right }] of scored.entries()) {
  hits += Number(right);
  const f1 = (2 * hits) / (index + 1 + wanted);
  if (f1 > best) [best, threshold] = [f1, probability];
}
print(
  `disputes: ${all(groups.taught).filter(({ right }) => right).length} links taught; of ${wanted} left out (${missed} out of reach), F1 ${best.toFixed(3)} at ${threshold.toFixed(3)}`,
);
print(JSON.stringify(rivals));
if (values.write) {
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Record<string, unknown>;
  const fitted = { ...manifest, confidence, disputes: { ...rivals, threshold: shownFrom } };
  writeFileSync(manifestFile, JSON.stringify(fitted, null, 2) + '\n');
}

function confidenceExamples(document: GoldDocument, { attributions }: DocumentFeatures): Example[] {
  const match = matchDocument(new ScoredText(document.text), document.attributions, attributions);
  const right = new Set(match.pairs.filter((pair) => isRelaxedMatch(match, pair)).map(([, found]) => found));
  return attributions.map(({ confidence: features }, index) => ({ features, right: right.has(index) }));
}

function disputeExamples(
  document: GoldDocument,
  { attributions, pairs }: DocumentFeatures,
  labels: Labels,
  counts: boolean,
): Example[] {
  const { pairs: aligned } = matchDocument(new ScoredText(document.text), document.attributions, attributions);
  const goldOf = new Map(
    aligned.map(([gold, found]) => [attributions[found]!.id as string, document.attributions[gold]!.id]),
  );
  const foundIds = new Set(goldOf.values());
  const links = new Set(
    Object.entries(labels).flatMap(([id, { disputes: against }]) =>
      foundIds.has(id)
        ? against.filter((x) => typeof x === 'string' && foundIds.has(x)).map((x) => `${id} ${String(x)}`)
        : [],
    ),
  );
  const examples = pairs.flatMap(({ reaction, claim, features }) => {
    const [from, to] = [goldOf.get(reaction), goldOf.get(claim)];
    // As the measure does: only links with both ends found count.
    return from === undefined || to === undefined ? [] : [{ features, right: links.has(`${from} ${to}`) }];
  });
  if (counts) missed += links.size - examples.filter(({ right }) => right).length;
  return examples;
}

function readLabels(name: string): Map<string, Labels> {
  const lines = readFileSync(`${root}training/layer2/${name}.jsonl`, 'utf8').trim().split('\n');
  return new Map(
    lines.map((line) => JSON.parse(line) as { id: string; layer2: Labels }).map(({ id, layer2 }) => [id, layer2]),
  );
}

function withoutNetwork({ features, right }: Example): Example {
  return { features: { ...features, network: 0 }, right };
}

/** What the words come to, beside what the network says. */
function weigh({ features, right }: Example): Example {
  const logit = Object.entries(features).reduce(
    (sum, [name, value]) => sum + (name === 'network' ? 0 : (words.weights[name] ?? 0) * value),
    words.bias,
  );
  return { features: { words: logit, network: features['network']! }, right };
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}

function all(groups: readonly Group[]): Example[] {
  return groups.flatMap(({ examples }) => examples);
}

/** Each example's probability by a regression fitted to the documents of the other folds. */
function crossValidate(groups: readonly Group[], strength: number): { probability: number; right: boolean }[] {
  return Array.from({ length: folds }).flatMap((_, fold) => {
    const model = fitLogistic(all(groups.filter((__, index) => index % folds !== fold)), strength);
    return all(groups.filter((__, index) => index % folds === fold)).map(({ features, right }) => ({
      probability: probability(model, features),
      right,
    }));
  });
}

function probability({ bias, weights }: FittedLogistic, features: Example['features']): number {
  const logit = Object.entries(features).reduce((sum, [name, value]) => sum + (weights[name] ?? 0) * value, bias);
  return 1 / (1 + Math.exp(-logit));
}

function print(line: string): void {
  process.stdout.write(line + '\n');
}
