/** A part of a list. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Asks for the next page, of the same query and order; opaque. Null on the last one. */
  readonly next: string | null;
}
