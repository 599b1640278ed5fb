import { styleText } from 'node:util';

export type Style = Parameters<typeof styleText>[0];

/** Words in one style; `null` is the terminal's own. */
export interface Part {
  readonly text: string;
  readonly style: Style | null;
}

/** A line for the terminal, with how many columns it takes: what colours it takes none. */
export interface Line {
  readonly text: string;
  readonly columns: number;
}

/** Turns parts into lines, in colour or without. */
export type Layout = (parts: readonly Part[], width: number) => Line[];

export const emptyLine: Line = { text: '', columns: 0 };

/** Shows control characters as symbols: a report must not move the cursor, recolour the terminal or turn words around. */
export function visible(text: string): string {
  return text
    .replace(/\p{Cc}/gu, (control) => {
      if (/\s/u.test(control)) return control;
      return control < ' ' ? String.fromCharCode(control.charCodeAt(0) + 0x2400) : '\u2421';
    })
    .replace(/[\u202a-\u202e\u2066-\u2069]/gu, '\u2426');
}

/** Holds a number and the name behind it together on one line; it is shown as a space. */
export const noBreak = '\u00a0';

/** Breaks lines at spaces; words longer than a line stay whole. Everything is made visible on the way. */
export function layoutFor(colour: boolean): Layout {
  const styled = (text: string, style: Style | null): string =>
    colour && style !== null && text !== '' ? styleText(style, text, { validateStream: false }) : text;
  return (parts, width) => {
    const lines: Line[] = [];
    let line = '';
    let columns = 0;
    // Words in one style are styled together: a long report has a million.
    let run = '';
    let style: Style | null = null;
    let blank = false;
    const turn = (next: Style | null): void => {
      line += styled(run, style);
      run = '';
      style = next;
    };
    const end = (): void => {
      turn(style);
      if (columns > 0) lines.push({ text: line, columns });
      line = '';
      columns = 0;
    };
    for (const part of parts) {
      for (const token of visible(part.text).split(/([^\S\u00a0]+)/u)) {
        if (token === '') continue;
        if (token.trim() === '') {
          blank = columns > 0;
          continue;
        }
        const length = columnsOf(token);
        if (blank && columns + 1 + length > width) end();
        else if (blank) {
          run += ' ';
          columns += 1;
        }
        blank = false;
        if (part.style !== style) turn(part.style);
        run += token.replaceAll(noBreak, ' ');
        columns += length;
      }
    }
    end();
    return lines;
  };
}

/** Characters that take a column: marks stand on the one before them. */
function columnsOf(token: string): number {
  return [...token.replace(/\p{M}/gu, '')].length;
}

/** The lines with spaces before each, or with `first` before the first one. */
export function indent(lines: readonly Line[], columns: number, first: Line = emptyLine): Line[] {
  return lines.map((line, index) => {
    const before = index === 0 ? first : emptyLine;
    const spaces = ' '.repeat(Math.max(0, columns - before.columns));
    return { text: before.text + spaces + line.text, columns: Math.max(columns, before.columns) + line.columns };
  });
}

/** Two blocks of lines beside each other; the right one begins at a column. */
export function beside(left: readonly Line[], right: readonly Line[], column: number): Line[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, i) => {
    const start = left[i] ?? emptyLine;
    const rest = right[i];
    if (rest === undefined) return start;
    return {
      text: start.text + ' '.repeat(Math.max(1, column - start.columns)) + rest.text,
      columns: Math.max(start.columns + 1, column) + rest.columns,
    };
  });
}
