import { describe, expect, it } from 'vitest';
import { sourceTypes, type AttributionId } from '../attribution/index.ts';
import { createDocument, noMetadata } from '../document/index.ts';
import { flatLayout, mentioned, type ToldMentions } from '../../test/mentions.ts';
import { clusterMentions } from './cluster-mentions.ts';
import { findSources } from './find-sources.ts';

/** The speaker's name of each attribution of a report, by the number of the notation, with the first reason for it. */
function found(
  notation: string,
  told: ToldMentions & { readonly authors?: readonly string[] } = {},
): { readonly names: (string | null)[]; readonly because: (string | undefined)[] } {
  const { text, mentions, attributions, sources } = mentioned(notation, told);
  const document = createDocument(text, { metadata: { ...noMetadata, authors: told.authors ?? [] } });
  const clusters = clusterMentions(text, mentions, sources, flatLayout);
  const all = findSources(document, attributions, mentions, clusters, sourceTypes);
  const byNumber = attributions
    .map(({ number }, index) => ({ number, source: all[index]! }))
    .sort((a, b) => a.number - b.number);
  return {
    names: byNumber.map(({ source: { name } }) => name && text.slice(name.start, name.end)),
    because: byNumber.map(({ source: { reasons } }) => reasons[0]?.because),
  };
}

/** Small letters enough that no line looks like a headline. */
const quietly = ' while others waited quietly beside the water without saying anything at all.';
const lind = `[{Mara Lind}](source 1) [said](cue 1) [the old bridge leaked](content 1)`;

