import { describe, expect, it } from 'vitest';
import { createDocument } from '../document/index.ts';
import { flatLayout, mentioned, type ToldMentions } from '../../test/mentions.ts';
import { resolveSources, type ResolvedSources } from './resolve-sources.ts';

/** Small letters enough that no line looks like a headline. */
const quietly = ' while others waited quietly beside the water without saying anything at all.';

function resolve(notation: string, told: ToldMentions = {}): ResolvedSources & { readonly text: string } {
  const { text, mentions, attributions } = mentioned(notation + quietly, told);
  return { text, ...resolveSources(createDocument(text), attributions, mentions, flatLayout) };
}

describe('resolveSources', () => {
  it('gives a speaker the same entity however the report calls them', () => {
    const { entities, sources } = resolve(
      'Today [{Mayor Mara Lind}](source 1) [said](cue 1) [it leaked](content 1), [{she}](source 2) [added](cue 2) [it would](content 2), and [{Lind}](source 3) [left](cue 3) [it](content 3)',
    );
    expect(sources.map(({ speaker, entity, sourceType }) => [speaker, entity, sourceType])).toEqual([
      ['Mara Lind', 'e1', 'person'],
      ['Mara Lind', 'e1', 'person'],
      ['Mara Lind', 'e1', 'person'],
    ]);
    expect(entities).toMatchObject([{ id: 'e1', name: 'Mara Lind', type: 'person', aliases: ['Lind'] }]);
    expect(entities[0]!.mentions).toHaveLength(3);
  });

  it('numbers entities by their first mention and keeps whoever is only named', () => {
    const { entities } = resolve(
      'In {Varo|place} [{Mara Lind}](source) [said](cue) [it leaked](content) to {Jonas Keel}',
    );
    expect(entities.map(({ id, name, type }) => [id, name, type])).toEqual([
      ['e1', 'Varo', 'place'],
      ['e2', 'Mara Lind', 'person'],
      ['e3', 'Jonas Keel', 'person'],
    ]);
  });

  it('keeps descriptions that neither speak nor have a name out', () => {
    expect(resolve('Today {the bakers} slept').entities).toEqual([]);
  });

  it.each([
    ['by the network where nobody speaks', 'Today they met {Harbour Watch|organization}', {}, 'organisation'],
    ['by nothing known', 'Today they read {Harbour Tales|other}', {}, 'other'],
    [
      'by how it speaks',
      'Today [{Harbour Watch|place}](source) [said](cue) [it leaked](content)',
      { sourceTypes: { 1: 'media' } },
      'media',
    ],
    ['by a word of its name', 'Today [{Varo Gazette|other}](source) [said](cue) [it leaked](content)', {}, 'media'],
    ['as a state that speaks', 'Today [{Iceland|place}](source) [said](cue) [it leaked](content)', {}, 'government'],
  ] as const)('tells an entity’s type: %s', (_, notation, told, type) => {
    expect(resolve(notation, told).entities[0]!.type).toBe(type);
  });

  it('says nothing of a statement that nobody makes', () => {
    expect(resolve('Today [it was said](cue) [it leaked](content)').sources).toEqual([
      { speaker: null, entity: null, sourceType: 'none', reasons: [] },
    ]);
  });

  it('finds nothing in a report without mentions or statements', () => {
    expect(resolveSources(createDocument(''), [], [], flatLayout)).toEqual({ entities: [], sources: [] });
  });

  it('stands thousands of entities and statements', () => {
    const words = Array.from(
      { length: 2_000 },
      (_, index) =>
        `Ana ${String.fromCharCode(65 + (index % 26))}${'abcdefgh'[index % 8]}${'ijklmnop'[(index >> 3) % 8]}o${'qrstuvwx'[(index >> 6) % 8]}`,
    );
    const told = mentioned(
      words
        .map(
          (name, index) =>
            `[{${name}}](source ${index + 1}) [said](cue ${index + 1}) [it rained](content ${index + 1})`,
        )
        .join('. '),
    );
    const started = performance.now();
    expect(
      resolveSources(createDocument(told.text), told.attributions, told.mentions, flatLayout).sources,
    ).toHaveLength(2_000);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
