import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { collectInputs, type Collected, type CollectedInput, type CollectOptions } from '../../pipeline/index.ts';
import type { ImportInput, Upload } from './import.ts';

type Text = Extract<ImportInput, { kind: 'text' }>;

/** What the inputs of an import hold, and how many bytes of what was uploaded have been read. */
export async function* collectImport(
  inputs: readonly ImportInput[],
  options: CollectOptions,
): AsyncGenerator<CollectedInput> {
  let [files, bytes] = [0, 0];
  for (const input of inputs) {
    let last = { files: 0, bytes: 0 };
    for await (const found of collectOne(input, options)) {
      last = 'progress' in found ? found.progress : { files: 1, bytes: 0 };
      yield { ...found, progress: { files: files + last.files, bytes: bytes + last.bytes } };
    }
    files += last.files;
    bytes += last.bytes;
  }
}

function collectOne(input: ImportInput, options: CollectOptions): AsyncIterable<Collected | CollectedInput> {
  switch (input.kind) {
    case 'text':
      return once(reportOfText(input));
    case 'upload':
      return collectUpload(input.upload, options);
    case 'url':
    case 'feed':
      return collectAddress(input.url, options);
  }
}

/** An address of the web alone: any other name would be that of a file on this machine. */
function collectAddress(url: string, options: CollectOptions): AsyncIterable<Collected | CollectedInput> {
  if (/^https?:\/\//iu.test(url)) return collectInputs([url], options);
  const message = `Expected an address that begins with http:// or https://, got “${url.slice(0, 200)}”`;
  return once({ kind: 'failure', origin: url, code: 'address-invalid', message });
}

/** Under the names that the files had where they came from: where they lie here concerns nobody, and changes every time. */
async function* collectUpload({ folder, names }: Upload, options: CollectOptions): AsyncGenerator<CollectedInput> {
  const paths = names.map((name) => join(folder, name));
  const here = [`${await realpath(folder)}/`, `${folder}/`];
  const plain = (words: string): string => here.reduce((left, path) => left.replaceAll(path, ''), words);
  const named = <Placed extends { readonly origin: string; readonly place?: string }>(placed: Placed): Placed => ({
    ...placed,
    origin: plain(placed.origin),
    ...(placed.place !== undefined && { place: plain(placed.place) }),
  });
  for await (const found of collectInputs(paths, options)) {
    if (found.kind === 'failure') yield { ...named(found), message: plain(found.message) };
    else yield { ...found, report: named(found.report) };
  }
}

/** A text without an address is known by its words: the same text again is the same report. */
function reportOfText({ text, title, publisher, date, url }: Text): Collected {
  const id = url === null ? createHash('sha256').update(text).digest('hex').slice(0, 16) : null;
  const dateOrigin = date === null ? null : 'given';
  return {
    kind: 'report',
    report: {
      origin: title ?? url ?? 'text',
      body: { kind: 'text', text },
      known: { id, url, title, publisher, date, dateOrigin },
    },
  };
}

async function* once<T>(value: T): AsyncGenerator<T> {
  yield value;
}
