import { countWhile, paragraphSpans, type Document, type Span } from '../document/index.ts';
import { nameCore } from './name-core.ts';

const name = String.raw`\p{Lu}[\p{L}\p{M}'’.-]*(?: (?:(?:de|da|del|van|von|der|al|el|bin|ibn|la|le) )?\p{Lu}[\p{L}\p{M}'’.-]*){1,3}`;
const signature = new RegExp(`^[-–—]{0,2}\\s?(?<name>${name}|@\\w{2,30})\\.?$`, 'u');
const byline = new RegExp(`^(?:By|BY|by) (?<name>${name})`, 'u');
const note = new RegExp(`^(?<name>${name})(?:,| is | was | are | teaches | writes | covers | serves )`, 'u');

/** A longer paragraph neither signs nor bears a byline. */
const longestLine = 80;
/** How many paragraphs from its start a report has its byline, and from its end the note on its author. */
const [first, last] = [6, 3];

/** Finds who speaks as “I” in a report's own voice, by where it stands. Made once a document. */
export class Authorship {
  readonly #signatures: Span[] = [];
  readonly #author: Span | null;

  constructor({ text, authors }: Document) {
    const paragraphs = paragraphSpans(text);
    let found: Span | null = null;
    for (const author of authors) {
      const at = text.indexOf(author);
      if (at >= 0) found ??= { start: at, end: at + author.length };
    }
    for (const [index, paragraph] of paragraphs.entries()) {
      const line = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 200));
      if (paragraph.end - paragraph.start <= longestLine) {
        const signed = index > 0 ? named(signature, line, paragraph.start) : null;
        if (signed !== null) this.#signatures.push(signed);
        if (index < first) found ??= named(byline, line, paragraph.start);
      }
      if (index >= paragraphs.length - last && index > 0) found ??= named(note, line, paragraph.start);
    }
    this.#author = found;
  }

  /** Whether the report is one author's, not a page of letters. */
  get isSole(): boolean {
    return this.#signatures.length < 2;
  }

  /** The author of what stands at an offset: whoever signs a letter after it, else whoever signs the report; `null` where nobody does. */
  at(offset: number): Span | null {
    // One name alone in a line is as often a heading; letters come in several.
    if (this.#signatures.length < 2) return this.#author;
    const next = countWhile(this.#signatures, ({ start }) => start <= offset);
    return this.#signatures[next] ?? this.#author;
  }
}

function named(pattern: RegExp, line: string, start: number): Span | null {
  const found = pattern.exec(line)?.groups!['name'];
  if (found === undefined) return null;
  const at = start + line.indexOf(found);
  const core = nameCore(found, true);
  if (found.startsWith('@')) return { start: at, end: at + found.replace(/\.$/u, '').length };
  return core === null ? null : { start: at + core.start, end: at + core.end };
}
