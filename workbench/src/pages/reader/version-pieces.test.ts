import { describe, expect, it } from 'vitest';
import { versionPieces } from './version-pieces.ts';

const shown = (pieces: ReturnType<typeof versionPieces>): string =>
  pieces.map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `+${text}+` : `-${text}-`)).join('');

describe('two versions of a text', () => {
  it('are shown as what stayed, what went and what came', () => {
    const [before, after] = ['She knew. He left.', 'She was told. He left at noon.'];
    expect(
      shown(
        versionPieces(before, after, [
          [4, 8, 4, 12],
          [17, 17, 21, 29],
        ]),
      ),
    ).toBe('She -knew-+was told+. He left+ at noon+.');
  });

  it('give back each text where the other’s pieces are left out', () => {
    const [before, after] = ['One.\nTwo.\nThree.', 'Zero.\nOne.\nThree!'];
    const pieces = versionPieces(before, after, [
      [0, 0, 0, 6],
      [5, 10, 11, 11],
      [15, 16, 16, 17],
    ]);
    const text = (without: string): string =>
      pieces
        .filter(({ kind }) => kind !== without)
        .map((piece) => piece.text)
        .join('');
    expect(text('added')).toBe(before);
    expect(text('removed')).toBe(after);
  });

  it('are one piece where nothing changed', () => {
    expect(versionPieces('One.', 'One.', [])).toEqual([{ kind: 'same', text: 'One.' }]);
  });
});
