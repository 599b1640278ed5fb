import { describe, expect, it } from 'vitest';
import { annotate } from '../attribution/index.ts';
import { dropNamings } from './drop-namings.ts';

function kept(notation: string): number {
  const { text, attributions } = annotate(notation);
  return dropNamings(text, attributions).length;
}

describe('dropNamings', () => {
  it.each([
    ['known as', 'Harbour Watch, [known as](cue) [Blue Line](content), left.'],
    ['also known as', 'Harbour Watch, [also known as](cue) [Blue Line](content), left.'],
    ['referred to as', 'Harbour Watch is [commonly referred to as](cue) [Blue Line](content).'],
    ['the last words of the cue', 'Harbour Watch [is](cue) often [known as](cue) [Blue Line](content).'],
  ])('leaves out what only gives a name: %s', (_, notation) => {
    expect(kept(notation)).toBe(0);
  });

  it.each([
    ['by somebody', '[Critics](source) [referred to as](cue) [a folly](content) the bridge.'],
    ['a cue that says something', 'The bridge was [known](cue) [to leak](content).'],
    ['a word that only ends alike', 'The bridge was [unknown as](cue) [a folly](content).'],
    ['words without a cue', '“[It leaked](content).”'],
  ])('keeps what is said: %s', (_, notation) => {
    expect(kept(notation)).toBe(1);
  });
});
