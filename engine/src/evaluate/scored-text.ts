import type { Span } from '../document/index.ts';

// The reference scorer's white space is Python's, which counts four control characters and U+0085.
/* oxlint-disable no-control-regex */
const token = /[\p{L}\p{N}_]+|[^\p{L}\p{N}_\s\u001c-\u001f\u0085]|\ufeff/gu;
const blank = /^[\s\u001c-\u001f\u0085]*$/u;
/* oxlint-enable no-control-regex */

export type TokenSet = ReadonlySet<number>;

/** The tokens of a text (words, or one other visible character), found by UTF-16 offsets. */
export class ScoredText {
  readonly #text: string;
  /** Token at each code unit, -1 for none. */
  readonly #at: Int32Array;
  readonly #isWord: boolean[] = [];
  readonly #quoted: Uint8Array;

  constructor(text: string) {
    this.#text = text;
    this.#at = new Int32Array(text.length).fill(-1);
    for (const match of text.matchAll(token)) {
      this.#at.fill(this.#isWord.length, match.index, match.index + match[0].length);
      this.#isWord.push(/[\p{L}\p{N}]/u.test(match[0]));
    }
    this.#quoted = quotedUnits(text);
  }

  /** Tokens that the spans touch. */
  tokens(spans: readonly Span[]): Set<number> {
    const found = new Set<number>();
    for (const { start, end } of spans) {
      for (let k = Math.max(start, 0); k < Math.min(end, this.#at.length); k++)
        if (this.#at[k]! >= 0) found.add(this.#at[k]!);
    }
    return found;
  }

  /** Spans in order, those joined that only white space parts. */
  merged(spans: readonly Span[]): Span[] {
    const merged: Span[] = [];
    for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
      const last = merged.at(-1);
      if (last !== undefined && blank.test(this.#text.slice(last.end, start))) {
        merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, end) };
      } else merged.push({ start, end });
    }
    return merged;
  }

  /** Tokens of the spans without the punctuation at the edges of each. */
  core(spans: readonly Span[]): Set<number> {
    const found = new Set<number>();
    for (const span of this.merged(spans)) {
      const all = [...this.tokens([span])].sort((a, b) => a - b);
      const first = all.findIndex((id) => this.#isWord[id]);
      const kept = first < 0 ? all : all.slice(first, all.findLastIndex((id) => this.#isWord[id]) + 1);
      for (const id of kept) found.add(id);
    }
    return found;
  }

  /** How much of a content stands in quotation marks: `direct` all, `mixed` some, `indirect` nothing. */
  quotationForm(spans: readonly Span[]): 'direct' | 'mixed' | 'indirect' {
    let total = 0;
    let inside = 0;
    for (const { start, end } of spans) {
      for (let k = start; k < Math.min(end, this.#at.length); k++) {
        const id = this.#at[k]!;
        if (id < 0 || !this.#isWord[id]) continue;
        total++;
        inside += this.#quoted[k]!;
      }
    }
    if (total === 0 || inside === 0) return 'indirect';
    return inside / total >= 0.95 ? 'direct' : 'mixed';
  }
}

/** 1 for each code unit in quotation marks; a quotation ends at its mark or with its line. */
function quotedUnits(text: string): Uint8Array {
  const mask = new Uint8Array(text.length);
  let start = -1;
  for (let k = 0; k <= text.length; k++) {
    const character = text[k];
    if (k === text.length || character === '\n') {
      if (start >= 0) mask.fill(1, start, k);
      start = -1;
    } else if (start < 0 && (character === '“' || character === '"')) start = k;
    else if (start >= 0 && (character === '”' || character === '"')) {
      mask.fill(1, start, k + 1);
      start = -1;
    }
  }
  return mask;
}
