import { createWriteStream, readFileSync, writeFileSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { DatabaseSync } from 'node:sqlite';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zipOf } from '../src/collect/test-folder.ts';
import { serve, type TestServer } from '../src/collect/test-server.ts';
import { http, warcRecord } from '../src/collect/test-warc.ts';
import { openLedger } from '../src/ledger/index.ts';
import { zipOfZeros } from './hostile-zip.ts';
import { startedServer } from './ledger-stores.ts';
import { Files, outcome, run, start, type Ran } from './run-according.ts';
import { workbookOf } from '../src/collect/test-workbook.ts';

/** Every kind of broken input at once, among reports that are whole: each costs one line, and nothing beside it. */

const files = new Files();
afterAll(() => files.remove());

let names = 0;
/** A sentence that names somebody whom no other names. */
function said(): { readonly name: string; readonly text: string } {
  const name = `Mara ${String.fromCharCode(65 + names++)}lund`;
  return { name, text: `${name} said on Tuesday that the old bridge would be closed for repairs until the spring.` };
}

const page = (text: string): string => `<!doctype html><title>Bridge</title><article><p>${text}</p></article>`;
const line = (text: string): string => `${JSON.stringify({ text })}\n`;

interface Malformed {
  readonly what: string;
  /** What is named on the command line; a path or an address. */
  readonly input: () => Promise<string>;
  /** What its line on the screen says; null where it is read in spite of it. */
  readonly says: RegExp | null;
  /** Who has to be found in the ledger: what is whole in it or beside it. */
  readonly good: readonly string[];
}

let server: TestServer;
const [beforeCut, beforeLie, afterLie, inFeed, besideEscape, besideZeros, besideLie] = [said(), said(), said(), said(), said(), said(), said()]; // prettier-ignore
const [inFormula, beforeLong, afterLong, mapped] = [said(), said(), said(), said()];

