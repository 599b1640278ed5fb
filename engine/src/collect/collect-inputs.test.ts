import { symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collectInputs } from './collect-inputs.ts';
import { countInputs } from './count-inputs.ts';
import { TestFolder, zipOf } from './test-folder.ts';

let folder: TestFolder;
beforeEach(() => (folder = new TestFolder()));
afterEach(() => folder[Symbol.dispose]());

describe('files and folders', () => {
  it('are read in the order of their names, with what is in folders', async () => {
    folder.write('b.txt', 'two');
    folder.write('a/one.html', '<p>one</p>');
    folder.write('a/deep/three.md', 'three');
    folder.write('Ω 🗞️ news.txt', 'emoji');
    expect(await folder.collect('.')).toEqual([
      'a/deep/three.md: “three”',
      'a/one.html: “<p>one</p>”',
      'b.txt: “two”',
      'Ω 🗞️ news.txt: “emoji”',
    ]);
  });

  it('leave out what is hidden, installed, no report, or saved beside a page', async () => {
    for (const name of ['.hidden/x.txt', '.x.txt', 'node_modules/m/readme.txt', 'page_files/ad.html', 'photo.jpg']) {
      folder.write(name, 'no');
    }
    folder.write('according.db', 'no');
    folder.write('README.md', 'no');
    folder.write('page.html', '<p>yes</p>');
    expect(await folder.collect('.')).toEqual(['page.html: “<p>yes</p>”']);
  });

  it('stand links that lead in a circle', async () => {
    folder.write('a/one.txt', 'one');
    symlinkSync(folder.path, join(folder.path, 'a/up'));
    symlinkSync('self', join(folder.path, 'a/self'));
    symlinkSync(join(folder.path, 'gone'), join(folder.path, 'a/broken'));
    expect(await folder.collect('.')).toEqual([
      'a/broken: file-unreadable',
      'a/one.txt: “one”',
      'a/self: file-unreadable',
    ]);
  });

  it('that are missing, empty, binary or of no use fail beside the others', async () => {
    folder.write('empty.txt', '');
    folder.write('bin', new Uint8Array([1, 2, 0, 3]));
    folder.write('old.doc', 'text');
    folder.write('news.tar.gz', gzipSync('tar'));
    folder.write('odd.xml', '<?xml version="1.0"?><!-- <rss> --><nitf><body/></nitf>');
    folder.write('good.txt', 'good');
    folder.write('void/.keep', '');
    const inputs = [
      'gone.txt',
      'empty.txt',
      'bin',
      'old.doc',
      'news.tar.gz',
      'odd.xml',
      'void',
      '*.nothing',
      'good.txt',
    ];
    expect(await folder.collect(inputs)).toEqual([
      'gone.txt: file-unreadable',
      'empty.txt: empty-input',
      'bin: binary-input',
      'old.doc: format-unsupported',
      'news.tar.gz: format-unsupported',
      'odd.xml: format-unsupported',
      'void: nothing-found',
      '*.nothing: nothing-found',
      'good.txt: “good”',
    ]);
    expect(await folder.messages('odd.xml')).toEqual([
      'Expected a format that holds reports, got XML that begins with <nitf>',
    ]);
    expect(await folder.messages('gone.txt')).toEqual(['Expected a file or folder, got nothing of that name']);
  });

  it('that are too big fail', async () => {
    truncateSync(folder.write('big.txt', 'x'), 30_000_000);
    writeFileSync(join(folder.path, 'big.html'), `<p>${'x'.repeat(2000)}</p>`);
    expect(await folder.collect(['big.txt'])).toEqual(['big.txt: document-too-large']);
    expect(await folder.collect(['big.html'], { limits: { maxReportBytes: 1000 } })).toEqual([
      'big.html: document-too-large',
    ]);
  });

  it('fit patterns, in the order of their names', async () => {
    for (const name of ['a1.txt', 'a2.txt', 'b.txt', 'in/a3.txt', 'in/.hid/a4.txt']) folder.write(name, name);
    expect(await folder.collect('a*.txt')).toEqual(['a1.txt: “a1.txt”', 'a2.txt: “a2.txt”']);
    expect(await folder.collect('**/a*.txt')).toEqual([
      'a1.txt: “a1.txt”',
      'a2.txt: “a2.txt”',
      'in/a3.txt: “in/a3.txt”',
    ]);
  });

  it('that bear a pattern as their name are taken by it', async () => {
    folder.write('what [final]?.txt', 'this');
    expect(await folder.collect('what [final]?.txt')).toEqual(['what [final]?.txt: “this”']);
  });

  it('are counted without being read', async () => {
    for (let index = 0; index < 10_000; index++) writeFileSync(join(folder.path, `${index}.txt`), 'four');
    const before = process.memoryUsage().heapUsed;
    expect(await countInputs([folder.path])).toEqual({ files: 10_000, bytes: 40_000 });
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(50_000_000);
  });

  it('say how far they have been read', async () => {
    folder.write('a.txt', 'four');
    folder.write('b.jsonl', '{"text":"x"}\n{"text":"y"}\n');
    const seen = [];
    for await (const { progress } of collectInputs([folder.path])) seen.push(progress);
    expect(seen).toEqual([
      { files: 0, bytes: 4 },
      { files: 1, bytes: 30 },
      { files: 1, bytes: 30 },
    ]);
  });

  it('end when they are told to', async () => {
    folder.write('a.jsonl', '{"text":"x"}\n'.repeat(5));
    const aborting = new AbortController();
    const read = async (): Promise<void> => {
      for await (const _ of collectInputs([folder.path], { signal: aborting.signal }))
        aborting.abort(new Error('stop'));
    };
    await expect(read()).rejects.toThrow('stop');
  });
});

