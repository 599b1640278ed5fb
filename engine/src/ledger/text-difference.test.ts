import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textDifference } from './text-difference.ts';

/** The old text with the changes made. */
function apply(before: string, after: string): string {
  let [text, at] = ['', 0];
  for (const [oldStart, oldEnd, newStart, newEnd] of textDifference(before, after)) {
    text += before.slice(at, oldStart) + after.slice(newStart, newEnd);
    at = oldEnd;
  }
  return text + before.slice(at);
}

describe('textDifference', () => {
  it('names what changed and nothing else', () => {
    const before = 'The dam held. Nine houses stood empty. Rain is coming.';
    const after = 'The dam broke. Nine houses stood empty. More rain is coming.';
    const words = textDifference(before, after).map(([a, b, c, d]) => [before.slice(a, b), after.slice(c, d)]);
    expect(words).toEqual([
      ['held', 'broke'],
      ['R', 'More r'],
    ]);
    expect(textDifference(before, before)).toEqual([]);
  });

  it('leads from the old text to the new one, whatever they are', () => {
    const sentence = fc.constantFrom('A b. ', 'C d! ', 'e', '\n', '🌊', '.', 'A b.', ' F g? ');
    const text = fc.array(sentence).map((parts) => parts.join(''));
    fc.assert(fc.property(text, text, (before, after) => apply(before, after) === after));
  });

  it('takes texts of millions of characters', () => {
    const before = Array.from({ length: 40_000 }, (_, index) => `${index} a. `).join('');
    const after = Array.from({ length: 40_000 }, (_, index) => `${40_000 - index} a. `).join('');
    const began = performance.now();
    expect(apply(before, after)).toBe(after);
    expect(apply('.'.repeat(1e6), '!'.repeat(1e6))).toBe('!'.repeat(1e6));
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
