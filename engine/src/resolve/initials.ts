import { smallWords } from './small-words.ts';
import type { Spelling } from './spell-names.ts';

/** `VC` and `V.C.` */
export function isInitials(text: string): boolean {
  return /^(?:\p{Lu}\.?){2,7}$/u.test(text);
}

/** Its capitals. */
export function initials(text: string): string {
  return text.replace(/[^\p{Lu}]/gu, '');
}

/** The initials that a name may be shortened to; null for one word. */
export function initialsOf({ names, words }: Spelling): string | null {
  if (words.length < 2) return null;
  return names[0]!.text
    .split(/[\s-]+/u)
    .filter((word) => !smallWords.has(word.toLowerCase()))
    .map((word) => word[0]!)
    .join('');
}
