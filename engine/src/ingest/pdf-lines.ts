/** A run of characters on a PDF page, as the PDF library gives it. Units are PDF points, from the lower left. */
export interface PdfRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

interface Line {
  text: string;
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/**
 * Puts the runs of one page together into paragraphs.
 *
 * A new line starts where the baseline changes; a new paragraph where the gap to the line above is clearly wider than
 * within paragraphs, where the line is indented, or where the size of the letters changes. A word that a line end divides
 * is joined again.
 */
export function pdfParagraphs(runs: readonly PdfRun[]): string[] {
  const lines = joinLines(runs);
  const gaps = lines.slice(1).map((line, i) => lines[i]!.y - line.y);
  const usual = median(gaps.filter((gap) => gap > 0));
  const paragraphs: string[] = [];
  lines.forEach((line, i) => {
    const above = lines[i - 1];
    if (above === undefined || startsParagraph(line, above, usual)) paragraphs.push(line.text);
    else paragraphs[paragraphs.length - 1] = joinText(paragraphs.at(-1)!, line.text);
  });
  return paragraphs.map((paragraph) => paragraph.replace(/\s+/gu, ' ').trim()).filter((paragraph) => paragraph !== '');
}

function joinLines(runs: readonly PdfRun[]): Line[] {
  const lines: Line[] = [];
  for (const run of runs) {
    const last = lines.at(-1);
    if (last !== undefined && Math.abs(last.y - run.y) < 0.5 * Math.max(last.height, 1)) last.text += run.text;
    else if (run.text.trim() !== '') lines.push({ ...run });
  }
  return lines;
}

function startsParagraph(line: Line, above: Line, usualGap: number): boolean {
  const gap = above.y - line.y;
  if (gap < 0) return !/[\p{L},-]$/u.test(above.text.trim()); // the next column goes on unless a sentence ended
  const indented = line.x - above.x > 0.8 * line.height && line.x - above.x < 6 * line.height;
  return gap > 1.35 * usualGap || indented || Math.abs(line.height - above.height) > 0.15 * above.height;
}

function joinText(above: string, line: string): string {
  if (/\p{L}-\s*$/u.test(above) && /^\p{Ll}/u.test(line)) return above.replace(/-\s*$/u, '') + line;
  return `${above} ${line}`;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