const table: readonly Malformed[] = [
  {
    what: 'a gzip file that is cut off',
    input: async () => {
      // What the packer gave before the cut is whole.
      const packed = gzipSync(line(beforeCut.text).padEnd(200_000, ' \n') + noise(200_000));
      return files.write('cut.jsonl.gz', packed.subarray(0, packed.length - 1000));
    },
    says: /cut\.jsonl\.gz: Expected a whole gzip file, got one that is cut off; what came before is kept \(archive-invalid\)/,
    good: [beforeCut.name],
  },
  {
    what: 'a WARC with a lying Content-Length',
    input: async () => {
      const record = (text: string, url: string, contentLength?: number): Buffer =>
        warcRecord(http(page(text)), { url, ...(contentLength !== undefined && { contentLength }) });
      return files.write(
        'lying.warc',
        Buffer.concat([
          record(beforeLie.text, 'https://courier.example/before'),
          record('Nobody said so.', 'https://courier.example/lie', 7),
          record(afterLie.text, 'https://courier.example/after'),
        ]),
      );
    },
    says: /lying\.warc, byte \d+: Expected .*\(warc-invalid\)/,
    good: [beforeLie.name, afterLie.name],
  },
  {
    what: 'a feed with an entity bomb',
    input: async () => {
      const levels = Array.from({ length: 12 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
      const item = `<item><title>&l12;</title><link>${server.origin}/in-feed</link></item>`;
      return files.write(
        'bomb.rss',
        `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">${levels}]><rss version="2.0"><channel><title>&l12;</title>${item}</channel></rss>`,
      );
    },
    says: null,
    good: [inFeed.name],
  },
  {
    what: 'a zip with a path outside its folder',
    input: async () => {
      const zip = await zipOf({ 'xx/escape.txt': said().text, 'inside.txt': besideEscape.text });
      for (let at = zip.indexOf('xx/'); at >= 0; at = zip.indexOf('xx/', at)) zip.write('../', at);
      return files.write('escape.zip', zip);
    },
    says: /escape\.zip\/\.\.\/escape\.txt: Expected a file in the archive, got a name that points out of it \(archive-invalid\)/,
    good: [besideEscape.name],
  },
  {
    what: 'a zip with 10 GB of zeros',
    input: async () => {
      files.write('beside-zeros.txt', besideZeros.text);
      return files.write('zeros.zip', await zipOfZeros(160));
    },
    says: /zeros\.zip\/zeros\.txt: Expected a file in the archive that can be unpacked, got [\d,]+ bytes that make 10,737,418,240 \(archive-too-large\)/,
    good: [],
  },
  {
    what: 'a zip with 10 GB of zeros that says it has few',
    input: async () => {
      files.write('beside-lie.txt', besideLie.text);
      return files.write('few.zip', await zipOfZeros(160, 1000));
    },
    says: /few\.zip\/zeros\.txt: Expected .*\(archive-invalid\)/,
    good: [],
  },
  {
    what: 'a CSV without the mapped column',
    input: async () => {
      files.write('mapped.csv', `story,id\n"${mapped.text}",1\n`);
      return files.write('unmapped.csv', `words,id\n"${said().text}",1\n`);
    },
    says: /unmapped\.csv: Expected a column “story” for text, got the columns “words”, “id” \(column-missing\)/,
    good: [],
  },
  {
    what: 'an XLSX with formulas',
    input: async () =>
      files.write(
        'formulas.xlsx',
        await workbookOf(
          '<row r="1"><c r="A1" t="inlineStr"><is><t>story</t></is></c></row>' +
            `<row r="2"><c r="A2" t="str"><f>CONCAT("x")</f><v>${inFormula.text}</v></c></row>` +
            '<row r="3"><c r="A3"><f>WEBSERVICE("https://courier.example")</f></c><c r="B3"><v>1</v></c></row>',
        ),
      ),
    says: /formulas\.xlsx, row 3: Expected a text in the row, got an empty cell \(text-missing\)/,
    good: [inFormula.name],
  },
  {
    what: 'a line of 200 MB',
    input: async () => {
      const path = files.path('long.jsonl');
      const stream = createWriteStream(path);
      stream.write(line(beforeLong.text));
      for (let i = 0; i < 200; i++) stream.write(Buffer.alloc(1_000_000, 'x'));
      stream.end(`\n${line(afterLong.text)}`);
      await finished(stream);
      return path;
    },
    says: /long\.jsonl, line 2: Expected a line of at most .*\(line-too-long\)/,
    good: [beforeLong.name, afterLong.name],
  },
  {
    what: 'a URL that answers with a video',
    input: async () => `${server.origin}/video`,
    says: /\/video: Expected text, HTML or PDF, got video\/mp4 .*\(format-unsupported\)/,
    good: [],
  },
  {
    what: 'a URL that calls a video a page',
    input: async () => `${server.origin}/disguised`,
    says: /\/disguised: Expected text, HTML or PDF, got \d+ bytes of binary data.*\(binary-input\)/,
    good: [],
  },
];

/** Text that does not pack. */
function noise(length: number): string {
  let state = 1;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return String.fromCharCode(97 + ((state >>> 16) % 26));
  }).join('');
}

