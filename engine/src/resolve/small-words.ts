/** Words within names that initials leave out, and that no person's name holds. */
export const smallWords: ReadonlySet<string> = new Set('of the and for on in de & at to'.split(' '));
