import { describe, expect, it } from 'vitest';
import { annotate } from '../attribution/index.ts';
import { clipDateline } from './clip-dateline.ts';

const { text, attributions } = annotate('[PORT VARDO (Meridian) — It leaked](content), [Rao](source) [said](cue).');
const at = (start: number, end: number): { start: number; end: number } => ({ start, end });
const dateline = { span: at(0, 24), place: at(0, 10), agency: at(12, 20), date: null };

describe('clipDateline', () => {
  it('takes the dateline and the space after it out of a content', () => {
    const clipped = clipDateline(text, dateline, attributions[0]!);
    expect(clipped.content.map(({ start, end }) => text.slice(start, end))).toEqual(['It leaked']);
    expect(clipped.cue).toEqual(attributions[0]!.cue);
  });

  it('drops a span that lies wholly in the dateline', () => {
    expect(clipDateline(text, dateline, { source: [at(12, 20)], cue: [], content: [] }).source).toEqual([]);
  });

  it('changes nothing where there is no dateline', () => {
    expect(clipDateline(text, null, attributions[0]!)).toBe(attributions[0]);
  });
});