describe('JSON', () => {
  it('a line gives a report with what is known of it, and a bad one costs no other', async () => {
    folder.write(
      'a.jsonl',
      '{"id":7,"text":" kept \\n","url":"https://x.example/1","title":"T","publisher":"P","date":"2026-03-04"}\n' +
        'broken\n\n[]\n{"title":"none"}\n{"text":3}\n{"text":"  "}\n{"html":"<p>h</p>","date":"soon"}',
    );
    expect(await folder.collect('a.jsonl')).toEqual([
      'a.jsonl, line 1: “ kept \n”',
      'a.jsonl, line 2: json-invalid',
      'a.jsonl, line 4: document-invalid',
      'a.jsonl, line 5: document-invalid',
      'a.jsonl, line 6: document-invalid',
      'a.jsonl, line 7: text-missing',
      'a.jsonl, line 8: “<p>h</p>”',
    ]);
    for await (const collected of collectInputs([join(folder.path, 'a.jsonl')])) {
      expect(collected).toMatchObject({
        report: {
          known: {
            id: '7',
            url: 'https://x.example/1',
            title: 'T',
            publisher: 'P',
            date: '2026-03-04',
            dateOrigin: 'given',
          },
        },
      });
      break;
    }
  });

  it('passes over a line that is too long', async () => {
    folder.write('a.ndjson', `{"text":"${'x'.repeat(500)}"}\n{"text":"ok"}\n`);
    expect(await folder.collect('a.ndjson', { limits: { maxLineBytes: 100 } })).toEqual([
      'a.ndjson, line 1: line-too-long',
      'a.ndjson, line 2: “ok”',
    ]);
  });

  it('may be one object, a list, or lines under a wrong name, and UTF-16', async () => {
    folder.write('1.json', '{\n "text": "one"\n}\n');
    folder.write('2.json', '[{"text":"two"}, 3, {"text":"three"}]');
    folder.write('3.json', '{"text":"four"}\n{"text":"five"}\n');
    folder.write('4.jsonl', Buffer.from('\uFEFF{"text":"sí"}\r\n', 'utf16le'));
    folder.write('5.json', '{"text": ');
    expect(await folder.collect('.')).toEqual([
      '1.json: “one”',
      '2.json, item 1: “two”',
      '2.json, item 2: document-invalid',
      '2.json, item 3: “three”',
      '3.json, line 1: “four”',
      '3.json, line 2: “five”',
      '4.jsonl, line 1: “sí”',
      '5.json: json-invalid',
    ]);
  });
});

