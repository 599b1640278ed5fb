/** A reading has room for so many statements: 2^20, a million, leaving 2^33 readings below 2^53. */
export const mostStatements = 2 ** 20;

/** Number of a reading's statement by its place. */
export function statementId(readingId: number, place: number): number {
  return readingId * mostStatements + place;
}

/** The numbers that a reading's statements may have. */
export function statementsOf(readingId: number): { readonly first: number; readonly last: number } {
  return { first: statementId(readingId, 0), last: statementId(readingId, mostStatements - 1) };
}
