import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { collectInputs } from 'according/pipeline';
import { exampleTexts, root } from './corpus.ts';
import { writeSection } from './docs-section.ts';

// Measures how fast pages come out of a web archive: one as crawlers write it, each page with its request and its metadata, each
// record packed by itself.

const { values } = parseArgs({
  options: { records: { type: 'string', default: '9000' }, write: { type: 'boolean', default: false } },
});
const count = Number(values.records);
/** Of a page with its markup; half of those in large crawls are longer. */
const pageBytes = 40_000;
/** Records a second of one core. */
const bar = 1500;

const folder = mkdtempSync(join(tmpdir(), 'according-warc-bench-'));
try {
  const file = join(folder, 'crawl.warc.gz');
  await write(file);
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  let pages = 0;
  for await (const collected of collectInputs([file])) {
    if (collected.kind === 'failure') throw new Error(collected.message);
    pages++;
  }
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  if (pages !== count / 3) throw new Error(`Expected ${count / 3} pages, got ${pages}`);
  const [records, alone] = [count / ((user + system) / 1e6), pages / ((user + system) / 1e6)];
  const number = (value: number): string => Math.round(value).toLocaleString('en');
  const table =
    `${number(count)} records with ${number(pages)} pages of ${pageBytes / 1000} kB, ${number(statSync(file).size / 1e6)} MB packed, on ${cpus()[0]?.model.trim() ?? 'an unknown processor'}, Node ${process.version}.\n\n` +
    '| | |\n| --- | --- |\n' +
    `| records a second of one core | ${number(records)} |\n` +
    `| of them pages | ${number(alone)} |\n` +
    `| records a second on the clock | ${number(count / seconds)} |\n` +
    `| peak memory | ${number(process.resourceUsage().maxRSS / 1000)} MB |\n`;
  process.stdout.write(table);
  if (values.write) writeSection(`${root}docs/performance.md`, 'bench-warc', table);
  if (records < bar) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function write(file: string): Promise<void> {
  const stream = createWriteStream(file);
  const paragraphs = (await exampleTexts()).flatMap((text) => text.split(/\n+/u));
  for (let index = 0; index < count / 3; index++) {
    const url = `https://outlet${index % 50}.example/${index}`;
    const head = 'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n';
    const records = [
      record('request', url, 'application/http; msgtype=request', `GET /${index} HTTP/1.1\r\nHost: outlet\r\n\r\n`),
      record('response', url, 'application/http; msgtype=response', head + pageOf(index, paragraphs)),
      record('metadata', url, 'application/warc-fields', 'fetchTimeMs: 120\r\n'),
    ];
    if (!stream.write(Buffer.concat(records.map((bytes) => gzipSync(bytes))))) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'close');
}

function record(type: string, url: string, mediaType: string, block: string): Buffer {
  const bytes = Buffer.from(block);
  const head = `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Record-ID: <urn:uuid:${crypto.randomUUID()}>\r\nWARC-Date: 2026-03-04T10:00:00Z\r\nWARC-Target-URI: ${url}\r\nContent-Type: ${mediaType}\r\nContent-Length: ${bytes.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n\r\n')]);
}

/** A page most of which is markup, as pages are. */
function pageOf(index: number, paragraphs: readonly string[]): string {
  let page = `<!doctype html><html><head><title>Report ${index}</title></head><body>`;
  for (let i = 0; page.length < pageBytes; i++) {
    const mark = (Math.imul(index * 7919 + i, 2_654_435_761) >>> 0).toString(36);
    page += `<div class="block-${mark}" data-id="${mark}${i}"><a href="/${mark}">${mark}</a></div>`;
    if (i % 4 === 0) page += `<p>${paragraphs[(index * 7 + i) % paragraphs.length]}</p>`;
  }
  return `${page}</body></html>`;
}
