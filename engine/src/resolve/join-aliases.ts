import type { Name } from './cluster.ts';
import { isInitials } from './initials.ts';

const knownAs =
  /^[\s,;:(–—-]{0,8}(?:also|formerly|better|previously|commonly|otherwise)?,?\s{0,2}(?:known|referred to)\s+as\s+(?:the\s+)?["“'‘]?$/iu;
const bracket = /^\s*\(\s*(?:the\s+)?["“'‘]?$/iu;

/** `X, also known as Y or Z`, and `The Varo Commission (VC)`. */
export function joinAliases(text: string, names: readonly Name[], same: (alias: Name, name: Name) => void): void {
  const sorted = [...names].sort((a, b) => a.start - b.start || b.end - a.end);
  let known = false;
  for (let i = 1; i < sorted.length; i++) {
    const [name, alias] = [sorted[i - 1]!, sorted[i]!];
    const between = alias.start < name.end || alias.start - name.end > 60 ? null : text.slice(name.end, alias.start);
    const or: boolean = known && between !== null && /^,?\s+or\s+(?:the\s+)?["“'‘]?$/u.test(between);
    known = between !== null && (or || knownAs.test(between));
    const abbreviates =
      between !== null && bracket.test(between) && isInitials(alias.text) && alias.text[0] === name.text[0];
    if (known || abbreviates) same(alias, name);
  }
}
