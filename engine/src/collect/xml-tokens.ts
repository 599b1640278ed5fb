/** A piece of XML: names are local (`news:title` is `title`), text is decoded. */
export type XmlToken =
  | { readonly kind: 'open'; readonly name: string; readonly empty: boolean }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

/**
 * Splits XML into its tags and texts in one pass. Entities that a document defines itself stay as they are written, so
 * that none can blow up.
 *
 * @throws {SyntaxError} where a tag, a comment or a section is never closed
 */
export function* xmlTokens(xml: string): Generator<XmlToken> {
  let at = 0;
  while (at < xml.length) {
    const open = xml.indexOf('<', at);
    const end = open < 0 ? xml.length : open;
    if (end > at) yield { kind: 'text', text: decodeXml(xml.slice(at, end)) };
    if (open < 0) return;
    if (xml.startsWith('<!--', open)) at = after(xml, '-->', open + 4);
    else if (xml.startsWith('<![CDATA[', open)) {
      at = after(xml, ']]>', open + 9);
      yield { kind: 'text', text: xml.slice(open + 9, at - 3) };
    } else if (xml[open + 1] === '?') at = after(xml, '?>', open + 2);
    else if (xml[open + 1] === '!') at = afterDeclaration(xml, open + 2);
    else {
      at = afterTag(xml, open + 1);
      const closing = xml[open + 1] === '/';
      const tag = xml.slice(open + (closing ? 2 : 1), at - 1);
      const name = /^[^\s/]*/u.exec(tag)![0].replace(/^.*:/u, '');
      yield closing ? { kind: 'close', name } : { kind: 'open', name, empty: tag.endsWith('/') };
    }
  }
}

function after(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  if (at < 0) throw unclosed(from);
  return at + mark.length;
}

/** Behind the `>` of a tag; one within quotes does not count, and a `<` cannot stand in a tag. */
function afterTag(xml: string, from: number): number {
  for (let at = from; at < xml.length; at++) {
    const character = xml[at];
    if (character === '>') return at + 1;
    if (character === '<') throw unclosed(from);
    if (character === '"' || character === "'") at = after(xml, character, at + 1) - 1;
  }
  throw unclosed(from);
}

/** Behind `<!DOCTYPE … [ … ]>`, whatever it declares. */
function afterDeclaration(xml: string, from: number): number {
  let depth = 1;
  for (let at = from; at < xml.length; at++) {
    const character = xml[at];
    if (character === '<') depth++;
    else if (character === '>' && --depth === 0) return at + 1;
    else if (character === '"' || character === "'") at = after(xml, character, at + 1) - 1;
  }
  throw unclosed(from);
}

function unclosed(from: number): SyntaxError {
  return new SyntaxError(`a tag that is never closed, at character ${from}`);
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Decodes the entities that every XML knows, and numbers of characters. */
export function decodeXml(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/giu, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[name as string] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex as string, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
  });
}
