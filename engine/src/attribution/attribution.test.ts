import { describe, expect, it } from 'vitest';
import { annotate } from './annotate.ts';
import { extent, numberAttributions, type RoleSpans } from './attribution.ts';

const nothing: RoleSpans = { source: [], cue: [], content: [] };

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
});

describe('numberAttributions', () => {
  it('numbers in order of the first character, the longer first where two begin together', () => {
    const late: RoleSpans = { ...nothing, cue: [{ start: 9, end: 12 }] };
    const long: RoleSpans = { ...nothing, content: [{ start: 2, end: 30 }] };
    const short: RoleSpans = { ...nothing, content: [{ start: 2, end: 10 }] };
    expect(numberAttributions([late, long, short])).toEqual([
      { id: 'a1', ...long, parent: null },
      { id: 'a2', ...short, parent: null },
      { id: 'a3', ...late, parent: null },
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
});
