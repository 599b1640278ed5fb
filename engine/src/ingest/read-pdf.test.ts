import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AccordingError } from '../errors.ts';
import { readPdf } from './read-pdf.ts';

/** A line of text at a place, in points from the lower left; 12 points high unless told. */
type PdfLine = readonly [text: string, x: number, y: number, size?: number];

/** Writes a PDF by hand: one content stream a page, Helvetica in windows-1252. */
function tinyPdf(pages: readonly (readonly PdfLine[])[], info = ''): Uint8Array {
  const streams = pages.map((lines) =>
    lines
      .map(
        ([text, x, y, size = 12]) =>
          `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text.replace(/[\\()]/gu, '\\$&')}) Tj ET`,
      )
      .join('\n'),
  );
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, i) => `${5 + 2 * i} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< ${info} >>`,
    ...streams.flatMap((stream, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents ${6 + 2 * i} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    ]),
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, i) => {
    const place = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  const start = file.indexOf('xref\n0');
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

/** Lines under one another from the top of a page, 14 points apart, a blank one for each empty text. */
function column(x: number, texts: readonly string[], top = 700): PdfLine[] {
  return texts.map((text, i): PdfLine => [text, x, top - 14 * i]).filter(([text]) => text !== '');
}

const paragraphs = async (pages: readonly (readonly PdfLine[])[]): Promise<string[]> =>
  (await readPdf(tinyPdf(pages))).text.split('\n\n');

async function failure(bytes: Uint8Array): Promise<AccordingError> {
  const error: unknown = await readPdf(bytes).then(
    () => new Error('Expected an error, got a document'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof AccordingError)) throw error;
  return error;
}

describe('readPdf', () => {
  it('joins lines to paragraphs where the gap between them is that of lines', async () => {
    const lines = column(72, [
      'The harbour tunnel leaked,',
      'the ministry said.',
      '',
      'Nobody was hurt when',
      'the water came in.',
    ]);
    expect(await paragraphs([lines])).toEqual([
      'The harbour tunnel leaked, the ministry said.',
      'Nobody was hurt when the water came in.',
    ]);
  });

  it('begins a paragraph where a line is indented', async () => {
    const lines: PdfLine[] = [
      ['The harbour tunnel leaked,', 72, 700],
      ['the ministry said.', 72, 686],
      ['Nobody was hurt when', 90, 672],
      ['the water came in.', 72, 658],
    ];
    expect(await paragraphs([lines])).toEqual([
      'The harbour tunnel leaked, the ministry said.',
      'Nobody was hurt when the water came in.',
    ]);
  });

  it('parts a headline from the text by the size of its letters', async () => {
    const lines: PdfLine[] = [
      ['Tunnel leaks', 72, 720, 24],
      ...column(72, ['The harbour tunnel leaked,', 'the ministry said.'], 700),
    ];
    expect(await paragraphs([lines])).toEqual(['Tunnel leaks', 'The harbour tunnel leaked, the ministry said.']);
  });

  it('keeps short paragraphs apart though most lines are paragraphs of their own', async () => {
    const lines = column(72, [
      'It leaked.',
      '',
      'Nobody knew.',
      '',
      'Nobody was asked, the',
      'ministry said.',
      '',
      'It leaked again.',
      '',
      'Then',
      'it stopped.',
    ]);
    expect(await paragraphs([lines])).toEqual([
      'It leaked.',
      'Nobody knew.',
      'Nobody was asked, the ministry said.',
      'It leaked again.',
      'Then it stopped.',
    ]);
  });

  it('joins a word that a line end divides, and leaves other hyphens', async () => {
    const lines = column(72, [
      'The minis-',
      'try sent a well-known engineer to Port-',
      'Vardo on Monday -',
      'or so it said.',
    ]);
    expect(await paragraphs([lines])).toEqual([
      'The ministry sent a well-known engineer to Port- Vardo on Monday - or so it said.',
    ]);
  });

  it('reads columns one after the other, and a sentence on into the next', async () => {
    const left = column(72, ['The harbour tunnel leaked,', 'the ministry said.', '', 'Nobody was hurt when']);
    const right = column(320, ['the water came in.', '', 'An inquiry will begin', 'on Monday.']);
    expect(await paragraphs([[...left, ...right]])).toEqual([
      'The harbour tunnel leaked, the ministry said.',
      'Nobody was hurt when the water came in.',
      'An inquiry will begin on Monday.',
    ]);
  });

  it('begins a paragraph with a column where the one before ended its sentence', async () => {
    const left = column(72, ['The harbour tunnel leaked,', 'the ministry said.']);
    const right = column(320, ['Nobody was hurt when', 'the water came in.']);
    expect(await paragraphs([[...left, ...right]])).toHaveLength(2);
  });

  it('goes on from page to page within a sentence, without the pages’ numbers', async () => {
    const pages = [
      [
        ...column(72, ['The harbour tunnel leaked,', 'the ministry said.', '', 'Nobody was hurt when']),
        ['1', 300, 30] as PdfLine,
      ],
      [...column(72, ['the water', 'came in.', '', 'An inquiry will', 'begin.']), ['Page 2 of 2', 280, 30] as PdfLine],
    ];
    expect(await paragraphs(pages)).toEqual([
      'The harbour tunnel leaked, the ministry said.',
      'Nobody was hurt when the water came in.',
      'An inquiry will begin.',
    ]);
  });

  it('recognises the dateline', async () => {
    const { text, dateline } = await readPdf(
      tinyPdf([column(72, ['PORT VARDO, March 3 (Meridian) -', 'The harbour tunnel leaked, the ministry said.'])]),
    );
    expect(text.slice(dateline!.span.start, dateline!.span.end)).toBe('PORT VARDO, March 3 (Meridian) -');
  });

  it('takes title and author from the file', async () => {
    const lines = [column(72, ['The harbour tunnel leaked.'])];
    const document = await readPdf(tinyPdf(lines, '/Title (Tunnel leaks) /Author (Tove Halloran)'), {
      url: 'https://courier.example/a.pdf',
    });
    expect(document).toMatchObject({
      title: 'Tunnel leaks',
      authors: ['Tove Halloran'],
      url: 'https://courier.example/a.pdf',
    });
  });

  it.each(['Microsoft Word - tunnel', 'tunnel_final.docx', 'Untitled'])(
    'takes no file name for a title: %s',
    async (title) => {
      expect((await readPdf(tinyPdf([column(72, ['It leaked.'])], `/Title (${title})`))).title).toBeNull();
    },
  );

  it('leaves the bytes that it was given as they were', async () => {
    const bytes = tinyPdf([column(72, ['The harbour tunnel leaked.'])]);
    const copy = Uint8Array.from(bytes);
    await readPdf(bytes);
    expect(Buffer.compare(bytes, copy)).toBe(0);
  });

  it('refuses an encrypted file', async () => {
    const error = await failure(readFileSync(new URL('../../../fixtures/encrypted.pdf', import.meta.url)));
    expect(error.code).toBe('pdf-encrypted');
    expect(error.message).toContain('without a password');
  });

  it.each([
    ['a header alone', Buffer.from('%PDF-1.4\n')],
    ['a header and noise', Buffer.from(`%PDF-1.7\n${'noise '.repeat(200)}`)],
    ['no page', Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF')],
    ['half of a file', tinyPdf([column(72, ['The harbour tunnel leaked.'])]).subarray(0, 60)],
  ])('refuses a damaged file: %s', async (_, bytes) => {
    expect((await failure(bytes)).code).toBe('pdf-unreadable');
  });

  it('refuses a file that has no text, as pictures of pages have not', async () => {
    const error = await failure(tinyPdf([[], []]));
    expect(error.code).toBe('text-missing');
    expect(error.details).toEqual({ pages: 2 });
  });
});
