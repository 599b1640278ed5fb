import { describe, expect, it } from 'vitest';
import { flatLayout, mentioned } from '../../test/mentions.ts';
import { clusterNames } from './cluster-names.ts';

/** Small letters enough that no line before it looks like a headline. */
const quietly = ' All the while others waited quietly beside the water without saying anything.';

/** The clusters of more than one mention that the names and governments of a report make. */
function clusters(notation: string): string[] {
  const { text, mentions, sources } = mentioned(notation + quietly);
  return clusterNames(text, mentions, sources, flatLayout)
    .filter(({ links }) => links.length > 1)
    .map(({ links }) => links.map(({ mention }) => mention.text).join(', '));
}

const spoke = 'Today [{Tembe|place}](source) [said](cue) [it rained](content), and some Tembean police followed.';
const iceland = 'Today [{Iceland|place}](source) [said](cue) [it rained](content) over there.';

describe('joinStates', () => {
  it.each([
    ['its government', `${spoke} Then {the Tembean government|organization} left.`, 'Tembe, the Tembean government'],
    [
      'its government by its own name',
      `${iceland} Then {the Iceland government|organization} left.`,
      'Iceland, the Iceland government',
    ],
    ['the authorities', `${spoke} Then {the authorities|organization} left.`, 'Tembe, the authorities'],
    [
      'its capital that speaks',
      `${iceland} Then [{Reykjavik|place}](source 2) [said](cue 2) [so](content 2).`,
      'Iceland, Reykjavik',
    ],
    ['its capital that owns something', `${iceland} They met in {Reykjavik|place}’s name.`, 'Iceland, Reykjavik'],
  ])('makes one of a state that speaks and %s', (_, notation, expected) => {
    expect(clusters(notation)).toEqual([expected]);
  });

  it.each([
    ['its capital where it is only a place', `${iceland} They met in {Reykjavik|place} at noon.`],
    ['the government of another', `${spoke} Then {the Kaldenese government|organization} left.`],
    ['another state', `${iceland} They met in {Ireland|place} at noon.`],
  ])('keeps apart from it %s', (_, notation) => {
    expect(clusters(notation)).toEqual([]);
  });

  it('makes nothing of a capital or a government where no state speaks', () => {
    expect(
      clusters(
        'In {Iceland|place} they slept. Then [{Reykjavik|place}](source) [said](cue) [so](content), and {the authorities|organization} left.',
      ),
    ).toEqual([]);
  });

  it('makes no state of a person whom the report makes speak', () => {
    expect(
      clusters(
        'Today [{Mara Lind}](source) [said](cue) [it rained](content). Then {the authorities|organization} left.',
      ),
    ).toEqual([]);
  });

  it('gives the authorities to the state that was named last', () => {
    const notation = `${iceland} Then [{Ireland|place}](source 2) [said](cue 2) [so](content 2), and {the authorities|organization} left.`;
    expect(clusters(notation)).toEqual(['Ireland, the authorities']);
  });
});
