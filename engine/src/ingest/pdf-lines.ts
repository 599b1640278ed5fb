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
 *
 * @param usual - gap between baselines within paragraphs; best taken from all pages, for one may hold few lines
 */
export function pdfParagraphs(runs: readonly PdfRun[], usual: number = usualGap([runs])): string[] {
  const lines = findLines(runs);
  const paragraphs: string[] = [];
  lines.forEach((line, i) => {
    const above = lines[i - 1];
    if (above === undefined || startsParagraph(line, above, usual)) paragraphs.push(line.text);
    else paragraphs[paragraphs.length - 1] = joinLines(paragraphs.at(-1)!, line.text);
  });
  return paragraphs.map((paragraph) => paragraph.replace(/\s+/gu, ' ').trim()).filter((paragraph) => paragraph !== '');
}

/**
 * The gap between baselines that a quarter of all lines have or go below, in points: short paragraphs have fewer gaps
 * within than between them.
 */
export function usualGap(pages: readonly (readonly PdfRun[])[]): number {
  const gaps = pages.flatMap((runs) => {
    const lines = findLines(runs);
    return lines.slice(1).map((line, i) => lines[i]!.y - line.y);
  });
  const sorted = gaps.filter((gap) => gap > 0).sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 4)] ?? 0;
}

function findLines(runs: readonly PdfRun[]): Line[] {
  const lines: Line[] = [];
  for (const run of runs) {
    const last = lines.at(-1);
    if (last !== undefined && Math.abs(last.y - run.y) < 0.5 * Math.max(last.height, 1)) last.text += run.text;
    else if (run.text.trim() !== '') lines.push({ ...run });
  }
  return lines;
}

function startsParagraph(line: Line, above: Line, usualGap: number): boolean {
  if (Math.abs(line.height - above.height) > 0.15 * above.height) return true;
  const gap = above.y - line.y;
  // The next column goes on unless a sentence ended.
  if (gap < 0)
    return /[.!?…:;][”"’')\]]*$/u.test(above.text.trim()) || !/^[\p{L}\p{N}“"‘'($€£]/u.test(line.text.trim());
  const indented = line.x - above.x > 0.8 * line.height && line.x - above.x < 6 * line.height;
  return gap > 1.35 * usualGap || indented;
}

/** Two lines, or the pieces of a paragraph on two pages, as one; a word that the line end divides becomes one word. */
export function joinLines(above: string, line: string): string {
  if (/\p{L}[-\u00ad‐]\s*$/u.test(above) && /^\s*\p{Ll}/u.test(line)) {
    return above.replace(/[-\u00ad‐]\s*$/u, '') + line.trimStart();
  }
  return `${above} ${line}`;
}
