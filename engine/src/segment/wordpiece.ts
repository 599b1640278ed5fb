const characterKind = { word: 0, space: 1, symbol: 2 } as const;
const { word: wordKind, space, symbol } = characterKind;

const maxWordCharacters = 100;
const maxCachedWords = 100_000;
const removed = /[\p{Mn}\p{C}]/gu;

/** Pieces of a stretch of text, in order; offsets are UTF-16 code units of the text. */
export interface Pieces {
  readonly ids: number[];
  readonly start: number[];
  readonly end: number[];
  /** 1 for the first piece of a word, 0 for the others. */
  readonly first: number[];
}

/** One piece of a word: its id, and where it starts and ends in the word, in code units. */
interface WordPart {
  readonly id: number;
  readonly start: number;
  readonly end: number;
}

/**
 * BERT's uncased WordPiece, with offsets: the twin of `training/according_training/wordpiece.py`.
 *
 * Words end at white space, at punctuation and around CJK characters, are lower-cased and lose combining marks, and are
 * matched greedily from the left. `models/attribution/golden.json` holds examples that both must reproduce.
 */
export class WordPiece {
  readonly #vocabulary: ReadonlyMap<string, number>;
  readonly #words = new Map<string, readonly WordPart[]>();
  readonly #unknown: number;
  readonly cls: number;
  readonly sep: number;

  /** @param vocabulary - the pieces, one a line, as in BERT's `vocab.txt` */
  constructor(vocabulary: string) {
    const lines = vocabulary.split('\n');
    this.#vocabulary = new Map(lines.map((line, id) => [line, id]));
    this.#unknown = this.#require('[UNK]');
    this.cls = this.#require('[CLS]');
    this.sep = this.#require('[SEP]');
  }

  #require(piece: string): number {
    const id = this.#vocabulary.get(piece);
    if (id === undefined) throw new TypeError(`Expected a BERT vocabulary, got one without ${piece}`);
    return id;
  }

  /** Pieces of `text.slice(start, end)`, with offsets into `text`. */
  encode(text: string, start: number = 0, end: number = text.length): Pieces {
    const out: Pieces = { ids: [], start: [], end: [], first: [] };
    let at = start;
    while (at < end) {
      const kind = kindAt(text, at);
      if (kind === space) {
        at++;
        continue;
      }
      let stop = at + widthAt(text, at);
      if (kind !== symbol) while (stop < end && kindAt(text, stop) === wordKind) stop += widthAt(text, stop);
      stop = Math.min(stop, end);
      const parts = this.#parts(text.slice(at, stop));
      for (let i = 0; i < parts.length; i++) {
        const part = parts[i]!;
        out.ids.push(part.id);
        out.start.push(at + part.start);
        out.end.push(at + part.end);
        out.first.push(i === 0 ? 1 : 0);
      }
      at = stop;
    }
    return out;
  }

  #parts(word: string): readonly WordPart[] {
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    const parts = this.#split(word);
    // News repeats its words; a corpus of millions of them still has room for strange ones, so start over when full.
    if (this.#words.size >= maxCachedWords) this.#words.clear();
    this.#words.set(word, parts);
    return parts;
  }

  #split(word: string): readonly WordPart[] {
    const folded = fold(word);
    if (folded === '') return [];
    const matched = this.#match(folded);
    // A word that stays whole needs no places within.
    const origin = matched.length > 1 ? originOf(word, folded) : null;
    let at = 0;
    return matched.map(({ id, length }) => {
      const start = at === 0 ? 0 : (origin?.[at] ?? 0);
      const end = at + length === folded.length ? word.length : (origin?.[at + length] ?? word.length);
      at += length;
      return { id, start, end };
    });
  }

  /** Greedy longest match, left to right; one unknown piece where any part of the word has none. */
  #match(word: string): { readonly id: number; readonly length: number }[] {
    const unknown = [{ id: this.#unknown, length: word.length }];
    if (word.length > maxWordCharacters) return unknown;
    const pieces: { id: number; length: number }[] = [];
    for (let at = 0; at < word.length;) {
      let end = word.length;
      let id: number | undefined;
      for (; end > at; end--) {
        id = this.#vocabulary.get(at === 0 ? word.slice(0, end) : '##' + word.slice(at, end));
        if (id !== undefined) break;
      }
      if (id === undefined) return unknown;
      pieces.push({ id, length: end - at });
      at = end;
    }
    return pieces;
  }
}

function fold(word: string): string {
  return word.toLowerCase().normalize('NFD').replace(removed, '');
}

/** For each code unit of the folded word, where it comes from in the word; `null` where folding mixes characters. */
function originOf(word: string, folded: string): readonly number[] | null {
  const origin: number[] = [];
  let at = 0;
  for (const character of word) {
    for (let i = fold(character).length; i > 0; i--) origin.push(at);
    at += character.length;
  }
  return origin.length === folded.length ? origin : null;
}

/** Kinds of the code points below 0x10000, found once each: 255 stands for not yet. */
const kinds = new Uint8Array(0x10000).fill(255);

function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const known = kinds[unit]!;
  if (known !== 255) return known;
  const code = text.codePointAt(at)!;
  const kind = kindOf(code);
  // A leading surrogate has no kind of its own.
  if (code < 0x10000 && (code < 0xd800 || code > 0xdfff)) kinds[code] = kind;
  return kind;
}

function kindOf(code: number): number {
  const character = String.fromCodePoint(code);
  if (/[\t\n\r\p{Z}]/u.test(character)) return space;
  if (/[!-/:-@[-`{-~\p{P}]/u.test(character)) return symbol;
  const cjk =
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0x20000 && code <= 0x2fa1f);
  return cjk ? symbol : wordKind;
}

/** Code units of the character at this place: 2 for a surrogate pair. */
function widthAt(text: string, at: number): number {
  return text.codePointAt(at)! > 0xffff ? 2 : 1;
}