describe('according add, of everything that can be broken at once', () => {
  let ran: Ran;
  let speakers: ReadonlySet<string | null>;
  let megabytes = 0;

  beforeAll(async () => {
    server = await serve({
      '/in-feed': page(inFeed.text),
      '/video': (_, response) => response.writeHead(200, { 'content-type': 'video/mp4' }).end(mp4),
      '/disguised': (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(mp4),
    });
    const inputs = await Promise.all(table.map(({ input }) => input()));
    const good = ['beside-zeros.txt', 'beside-lie.txt', 'mapped.csv'].map((name) => files.path(name));
    const ledger = files.path('press.db');
    const child = start([
      'add',
      ...inputs,
      ...good,
      '--ledger',
      ledger,
      '--workers',
      '1',
      '--column',
      'text=story',
      '--allow-private',
    ]);
    const watch = setInterval(() => (megabytes = Math.max(megabytes, memoryOf(child.pid!))), 100);
    ran = await outcome(child);
    clearInterval(watch);
    const opened = await openLedger(ledger, { create: false });
    speakers = new Set((await Array.fromAsync(opened.records({}))).map((record) => record.kind === 'statement' ? record.speaker : null)); // prettier-ignore
    await opened.close();
  }, 120_000);
  afterAll(() => server[Symbol.asyncDispose]());

  it.each(table)('says one clear line of $what, and adds what is whole', ({ says, good }) => {
    const failures = ran.stdout.split('\n').filter((shown) => shown.startsWith('  '));
    if (says !== null) expect(failures.filter((shown) => says.test(shown))).toHaveLength(1);
    expect([...speakers]).toEqual(expect.arrayContaining([...good]));
  });

  it('adds the whole reports beside them, says nothing else, and takes little memory', () => {
    expect([...speakers]).toEqual(expect.arrayContaining([besideZeros.name, besideLie.name, mapped.name]));
    const failed = table.filter(({ says }) => says !== null).length;
    expect(ran).toMatchObject({ code: 1, stderr: '' });
    expect(ran.stdout).toMatch(new RegExp(`^added 11 · .* · failed ${failed},`));
    expect(megabytes).toBeLessThan(900);
  });
});

const mp4 = Buffer.concat([
  Buffer.from('\0\0\0\x20ftypisom\0\0\x02\0isomiso2mp41', 'latin1'),
  Buffer.alloc(5000, 0xf3),
]);

function memoryOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1000;
  } catch {
    return 0;
  }
}

describe('according add, into what is no ledger of its own', () => {
  const report = (): string => files.write('report.txt', said().text);

  it('refuses one of a newer schema, and leaves it as it is', async () => {
    const path = files.path('newer.db');
    await (await openLedger(path)).close();
    const database = new DatabaseSync(path);
    database.exec("update meta set value = '9999' where key = 'schema'");
    database.close();
    const before = readFileSync(path);
    const { code, stdout, stderr } = await run(['add', report(), '--ledger', path, '--workers', '1']);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^according: Expected a ledger of schema \d+ or older, got 9999: a newer version of according has changed .*newer\.db\n$/); // prettier-ignore
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('refuses a file that is none, and leaves it as it is', async () => {
    const path = files.path('notes.db');
    writeFileSync(path, 'These are my notes.');
    const { code, stdout, stderr } = await run(['add', report(), '--ledger', path, '--workers', '1']);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^according: Expected a ledger of according, got [^\n]+: .*notes\.db\n$/);
    expect(readFileSync(path, 'utf8')).toBe('These are my notes.');
  });
});

describe('according add, into a server that goes away', () => {
  it('waits until it is back, and loses and doubles nothing', { timeout: 120_000 }, async () => {
    const postgres = await startedServer();
    const address = await postgres.newDatabase();
    const count = 30;
    const reports = Array.from({ length: count }, (_, i) => line(`Mara Lind said bridge ${i} leaked.`)).join('');
    const child = start(['add', files.write('many.jsonl', reports), '--ledger', address, '--workers', '1']);
    const ended = outcome(child);
    const ledger = await openLedger(address);
    try {
      while ((await ledger.summary()).reports === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    } finally {
      await ledger.close();
    }
    await postgres.stop();
    const runs = child.exitCode === null;
    await new Promise((resolve) => setTimeout(resolve, 3000));
    await postgres.start();
    const { code, stdout, stderr } = await ended;
    expect({ runs, code, stderr }).toEqual({ runs: true, code: 0, stderr: '' });
    expect(stdout).toMatch(new RegExp(`^added ${count} · new versions 0 · unchanged 0 · failed 0,`));
  });
});
