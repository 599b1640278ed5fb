import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as according from '../src/index.ts';

/** What each subpath gives, types aside. */
const subpaths = {
  document: [
    'charOffsets',
    'countWhile',
    'createDocument',
    'diagnosticCodes',
    'encloses',
    'noMetadata',
    'overlaps',
    'paragraphSpans',
    'quotationsIn',
    'sentenceSpans',
  ],
  attribution: [
    'annotate',
    'decisions',
    'distances',
    'extent',
    'numberAttributions',
    'quotationForms',
    'roles',
    'sourceTypes',
    'stances',
  ],
  inference: ['AttributionNetwork', 'loadRuntime', 'probabilityOf', 'readModelFolder', 'shippedModelPath'],
  segment: ['WordPiece', 'segmentContents', 'segmentDocument'],
  evaluate: [
    'ScoredText',
    'alignAttributions',
    'calibrationOf',
    'evaluateCorpus',
    'isRelaxedMatch',
    'jaccard',
    'labelGold',
    'labelValues',
    'matchDocument',
    'measures',
    'parseGold',
    'parseLabels',
    'parsePrediction',
    'scoreMeaning',
  ],
  export: [
    'bratFiles',
    'errorLine',
    'escapeHtml',
    'exportFormats',
    'pageMark',
    'recordColumns',
    'reportForTerminal',
    'reportsAsHtml',
    'restoreCell',
    'tableAsCsv',
    'toInterchange',
  ],
  ledger: [
    'Ledger',
    'addressOf',
    'canonicalUrl',
    'copyLedger',
    'facetNames',
    'isServerAddress',
    'openLedger',
    'readingKey',
    'reportKey',
    'reportOrders',
    'searchOrders',
    'speakerOrders',
    'textDifference',
    'tokenRoles',
  ],
  pipeline: [
    'LinePool',
    'Reader',
    'ReportPool',
    'addReports',
    'collectInputs',
    'countInputs',
    'exportSources',
    'fetchReport',
    'inspectModel',
    'loadRuntime',
    'maxTextLength',
    'openFetcher',
    'parseColumns',
    'parseLine',
    'readFeatures',
    'readLine',
    'readLines',
    'readRecord',
    'readReport',
    'readText',
    'rereadLedger',
    'resolvePronoun',
    'splitLines',
    'watchFeeds',
  ],
  api: ['Imports', 'ReadThreads', 'createApi', 'listen'],
};

describe('the public surface', () => {
  it('is these names; adding one is a promise, taking one away breaks somebody', () => {
    expect(Object.keys(according).sort()).toEqual([
      'AccordingError',
      'Reader',
      'annotate',
      'createDocument',
      'distances',
      'errorCodes',
      'extent',
      'fetchReport',
      'quotationForms',
      'readRecord',
      'readReport',
      'readText',
      'reportForTerminal',
      'reportsAsHtml',
      'roles',
      'sourceTypes',
      'stances',
      'toInterchange',
    ]);
  });

  it('has these subpaths', () => {
    const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
    const { exports } = JSON.parse(manifest) as { exports: Record<string, { default: string }> };
    expect(Object.keys(exports)).toEqual(['.', ...Object.keys(subpaths).map((name) => `./${name}`)]);
    for (const name of Object.keys(subpaths)) expect(exports[`./${name}`]!.default).toBe(`./dist/${name}/index.js`);
  });

  it.each(Object.entries(subpaths))('is these names at according/%s', async (name, names) => {
    const exported = (await import(`../src/${name}/index.ts`)) as object;
    expect(Object.keys(exported).sort()).toEqual(names);
  });

  it('is what a stranger gets who imports the package by its name', async () => {
    const installed = (await import('according' as string)) as typeof according;
    expect(Object.keys(installed).sort()).toEqual(Object.keys(according).sort());
  });

  it('refuses at compile time what would fail at run time', () => {
    const calls = (): unknown[] => [
      // @ts-expect-error a document is made by createDocument or a reader of reports, and never a bare string
      new Promise<according.Reader>(() => {}).then((reader) => reader.read('Ana Okonjo said so.')),
      // @ts-expect-error values are never changed in place
      (document: according.Document) => (document.text = ''),
      // @ts-expect-error a statement has its meaning, which a bare attribution lacks
      (attribution: according.Attribution): according.Statement => attribution,
      // @ts-expect-error stances are a closed list
      (statement: according.Statement) => statement.stance === 'agrees',
      // @ts-expect-error codes are a closed list
      new according.AccordingError('no-such-code', 'Expected a code of the list, got another'),
    ];
    expect(calls).toBeTypeOf('function'); // the compiler is what tests them
  });
});
