import { describe, expect, it } from 'vitest';
import { sourceTypes, type SourceType } from '../attribution/index.ts';
import { createDocument } from '../document/index.ts';
import { flatLayout, mentioned, type ToldMentions } from '../../test/mentions.ts';
import { clusterMentions } from './cluster-mentions.ts';
import { findSources } from './find-sources.ts';
import { typeOfSource } from './source-type.ts';

function types(notation: string, told: ToldMentions = {}): SourceType[] {
  const quietly = ' while others waited quietly beside the water without saying anything at all.';
  const { text, mentions, attributions, sources } = mentioned(notation + quietly, told);
  const clusters = clusterMentions(text, mentions, sources, flatLayout);
  const found = findSources(createDocument(text), attributions, mentions, clusters, sourceTypes);
  return attributions.map((_, index) => typeOfSource(index, text, attributions, found, flatLayout.types));
}

describe('typeOfSource', () => {
  it.each([
    [
      'the network',
      'Today [{Blue Line|organization}](source) [said](cue) [so](content)',
      { 1: 'organisation' },
      'organisation',
    ],
    ['a word of its name', 'Today [{Varo Gazette|organization}](source) [said](cue) [so](content)', {}, 'media'],
    ['a person’s name', 'Today [{Mara Lind}](source) [said](cue) [so](content)', {}, 'person'],
    [
      'a state that speaks',
      'Today [{Iceland|place}](source) [said](cue) [so](content)',
      { 1: 'document' },
      'government',
    ],
    ['nothing', 'Today [{Blue Line|other}](source) [said](cue) [so](content)', {}, 'person'],
    ['nobody', 'Today [it was said](cue) [so](content)', { 1: 'none' }, 'none'],
  ] as const)('goes by %s', (_, notation, sourceTypesTold, expected) => {
    expect(types(notation, { sourceTypes: sourceTypesTold })).toEqual([expected]);
  });

  it('takes nobody who is named for nobody', () => {
    expect(
      types('Today [{Mara Lind}](source) [said](cue) [so](content)', { sourceTypes: { 1: 'none' } }),
    ).not.toContain('none');
  });

  it('goes by what the network says of others of the same entity', () => {
    const notation =
      'Today [{Blue Line|other}](source 1) [said](cue 1) [so](content 1), and [{Blue Line|other}](source 2) [said](cue 2) [no](content 2)';
    expect(types(notation, { sourceTypes: { 2: 'media' } })).toEqual(['media', 'media']);
  });
});
