import { describe, expect, it } from 'vitest';
import { paragraphsOf, segmentsOf, type MarkedSpan } from './segments.ts';

/** Segments as `words[marks]`, paragraphs apart. */
function shown(text: string, spans: readonly MarkedSpan<string>[]): string[] {
  return segmentsOf(paragraphsOf(text), spans).map((segments) =>
    segments.map(({ start, end, marks }) => `${text.slice(start, end)}[${marks.join('+')}]`).join(''),
  );
}

const span = (start: number, end: number, mark: string): MarkedSpan<string> => ({ start, end, mark });

describe('the segments of a text', () => {
  it.each([
    { name: 'no span at all', spans: [], is: ['Rao said no.[]'] },
    { name: 'spans side by side', spans: [span(0, 3, 's'), span(4, 8, 'q')], is: ['Rao[s] [] said[q] no.[]'] },
    { name: 'one within another', spans: [span(4, 8, 'q'), span(0, 12, 'c')], is: ['Rao [c]said[c+q] no.[c]'] },
    { name: 'overlapping spans', spans: [span(0, 8, 'a'), span(4, 12, 'b')], is: ['Rao [a]said[a+b] no.[b]'] },
    { name: 'the same span twice', spans: [span(0, 3, 'a'), span(0, 3, 'b')], is: ['Rao[a+b] said no.[]'] },
    { name: 'an empty span', spans: [span(4, 4, 'x')], is: ['Rao said no.[]'] },
    { name: 'a span that goes beyond the text', spans: [span(9, 99, 'x')], is: ['Rao said [] no.[x]'] },
  ])('hold $name', ({ spans, is }) => {
    const joined = (parts: readonly string[]): string[] => parts.map((part) => part.replaceAll(' ', ''));
    expect(joined(shown('Rao said no.', spans))).toEqual(joined(is));
  });

  it('go on in the next paragraph where a span does, and leave the white space between them out', () => {
    expect(shown('“One.\n\n  Two.” Three.', [span(0, 14, 'c')])).toEqual(['“One.[c]', 'Two.”[c] Three.[]']);
  });

  it('start at a span that began in white space between two paragraphs', () => {
    expect(shown('One.\n\nTwo.', [span(5, 8, 'c')])).toEqual(['One.[]', 'Tw[c]o.[]']);
  });

  it('cover every character of every paragraph once', () => {
    const text = 'Ana 👩‍🚒 said\nשלום and\n\nleft. '.repeat(20);
    const spans = Array.from({ length: 200 }, (_, index) =>
      span((index * 37) % 300, ((index * 37) % 300) + (index % 90), `${index}`),
    );
    const paragraphs = paragraphsOf(text);
    segmentsOf(paragraphs, spans).forEach((segments, index) => {
      expect(segments[0]?.start).toBe(paragraphs[index]!.start);
      expect(segments.at(-1)?.end).toBe(paragraphs[index]!.end);
      segments.slice(1).forEach(({ start }, at) => expect(start).toBe(segments[at]!.end));
      for (const { start, end, marks } of segments) {
        const covering = spans.filter((mark) => mark.start <= start && mark.end >= end && mark.start < mark.end);
        expect([...marks].sort()).toEqual(covering.map(({ mark }) => mark).sort());
      }
    });
  });
});