describe('gzip', () => {
  it('is undone, whatever is in it', async () => {
    folder.write('a.jsonl.gz', Buffer.concat([gzipSync('{"text":"one"}\n'), gzipSync('{"text":"two"}\n')]));
    folder.write('b.html.gz', gzipSync('<p>b</p>'));
    folder.write('c.jsonl', gzipSync('{"text":"packed all the same"}'));
    expect(await folder.collect('.')).toEqual([
      'a.jsonl.gz, line 1: “one”',
      'a.jsonl.gz, line 2: “two”',
      'b.html.gz: “<p>b</p>”',
      'c.jsonl, line 1: “packed all the same”',
    ]);
  });

  it('that is cut off gives what came before', async () => {
    const lines = Array.from({ length: 2000 }, (_, index) => `{"text":"${Math.sin(index)}"}\n`).join('');
    const packed = gzipSync(lines);
    folder.write('a.jsonl.gz', packed.subarray(0, packed.length - 20));
    folder.write('none.gz', 'not packed');
    const collected = await folder.collect('a.jsonl.gz');
    expect(collected.length).toBeGreaterThan(1900);
    expect(collected.slice(0, -2).every((line) => line.includes('“'))).toBe(true);
    expect(collected.at(-1)).toBe('a.jsonl.gz: archive-invalid');
    expect(await folder.messages('none.gz')).toEqual(['Expected a whole gzip file, got other bytes']);
  });

  it('that unpacks without end is stopped', async () => {
    folder.write('zeros.jsonl.gz', gzipSync(Buffer.alloc(30_000_000)));
    folder.write('zeros.txt.gz', gzipSync(Buffer.alloc(30_000_000)));
    const limits = { leastUnpackedBytes: 1_000_000, maxUnpackedRatio: 50 };
    expect(await folder.collect('.', { limits })).toEqual([
      'zeros.jsonl.gz: archive-too-large',
      'zeros.txt.gz: archive-too-large',
    ]);
    expect(await folder.collect('zeros.txt.gz')).toEqual(['zeros.txt.gz: document-too-large']);
  });

  it('within gzip is not undone', async () => {
    folder.write('a.txt.gz', gzipSync(gzipSync('deep')));
    expect(await folder.collect('.')).toEqual(['a.txt.gz: archive-invalid']);
  });
});

