import { describe, expect, it } from 'vitest';
import { annotate } from './annotate.ts';
import { extent, numberAttributions, type FoundAttribution, type RoleSpans } from './attribution.ts';

const nothing: RoleSpans = { source: [], cue: [], content: [] };

/** A content of more pieces than a function takes arguments. */
const shattered: RoleSpans = {
  ...nothing,
  content: Array.from({ length: 300_000 }, (_, i) => ({ start: 3 * i + 1, end: 3 * i + 2 })),
};

describe('extent', () => {
  it('runs from the first character of any role to the last', () => {
    const { attributions } = annotate('So [it leaked](content), [said](cue) [Ms Rao](source) today, [badly](content).');
    expect(extent(attributions[0]!)).toEqual({ start: 3, end: 38 });
  });

  it('is null where every role is empty', () => {
    expect(extent(nothing)).toBeNull();
  });

  it('holds a nested span that ends last', () => {
    expect(extent({ ...nothing, cue: [{ start: 4, end: 6 }], content: [{ start: 0, end: 20 }] })).toEqual({
      start: 0,
      end: 20,
    });
  });

  it('takes hundreds of thousands of pieces', () => {
    expect(extent(shattered)).toEqual({ start: 1, end: 899_999 });
  });
});

describe('numberAttributions', () => {
  it('numbers in order of the first character', () => {
    const late: RoleSpans = { ...nothing, cue: [{ start: 9, end: 12 }] };
    const early: RoleSpans = { ...nothing, content: [{ start: 2, end: 30 }] };
    expect(numberAttributions([late, early])).toEqual([
      { id: 'a1', ...early, parent: null },
      { id: 'a2', ...late, parent: null },
    ]);
  });

  it('lets the cue decide where two share their source', () => {
    const { text, attributions } = annotate(
      '[Rao](source 1, source 2) [said](cue 1) [it leaked](content 1) and [denied](cue 2) [fault](content 2).',
    );
    const cues = (given: readonly RoleSpans[]): string[] =>
      numberAttributions(given).map(({ cue }) => text.slice(cue[0]!.start, cue[0]!.end));
    expect(cues(attributions)).toEqual(['said', 'denied']);
    expect(cues(attributions.toReversed())).toEqual(['said', 'denied']);
  });

  it('puts what encloses another before it where both begin together', () => {
    const { attributions } = annotate(
      '[[Rao](source 2) [fears](cue 2) [a leak](content 2)](content 1), [Lund](source 1) [said](cue 1).',
    );
    const [outer, inner] = attributions as [RoleSpans, RoleSpans];
    expect(numberAttributions([outer], [{ spans: inner, parent: outer }]).map(({ parent }) => parent)).toEqual([
      null,
      'a1',
    ]);
  });

  it('names the attribution whose content encloses a nested one', () => {
    const { attributions } = annotate(
      '[Lund](source 1) [said](cue 1) [[Rao](source 2) [fears](cue 2) [a leak](content 2)](content 1).',
    );
    const [outer, inner] = attributions as [RoleSpans, RoleSpans];
    const numbered = numberAttributions([outer], [{ spans: inner, parent: outer }]);
    expect(numbered.map(({ id, parent }) => [id, parent])).toEqual([
      ['a1', null],
      ['a2', 'a1'],
    ]);
  });

  it('gives a nested attribution no parent where its parent was never found', () => {
    const spans: RoleSpans = { ...nothing, cue: [{ start: 1, end: 2 }] };
    expect(numberAttributions([], [{ spans, parent: nothing }])).toEqual([{ id: 'a1', ...spans, parent: null }]);
  });

  it('leaves out what has no span', () => {
    expect(numberAttributions([nothing])).toEqual([]);
  });

  it('gives the same numbers whatever the order of what was found', () => {
    const spans = [5, 1, 3].map((start): RoleSpans => ({ ...nothing, cue: [{ start, end: start + 1 }] }));
    expect(numberAttributions(spans)).toEqual(numberAttributions(spans.toReversed()));
  });

  it('keeps what else is known of an attribution', () => {
    const found: FoundAttribution = {
      ...nothing,
      cue: [{ start: 1, end: 2 }],
      probability: 0.8,
      roleCertainty: 0.7,
      meaning: { stance: [1], distance: [2], sourceType: [3], react: Float32Array.of(4), claim: Float32Array.of(5) },
    };
    expect(numberAttributions([found])).toEqual([{ ...found, id: 'a1', parent: null }]);
  });

  it('takes an attribution of hundreds of thousands of pieces', () => {
    expect(numberAttributions([shattered])[0]!.content.length).toBe(300_000);
  });
});
