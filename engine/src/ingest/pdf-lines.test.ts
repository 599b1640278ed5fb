import { describe, expect, it } from 'vitest';
import { joinLines, pdfParagraphs, type PdfRun } from './pdf-lines.ts';

const run = (text: string, x: number, y: number, height = 12): PdfRun => ({ text, x, y, height });

describe('pdfParagraphs', () => {
  it('puts runs on one baseline together, raised and lowered ones included', () => {
    expect(pdfParagraphs([run('The tunnel', 72, 700), run('1', 130, 704, 7), run(' leaked.', 134, 700)])).toEqual([
      'The tunnel1 leaked.',
    ]);
  });

  it('passes over runs of white space', () => {
    expect(pdfParagraphs([run(' ', 72, 720), run('It leaked.', 72, 700), run(' ', 72, 690)])).toEqual(['It leaked.']);
  });

  it('keeps emoji, combining marks and right-to-left text', () => {
    expect(pdfParagraphs([run('🚧 cafe\u0301 ', 72, 700), run('مرحبا', 72, 686)])).toEqual(['🚧 cafe\u0301 مرحبا']);
  });

  it('goes on in the next column behind a number', () => {
    expect(pdfParagraphs([run('It leaked in 2019', 72, 100), run('and again in May.', 320, 700)])).toEqual([
      'It leaked in 2019 and again in May.',
    ]);
  });

  it('has nothing for a page without text', () => {
    expect(pdfParagraphs([])).toEqual([]);
    expect(pdfParagraphs([run('  ', 0, 0)])).toEqual([]);
  });
});

describe('joinLines', () => {
  it.each([
    ['divided word', 'the minis-', 'try', 'the ministry'],
    ['divided word with white space', 'the minis- ', ' try', 'the ministry'],
    ['soft hyphen', 'the minis\u00ad', 'try', 'the ministry'],
    ['hyphen of its own', 'the minis‐', 'try', 'the ministry'],
    ['name', 'Port-', 'Vardo', 'Port- Vardo'],
    ['dash', 'Monday –', 'or so', 'Monday – or so'],
    ['number', '2019-', 'and', '2019- and'],
    ['letter beyond ASCII', 'Gru\u0308-', 'ße', 'Gru\u0308- ße'],
  ])('joins a line to the one above: %s', (_, above, line, joined) => {
    expect(joinLines(above, line)).toBe(joined);
  });
});
