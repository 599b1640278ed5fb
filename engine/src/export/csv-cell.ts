/**
 * What a spreadsheet would run as a formula: it begins with `=`, `+`, `-` or `@` (wide forms included), after white space or not,
 * or with a tab or a line end. Apostrophes in front count with it, so that every apostrophe we add can be told from one that was there.
 */
const formula = /^'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/u;

/**
 * Text as a cell that no spreadsheet runs: an apostrophe goes before what would be a formula. `restoreCell` takes it away again.
 */
export function neutraliseCell(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** The text that `neutraliseCell` was given. */
export function restoreCell(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}
