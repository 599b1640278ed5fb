// Python's white space, as the reference scorer counts it: with four control characters and U+0085, without U+FEFF.
/* oxlint-disable-next-line no-control-regex */
const blanks = /[\t-\r\u001c- \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/gu;

/**
 * Whether two names mean the same speaker: the same name but for case, punctuation, a leading article and a possessive
 * ending, or two names of one group of aliases. `null` is nobody, and nobody is nobody.
 */
export function isSameSpeaker(
  one: string | null,
  other: string | null,
  aliases: readonly (readonly string[])[],
): boolean {
  const [a, b] = [plainName(one), plainName(other)];
  if (a === b) return true;
  return aliases.some((group) => {
    const names = new Set(group.map(plainName));
    return names.has(a) && names.has(b);
  });
}

function plainName(name: string | null): string {
  return foldCase((name ?? '').replace(blanks, ' ').replace(/^ | $/gu, ''))
    .replace(/[’']s?$/u, '')
    .replace(/[^\p{L}\p{N}_ ]/gu, '')
    .replace(/^(the|a|an) /u, '');
}

/** Unicode's full case folding: `ß` is `ss`, `ς` is `σ`, but `ı` is no `i`. */
function foldCase(name: string): string {
  return name.replace(/[^ı]+/gu, (part) => part.toUpperCase().toLowerCase()).replaceAll('ς', 'σ');
}
