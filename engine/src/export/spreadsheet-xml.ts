/** XML has no way to write these, save the line ends among them, which it would change. */
// oxlint-disable-next-line no-control-regex
const unwritable = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/gu;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it may stand in XML, between tags or in the quotation marks of an attribute. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/gu, (character) => entities[character]!);
}

/**
 * Text as it may stand in the cell of a spreadsheet: what XML cannot write becomes `_x0007_`, and text that looks like that, `_x005F_x0007_`.
 *
 * @see ECMA-376 part 1, 22.9.2.19 ST_Xstring
 */
export function escapeCell(text: string): string {
  return escapeXml(
    text
      .toWellFormed()
      .replace(/_(?=x[0-9a-f]{4}_)/giu, '_x005F_')
      .replace(unwritable, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`),
  );
}

/** The letters of a column, which count from 0: A, B, …, Z, AA, … */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}
