import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { collectInputs, type CollectOptions } from './collect-inputs.ts';

/** A temporary folder for real files, gone when disposed of. */
export class TestFolder implements Disposable {
  readonly path = mkdtempSync(join(tmpdir(), 'according-test-'));

  /** Writes a file and gives its path. */
  write(name: string, content: string | Uint8Array): string {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  }

  /** A line for each thing collected: what came or which code it failed with, and from where, without the folder's path. */
  async collect(inputs: readonly string[] | string, options: CollectOptions = {}): Promise<string[]> {
    const lines: string[] = [];
    const paths = typeof inputs === 'string' ? [join(this.path, inputs)] : inputs.map((name) => join(this.path, name));
    for await (const collected of collectInputs(paths, options)) {
      if (collected.kind === 'failure') lines.push(`${this.plain(collected.origin)}: ${collected.code}`);
      else {
        const { body, origin } = collected.report;
        const text =
          body.kind === 'bytes' ? Buffer.from(body.bytes).toString() : body.kind === 'text' ? body.text : body.html;
        lines.push(`${this.plain(origin)}: “${text}”`);
      }
    }
    return lines;
  }

  /** The messages of failures alone. */
  async messages(input: string, options: CollectOptions = {}): Promise<string[]> {
    const messages: string[] = [];
    for await (const collected of collectInputs([join(this.path, input)], options)) {
      if (collected.kind === 'failure') messages.push(this.plain(collected.message));
    }
    return messages;
  }

  plain(text: string): string {
    return text.replaceAll(`${this.path}/`, '').replaceAll(this.path, '.');
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** A zip archive of entries in this order. */
export async function zipOf(entries: Readonly<Record<string, string | Uint8Array>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(entries)) {
    if (name.endsWith('/')) zip.addEmptyDirectory(name);
    else zip.addBuffer(Buffer.from(content), name, { mtime: new Date(0) });
  }
  zip.end();
  return buffer(zip.outputStream as unknown as Readable);
}
