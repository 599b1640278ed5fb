import { describe, expect, it } from 'vitest';
import * as according from '../src/index.ts';

describe('the public surface', () => {
  it('is these names; adding one is a promise, taking one away breaks somebody', () => {
    expect(Object.keys(according).sort()).toEqual([
      'AccordingError',
      'Reader',
      'annotate',
      'createDocument',
      'errorCodes',
      'extent',
      'fetchReport',
      'readRecord',
      'readReport',
      'readText',
      'reportForTerminal',
      'reportsAsHtml',
      'roles',
      'toInterchange',
    ]);
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
      // @ts-expect-error codes are a closed list
      new according.AccordingError('no-such-code', 'Expected a code of the list, got another'),
    ];
    expect(calls).toBeTypeOf('function'); // the compiler is what tests them
  });
});
