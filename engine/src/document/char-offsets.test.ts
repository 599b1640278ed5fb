import { describe, expect, it } from 'vitest';
import { charOffsets } from './char-offsets.ts';

describe('charOffsets', () => {
  it.each([
    { name: 'plain letters', text: 'Rain fell.' },
    { name: 'emoji', text: 'The 🌧️ fell on 🏳️‍🌈 flags' },
    { name: 'combining marks', text: 'Cafe\u0301 nai\u0308ve 🙂 o\u0323\u0302' },
    { name: 'right-to-left text', text: 'قال الوزير 🙂 «لا»' },
    { name: 'emoji at both ends', text: '😀x😀' },
    { name: 'halves of pairs', text: 'a\ud83dz\ude00 😀\ude00' },
    { name: 'nothing', text: '' },
  ])('counts as code points do, there and back: $name', ({ text }) => {
    const offsets = charOffsets(text);
    const codePoints = [...text];
    let at = 0;
    for (const [index, character] of codePoints.entries()) {
      expect(offsets.toCodePoint(at)).toBe(index);
      expect(offsets.fromCodePoint(index)).toBe(at);
      at += character.length;
    }
    expect(offsets.toCodePoint(text.length)).toBe(codePoints.length);
    expect(offsets.fromCodePoint(codePoints.length)).toBe(text.length);
  });

  it('puts an offset within a pair in front of it', () => {
    expect(charOffsets('a😀b').toCodePoint(2)).toBe(1);
  });

  it('converts a hundred thousand offsets of a long text in no time', () => {
    const offsets = charOffsets('😀a'.repeat(500_000));
    const started = performance.now();
    for (let at = 0; at < 100_000; at++) expect(offsets.toCodePoint(3 * at) === 2 * at).toBe(true);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
