/** How often a value occurs. */
export interface Count {
  readonly value: string;
  readonly count: number;
}
