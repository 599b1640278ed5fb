import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collectInputs } from './collect-inputs.ts';
import { decodeStream } from './decode-stream.ts';
import { RowCutter } from './cut-rows.ts';
import { TestFolder } from './test-folder.ts';

let folder: TestFolder;
beforeEach(() => (folder = new TestFolder()));
afterEach(() => folder[Symbol.dispose]());

const texts = async (name: string, content: string | Uint8Array): Promise<string[]> => {
  folder.write(name, content);
  return (await folder.collect(name)).map((line) => line.slice(name.length + 2));
};

describe('readCsv', () => {
  it('reads rows by usual names of columns, in any order and case', async () => {
    folder.write(
      'a.csv',
      'Headline,LINK,Published,Outlet,Body,guid\nH,https://x.example/a,3 May 2026,Daily,"It rained.\n\nA lot.",n1\n',
    );
    for await (const collected of collectInputs([join(folder.path, 'a.csv')])) {
      expect(collected).toMatchObject({
        report: {
          origin: join(folder.path, 'a.csv, line 2'),
          body: { kind: 'text', text: 'It rained.\n\nA lot.' },
          known: {
            id: 'n1',
            url: 'https://x.example/a',
            title: 'H',
            publisher: 'Daily',
            date: '2026-05-03',
            dateOrigin: 'given',
          },
        },
      });
    }
  });

  it('reads columns that a map names, and says which there are where one is missing', async () => {
    folder.write('a.csv', 'Nr,Inhalt,text\n1,content,comment\n');
    expect(await folder.collect('a.csv', { columns: { text: 'inhalt' } })).toEqual(['a.csv, line 2: “content”']);
    folder.write('b.csv', 'Nr,Inhalt\n1,content\n');
    expect(await folder.messages('b.csv')).toEqual([
      'Expected a column with the text; name it with --column text=NAME, got the columns “Nr”, “Inhalt”',
    ]);
    expect(await folder.messages('b.csv', { columns: { text: 'Body' } })).toEqual([
      'Expected a column “Body” for text, got the columns “Nr”, “Inhalt”',
    ]);
  });

  it.each<[string, string | Uint8Array, string[]]>([
    ['semicolons', 'id;text\n1;a, b\n', ['line 2: “a, b”']],
    ['tabs in a file called CSV', 'id\ttext\n1\ta, b\n', ['line 2: “a, b”']],
    ['what the first line says', 'sep=;\r\ntext;a,b,c,d\r\nx;y\r\n', ['line 3: “x”']],
    ['Windows line ends', 'id,text\r\n1,one\r\n2,"two\r\nlines"\r\n', ['line 2: “one”', 'line 3: “two\r\nlines”']],
    ['old Macintosh line ends', 'id,text\r1,one\r2,two\r', ['line 1: “one”', 'line 1: “two”']],
    ['a byte-order mark', '\uFEFFtext,id\n"a",1\n', ['line 2: “a”']],
    ['UTF-16', Buffer.from('\uFEFFtext,id\né 🙂,1\n', 'utf16le'), ['line 2: “é 🙂”']],
    ['windows-1252', Buffer.from('text,id\ncaf\xe9 \x93so\x94,1\n', 'latin1'), ['line 2: “café “so””']],
    ['doubled marks', 'text\n"He said ""no""."\n', ['line 2: “He said "no".”']],
    ['white space around marks', 'id,text\n1, "a, b" \n', ['line 2: “a, b”']],
    ['marks within cells without any', 'id,text\n1,It is 5" wide\n2,b\n', ['line 2: “It is 5" wide”', 'line 3: “b”']],
    [
      'missing and empty cells at the end',
      'text,id,url\na\n\nb,2\nc,3,,,\n',
      ['line 2: row-invalid', 'line 4: “b”', 'line 5: “c”'],
    ],
    ['too many cells', 'text,id\na,b,c\nd,e\n', ['line 2: row-invalid', 'line 3: “d”']],
    ['empty texts', 'id,text\n1,\n2,b\n', ['line 2: text-missing', 'line 3: “b”']],
  ])('reads %s', async (_, content, expected) => {
    expect(await texts('a.csv', content)).toEqual(expected);
  });

  it('reads tables with tabs whose marks are letters of the text', async () => {
    expect(await texts('a.tsv', 'id\ttext\n1\t"No," she said.\n2\tb\n3\t"open\n')).toEqual([
      'line 2: “"No," she said.”',
      'line 3: “b”',
      'line 4: “"open”',
    ]);
  });

  it.each<[string, string, string[]]>([
    ['is never closed', '1,"open\n2,b\n3,c\n', ['line 2: row-invalid', 'line 3: “b”', 'line 4: “c”']],
    [
      'is closed by the next row',
      '1,"open\n2,"b"\n3,"c\nd"\n',
      ['line 2: row-invalid', 'line 3: “b”', 'line 4: “c\nd”'],
    ],
    ['ends within a cell', '1,"a" b\n2,c\n', ['line 2: row-invalid', 'line 3: “c”']],
  ])('loses no row but that whose quotation %s', async (_, rows, expected) => {
    expect(await texts('a.csv', `id,text\n${rows}`)).toEqual(expected);
  });

  it('fails where there is nothing, or a header alone that says nothing', async () => {
    expect(await texts('a.csv', '\n\n')).toEqual(['empty-input']);
    expect(await texts('b.csv', 'a,b')).toEqual(['column-missing']);
  });

  it('reads hostile quotation marks in linear time', async () => {
    const line = '1,"never closed\n';
    const time = async (lines: number): Promise<number> => {
      const began = performance.now();
      expect((await texts('a.csv', `id,text\n${line.repeat(lines)}`)).length).toBe(lines);
      return performance.now() - began;
    };
    const few = await time(500);
    // Sixteen times as many: 16 in linear time, 256 in quadratic.
    expect(await time(8000)).toBeLessThan(64 * few);
  });

  it('passes over rows that are too long', async () => {
    folder.write('a.csv', `text\n${'x'.repeat(300)}\n"${'y\n'.repeat(200)}\nok\n`);
    const collected = await folder.collect('a.csv', { limits: { maxLineBytes: 100 } });
    expect(collected[0]).toBe('a.csv, line 2: line-too-long');
    expect(collected.at(-1)).toBe('a.csv, line 204: “ok”');
  });
});

