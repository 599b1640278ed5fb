import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What came of one call of the built command. */
export interface Ran {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** One line of the interchange format, as far as the tests look at it. */
export interface Line {
  readonly id: string | number;
  readonly title?: string;
  readonly url?: string;
  readonly publisher?: string;
  readonly text: string;
  readonly sha256: string;
  readonly attributions: readonly {
    readonly id: string;
    readonly source: Pairs;
    readonly cue: Pairs;
    readonly content: Pairs;
  }[];
  readonly diagnostics: readonly { readonly code: string; readonly message: string }[];
  readonly error?: { readonly code: string; readonly message: string; readonly line: number };
}

type Pairs = readonly (readonly [start: number, end: number])[];

/** A sentence so plain that every network worth shipping finds its attribution. */
export const plainSentence = 'Ana Okonjo said the tunnel would open late.';

const command = fileURLToPath(new URL('../bin/according.js', import.meta.url));

/** Starts the built command; no colour or terminal of whoever runs the tests reaches it. */
export function start(args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcessWithoutNullStreams {
  const { NO_COLOR: _no, FORCE_COLOR: _force, ...inherited } = process.env;
  return spawn(process.execPath, [command, ...args], { env: { ...inherited, ...env } });
}

/** Runs the built command to its end. */
export async function run(
  args: readonly string[],
  options: { readonly input?: string | readonly (string | Uint8Array)[]; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Ran> {
  const child = start(args, options.env);
  const ended = outcome(child);
  child.stdin.on('error', () => {}); // a command that reads no input closes it early
  for (const part of [options.input ?? ''].flat()) child.stdin.write(part);
  child.stdin.end();
  return ended;
}

/** Collects what a started command writes, and waits for its end. */
export async function outcome(child: ChildProcessWithoutNullStreams): Promise<Ran> {
  const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve) => {
    child.on('close', (...end) => resolve(end));
  });
  return { code, signal, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() };
}

/** The lines of a JSONL output. */
export function parseLines(stdout: string): Line[] {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
}

/** The lines of standard error. */
export function messages({ stderr }: Ran): string[] {
  return stderr.split('\n').filter((line) => line !== '');
}

/** A folder of its own for the files of a test, and how to fill and remove it. */
export class Files {
  readonly folder = mkdtempSync(join(tmpdir(), 'according-test-'));

  path(name: string): string {
    return join(this.folder, name);
  }

  write(name: string, content: string | Uint8Array): string {
    writeFileSync(this.path(name), content);
    return this.path(name);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A PDF of one page with one line of text; encrypted with a password that nobody has, where asked. */
export function pdfOf(text: string, options: { readonly encrypted?: boolean } = {}): string {
  const content = `BT /F1 12 Tf 40 700 Td (${text}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`,
  ];
  let pdf = '%PDF-1.4\n';
  const places = objects.map((object, i) => {
    const place = pdf.length;
    pdf += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const encryption = options.encrypted ? ` /Encrypt 6 0 R /ID [<${'01'.repeat(16)}> <${'01'.repeat(16)}>]` : '';
  const trailer = `<< /Size ${objects.length + 1} /Root 1 0 R${encryption} >>`;
  return `${pdf}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n${trailer}\nstartxref\n${pdf.length}\n%%EOF\n`;
}
