const upperWord = "\\p{Lu}[\\p{L}\\p{M}.'’-]*";
const name = `(?!The\\b|A\\b)${upperWord}(?: (?:(?:de|da|del|van|von|der|al|el|bin|ibn|la|le) ){0,2}${upperWord}){1,4}`;
const plainByline = new RegExp(`^(?:By|BY) ${name}(?:, ${name})*(?:,? (?:and|AND|&) ${name})?$`, 'u');
const by = String.raw`(?:words by|written by|reported by|reporting by|story by|by)`;

/** Whether a paragraph only names who wrote the report: “By Ana Okonjo and Piotr Lund, Port Vardo”. */
export function isByline(paragraph: string, authors: readonly string[]): boolean {
  if (paragraph.length > 200) return false;
  if (plainByline.test(paragraph)) return true;
  let rest = paragraph.toLowerCase();
  for (const author of [...authors].sort((a, b) => b.length - a.length))
    rest = rest.replaceAll(author.toLowerCase(), '\u0000');
  if (!rest.includes('\u0000')) return false;
  if (new RegExp(`^(?:${by}|and|[\\s,;|·•&\\0])*$`, 'u').test(rest)) return true;
  // “By Ana Okonjo, Transport correspondent” · “By Ana Okonjo in Port Vardo” · “Ana Okonjo | March 3, 2026”
  return new RegExp(
    `^(?:${by}\\s+\\0(?:[\\s,;|·•&]|and|\\0)*[^\\0]{0,60}|\\0\\s*[|·•].{0,60})(?<![.!?”"’])$`,
    'u',
  ).test(rest);
}