describe('RowCutter', () => {
  it('holds no more than a row may have', () => {
    const cutter = new RowCutter(1000);
    const format = { delimiter: ',', columns: 1 };
    const rows = Array.from({ length: 5000 }, (_, index) => [
      ...cutter.add({ number: index + 1, line: index === 0 ? '"open\n' : 'more\n' }, format),
    ]);
    expect(rows.flat().length).toBe(5000);
  });
});

describe('decodeStream', () => {
  async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }

  it.each<[string, Buffer, string]>([
    ['UTF-8', Buffer.from('plain é 🙂 end'), 'plain é 🙂 end'],
    ['UTF-8 with a mark', Buffer.from('\uFEFFé'), 'é'],
    ['UTF-16 of either order', Buffer.from('\uFEFFé🙂', 'utf16le').swap16(), 'é🙂'],
    ['windows-1252', Buffer.from('plain \xe9t\xe9', 'latin1'), 'plain été'],
    ['ASCII', Buffer.from('ab'), 'ab'],
    ['nothing', Buffer.from(''), ''],
    [
      'UTF-8 with a damaged byte',
      Buffer.concat([Buffer.from('éé'), Buffer.from([0xff]), Buffer.from('x')]),
      'éé\uFFFDx',
    ],
  ])('reads %s however it is cut', async (_, bytes, expected) => {
    for (const size of [1, 2, 3, 5, 100]) {
      let text = '';
      for await (const piece of decodeStream(pieces(bytes, size))) text += piece;
      expect(text).toBe(expected);
    }
  });
});