describe('findSources', () => {
  it.each([
    [
      'the fullest name',
      `Today [{Lind}](source 1) [said](cue 1) [the bridge leaked](content 1), and {Mara Lind} left${quietly}`,
      ['Mara Lind'],
    ],
    [
      'a name without its title',
      `Today [{Mayor Mara Lind}](source 1) [said](cue 1) [the bridge leaked](content 1)${quietly}`,
      ['Mara Lind'],
    ],
    [
      'a name without what follows it',
      `Today [{{Mara Lind}, the mayor,}](source 1) [said](cue 1) [the bridge leaked](content 1)${quietly}`,
      ['Mara Lind'],
    ],
    [
      'a name of a source that no mention is',
      `Today [Mayor Jonas Keel](source 1) [said](cue 1) [the bridge leaked](content 1)${quietly}`,
      ['Jonas Keel'],
    ],
    [
      'the words of a source that names nobody',
      `Today [two bakers](source 1) [said](cue 1) [the bridge leaked](content 1)${quietly}`,
      ['two bakers'],
    ],
    [
      'the mention that covers most of a source',
      `Today [{Mara Lind} too](source 1) [said](cue 1) [the bridge leaked](content 1)${quietly}`,
      ['Mara Lind'],
    ],
    [
      'two persons with something between them',
      `Today [{Senator Jonas Keel of Varo and Senator Mara Lind}](source 1) [said](cue 1) [the bridge leaked](content 1)${quietly}`,
      ['Jonas Keel of Varo and Senator Mara Lind'],
    ],
    [
      'what “many of whom” stands for',
      `Today they met {harbour pilots|other}, [{many of whom|other}](source 1) [said](cue 1) [the bridge leaked](content 1)${quietly}`,
      ['harbour pilots'],
    ],
    [
      'whom a pronoun stands for',
      `Today ${lind}, and [{she}](source 2) [added](cue 2) [it would fall](content 2)${quietly}`,
      ['Mara Lind', 'Mara Lind'],
    ],
  ])('gives %s', (_, notation, names) => {
    expect(found(notation).names).toEqual(names);
  });

  it('leaves a source that stands for more than its name in its own words', () => {
    const notation = `Today {Mara Lind} left. [{Mara Lind and her advisers}](source 1) [said](cue 1) [the bridge leaked](content 1)${quietly}`;
    expect(found(notation).names).toEqual(['Mara Lind and her advisers']);
  });

  it('keeps a group’s own phrase, even where the network links it to a name', () => {
    const notation = `Today {Harbour Watch|organization} met. [{Some members}](source 1) [said](cue 1) [the bridge leaked](content 1)${quietly}`;
    const links = [['Some members', 'Harbour Watch', 9]] as const;
    expect(found(notation, { links, sourceTypes: { 1: 'group' } }).names).toEqual(['Some members']);
    expect(found(notation, { links, sourceTypes: { 1: 'organisation' } }).names).toEqual(['Harbour Watch']);
  });

  it('says mention by mention how it got to the name', () => {
    const notation = `Today ${lind}, and [{she}](source 2) [added](cue 2) [it would fall](content 2)${quietly}`;
    expect(found(notation).because[1]).toBe('“she” is a pronoun for “Mara Lind”');
  });

  describe('a cue without a subject', () => {
    it.each([
      ['“…, adding that”', `${lind}, [adding](cue 2) that [it would fall](content 2).`, 'Mara Lind'],
      ['“… and says”', `${lind} and [says](cue 2) [it would fall](content 2).`, 'Mara Lind'],
      ['“…, but warned”', `${lind}, but [warned](cue 2) [it would fall](content 2).`, 'Mara Lind'],
      ['a new sentence', `${lind}. It rained and [was said](cue 2) [it would fall](content 2).`, null],
      ['a cue that nothing joins', `${lind} as [reported](cue 2) [it would fall](content 2).`, null],
      ['the next paragraph', `${lind}\n\nand [says](cue 2) [it would fall](content 2).`, null],
    ])('has that of the sentence it goes on from: %s', (_, notation, name) => {
      expect(found(`${notation} All${quietly}`).names).toEqual(['Mara Lind', name]);
    });

    it('has it as well where the network knows of somebody', () => {
      const notation = `${lind}. Then it rained, as [stated](cue 2) [in full](content 2). All${quietly}`;
      expect(found(notation, { sourceTypes: { 2: 'person' } }).names).toEqual(['Mara Lind', 'Mara Lind']);
      expect(found(notation, { sourceTypes: { 2: 'none' } }).names).toEqual(['Mara Lind', null]);
    });
  });

  describe('a quotation with nobody beside it', () => {
    it.each([
      ['a sentence later', `${lind}. “[It was old](content 2).”`, 'Mara Lind'],
      ['two paragraphs later', `${lind}.\n\nIt rained all day.\n\n“[It was old](content 2).”`, 'Mara Lind'],
      ['three paragraphs later', `${lind}.\n\nIt rained.\n\nIt snowed.\n\n“[It was old](content 2).”`, null],
    ])('goes on from whoever was quoted before: %s', (_, notation, name) => {
      expect(found(`${notation} All${quietly}`).names).toEqual(['Mara Lind', name]);
    });

    it.each(['–', '—', '--'])('is whose name signs it after %s', (dash) => {
      const notation = `Then {Mara Lind} came. All${quietly}\n\n[“It was old.”](content 1) ${dash} {Commissioner Lind}`;
      expect(found(notation)).toEqual({ names: ['Mara Lind'], because: ['signed after the quotation'] });
    });

    it('is nobody’s where nobody spoke before', () => {
      expect(found(`“[It was old](content 1),” and all${quietly}`)).toEqual({ names: [null], because: [undefined] });
    });
  });

  describe('the first person', () => {
    it('in a quotation is whoever is quoted', () => {
      const notation = `“[[I](source 2) [think](cue 2) [it will fall](content 2)](content 1),” [said](cue 1) [{Mara Lind}](source 1)${quietly}`;
      expect(found(notation, { within: { 2: 1 } })).toEqual({
        names: ['Mara Lind', 'Mara Lind'],
        because: ['so called by the source', '“I” is whoever is quoted'],
      });
    });

    const mine = `All${quietly}\n\nNow [I](source 1) [think](cue 1) [it will fall](content 1) again${quietly}`;

    it.each([
      ['a byline', `By Ana Rao\n\n${mine}`],
      ['a note at the end', `${mine}\n\nAna Rao is a baker in the old town near the harbour.`],
    ])('in the report’s own voice is its author, by %s', (_, notation) => {
      expect(found(notation)).toEqual({ names: ['Ana Rao'], because: ['the report’s author'] });
    });

    it('is whom the page calls its author where the text names them', () => {
      expect(found(`${mine}\n\nWords: Ana Rao`, { authors: ['Ana Rao'] }).names).toEqual(['Ana Rao']);
    });

    it('in a letter is who signs it', () => {
      const letter = (number: number): string =>
        `Now [I](source ${number}) [think](cue ${number}) [it will fall](content ${number}) again${quietly}`;
      expect(found(`All${quietly}\n\n${letter(1)}\n\nAna Rao\n\n${letter(2)}\n\nJonas Keel`).names).toEqual([
        'Ana Rao',
        'Jonas Keel',
      ]);
    });

    it('in the plural, and without an author, stays as it is', () => {
      expect(found(`By Ana Rao\n\n${mine.replace('[I]', '[we]')}`).names).toEqual(['we']);
      expect(found(mine).names).toEqual(['I']);
    });

    it('comes to an end where two first persons stand in each other’s words', () => {
      const notation = 'Now [[I](source 1) think](content 2) [[we](source 2) say](content 1)';
      expect(found(`${notation}${quietly}`).names).toEqual(['I', 'I']);
    });
  });

  it.each([
    ['by one person', 'Mara Lind', 'said'],
    ['in the first person', 'I', 'said'],
    ['by nobody', null, null],
    ['by nobody, but with a cue', null, 'and said'],
  ])('stands thousands of statements in one paragraph %s', (_, source, cue) => {
    const {
      mentions: [lindHere],
    } = mentioned('{Mara Lind}');
    let text = 'so ';
    const mentions: (typeof lindHere & object)[] = [];
    const attributions = Array.from({ length: 5_000 }, (__, index) => {
      const put = (words: string | null): { start: number; end: number }[] => {
        if (words === null) return [];
        const start = text.length;
        text += `${words} `;
        return [{ start, end: start + words.length }];
      };
      const spans = { source: put(source), cue: put(cue), content: put('it rained') };
      if (source === 'Mara Lind') mentions.push({ ...lindHere!, ...spans.source[0]! });
      return {
        ...spans,
        id: `a${index + 1}` as AttributionId,
        parent: null,
        probability: 1,
        roleCertainty: 1,
        meaning: null,
      };
    });
    const clusters = clusterMentions(
      text,
      mentions,
      attributions.flatMap((each) => each.source),
      flatLayout,
    );
    const started = performance.now();
    expect(findSources(createDocument(text), attributions, mentions, clusters, sourceTypes)).toHaveLength(5_000);
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