describe('zip', () => {
  it('is read as a folder, with names within it', async () => {
    const inner = await zipOf({ 'in.txt': 'inner', 'deeper.zip': await zipOf({ 'x.txt': 'too deep' }) });
    folder.write(
      'news.zip',
      await zipOf({
        'may/': '',
        'may/één 📰.html': '<p>one</p>',
        'rows.csv': 'text,title\nfrom a row,T\n',
        'lines.jsonl.gz': gzipSync('{"text":"line"}\n'),
        '__MACOSX/._x': 'no',
        'style.css': 'no',
        'inner.zip': inner,
      }),
    );
    expect(await folder.collect('news.zip')).toEqual([
      'news.zip/may/één 📰.html: “<p>one</p>”',
      'news.zip/rows.csv, line 2: “from a row”',
      'news.zip/lines.jsonl.gz, line 1: “line”',
      'news.zip/inner.zip/in.txt: “inner”',
      'news.zip/inner.zip/deeper.zip: archive-invalid',
    ]);
  });

  it('that is cut off, none, or empty fails', async () => {
    const zip = await zipOf({ 'a.txt': 'a' });
    folder.write('cut.zip', zip.subarray(0, zip.length - 30));
    folder.write('none.zip', 'no zip at all');
    folder.write('void.zip', await zipOf({}));
    expect(await folder.collect('.')).toEqual([
      'cut.zip: archive-invalid',
      'none.zip: archive-invalid',
      'void.zip: nothing-found',
    ]);
  });

  it('with a name that points outside, or damaged bytes, loses that entry alone', async () => {
    const good = await zipOf({ 'aa/aa/x.txt': 'outside', 'bad.txt': 'damage me '.repeat(50), 'good.txt': 'good' });
    const hostile = Buffer.from(good.toString('latin1').replaceAll('aa/aa/x.txt', '../../x.txt'), 'latin1');
    const at = hostile.indexOf(deflateRawSync('damage me '.repeat(50)));
    hostile.fill(0xff, at, at + 4);
    folder.write('hostile.zip', hostile);
    expect(await folder.collect('hostile.zip')).toEqual([
      'hostile.zip/../../x.txt: archive-invalid',
      'hostile.zip/bad.txt: archive-invalid',
      'hostile.zip/good.txt: “good”',
    ]);
    expect((await folder.messages('hostile.zip'))[0]).toBe(
      'Expected a file in the archive, got a name that points out of it',
    );
  });

  it('that unpacks without end is stopped, in archives within it too', async () => {
    const zeros = new Uint8Array(5_000_000);
    const bomb = await zipOf({ 'good.txt': 'good', '0.txt': zeros, 'late.txt': 'late' });
    folder.write('bomb.zip', bomb);
    folder.write('nest.zip', await zipOf({ 'in.zip': await zipOf({ '0.csv': zeros }), 'late.txt': 'late' }));
    folder.write('lie.zip', lying(bomb, zeros.length, 1000));
    const limits = { leastUnpackedBytes: 1_000_000, maxUnpackedRatio: 50 };
    expect(await folder.collect('bomb.zip', { limits })).toEqual([
      'bomb.zip/good.txt: “good”',
      'bomb.zip/0.txt: archive-too-large',
      'bomb.zip/late.txt: “late”',
    ]);
    expect(await folder.collect('lie.zip', { limits })).toEqual([
      'lie.zip/good.txt: “good”',
      'lie.zip/0.txt: archive-invalid',
      'lie.zip/late.txt: “late”',
    ]);
    expect(await folder.collect('nest.zip', { limits })).toEqual([
      'nest.zip/in.zip/0.csv: archive-too-large',
      'nest.zip/late.txt: “late”',
    ]);
  });

  it('whose many files unpack to too much together is stopped', async () => {
    const text = 'Officials in Northmoor said so. '.repeat(20_000);
    const many = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`${index}.txt`, text]));
    folder.write('many.zip', await zipOf(many));
    const limits = { leastUnpackedBytes: 2_000_000, maxUnpackedRatio: 10 };
    const collected = await folder.collect('many.zip', { limits });
    expect(collected.filter((line) => line.includes('“')).length).toBeLessThan(4);
    expect(collected.slice(-2).map((line) => line.slice(-17))).toEqual(['archive-too-large', 'archive-too-large']);
  });
});

/** An archive that says of a file's size what is not so, in the list of its files. */
function lying(zip: Buffer, size: number, said: number): Buffer {
  const bytes = Buffer.from(zip);
  const sizes = Buffer.alloc(4);
  sizes.writeUInt32LE(size);
  for (let at = bytes.indexOf(sizes); at >= 0; at = bytes.indexOf(sizes, at + 1)) bytes.writeUInt32LE(said, at);
  return bytes;
}

describe('formats of the web', () => {
  it('are read where they lie and in archives, under their own names', async () => {
    const record = (type: string, body: string): string =>
      `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: https://x.example/a\r\nWARC-Date: 2026-05-03T00:00:00Z\r\n` +
      `WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http; msgtype=response\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}\r\n\r\n`;
    const page = '<html><body><p>A page.</p></body></html>';
    const warc = record('response', `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${page}`);
    folder.write('a.warc', warc);
    folder.write('b.zip', await zipOf({ 'in.warc.gz': gzipSync(warc), 'odd.rss': 'no feed' }));
    const collected = await folder.collect('.');
    expect(collected.length).toBe(3);
    expect(collected[0]).toMatch(/^a\.warc, byte \d+: “<html>/);
    expect(collected[1]).toMatch(/^b\.zip\/in\.warc\.gz, byte \d+: “<html>/);
    expect(collected[2]).toMatch(/^b\.zip\/odd\.rss: [\w-]+$/);
  });
});
