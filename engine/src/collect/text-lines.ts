/** A line with its line end, or the length of one that is too long to hold. */
export interface TextLine {
  readonly number: number;
  readonly line: string | { readonly tooLong: number };
}

/** Splits pieces of text into lines that keep their line ends; a line of more than `maxLength` is passed over. */
export async function* textLines(pieces: AsyncIterable<string>, maxLength: number): AsyncGenerator<TextLine> {
  let number = 0;
  let parts: string[] = [];
  let length = 0;
  const add = (part: string): void => {
    length += part.length;
    if (length <= maxLength) parts.push(part);
    else parts = [];
  };
  const finish = (): TextLine => {
    const line = length > maxLength ? { tooLong: length } : parts.join('');
    parts = [];
    length = 0;
    return { number: ++number, line };
  };
  for await (const piece of pieces) {
    let from = 0;
    for (let at = piece.indexOf('\n'); at >= 0; at = piece.indexOf('\n', from)) {
      add(piece.slice(from, at + 1));
      yield finish();
      from = at + 1;
    }
    if (from < piece.length) add(piece.slice(from));
  }
  if (length > 0) yield finish();
}
