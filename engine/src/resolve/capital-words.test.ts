import { describe, expect, it } from 'vitest';
import { CapitalWords } from './capital-words.ts';

/** Whether a name, where it first stands in a text, has its capital by place; `[` before it picks the place. */
function byPlace(marked: string, name: string): boolean {
  const start = Math.max(0, marked.indexOf('['));
  const text = marked.replace('[', '');
  return new CapitalWords(text).isByPlace({ start, end: start + name.length });
}

describe('CapitalWords', () => {
  it.each([
    ['the start of the text', 'Critics said no.', 'Critics'],
    ['the start of a sentence', 'It rained. [Critics said no.', 'Critics'],
    ['a sentence after a question', 'Why now? [Critics said no.', 'Critics'],
    ['a sentence after a quotation', '“It leaked.” [Critics said no.', 'Critics'],
    ['a sentence in brackets', 'It rained. ([Critics said no.)', 'Critics'],
    ['the start of a paragraph', 'It rained\n\n[Critics said no.', 'Critics'],
    ['the start of a quotation', '“[Critics said no.”', 'Critics'],
    ['a quotation after a stop', 'It rained. “[Critics said no.”', 'Critics'],
    ['a quotation after a colon', 'Rao said: “[Critics said no.”', 'Critics'],
    ['a quotation after a comma', 'Rao said, “[Critics said no.”', 'Critics'],
    ['white space before it', '  \n [Critics said no.', 'Critics'],
  ])('are told by their place: %s', (_, text, name) => {
    expect(byPlace(text, name)).toBe(true);
  });

  it.each([
    ['within a sentence', 'It rained in [Varo all day.', 'Varo'],
    ['a name of several words', '[Mara Lind said no.', 'Mara Lind'],
    ['a name that stands within a sentence elsewhere', '[Varo fell. They left Varo today.', 'Varo'],
    ['a name that ends a sentence elsewhere', '[Varo fell. They left Varo.', 'Varo'],
    ['a name that owns something elsewhere', '[Lind said no to Lind’s plan.', 'Lind'],
    ['a name that owns something itself', '[Lind’s plan was that of Lind alone.', 'Lind’s'],
    ['a name in marks elsewhere', '[Voice won. She called it “Voice” again.', 'Voice'],
    ['an abbreviation', '[NATO said no.', 'NATO'],
    ['a name with its dots', '[U.S. officials, as the U.S. is, said no.', 'U.S.'],
    ['a name after a comma', 'In the north, [Varo fell.', 'Varo'],
    ['a name after a title', 'They saw Mr. [Lind once.', 'Lind'],
    ['a name after an initial', 'They saw M. [Lind once.', 'Lind'],
    ['a name whose title ends like a sentence', '[Lind fell. They saw Gen. Lind once.', 'Lind'],
  ])('are told from names: %s', (_, text, name) => {
    expect(byPlace(text, name)).toBe(false);
  });

  const body = '\n\nThe mayor, Mara Lind, met the U.S. envoy at noon and spoke of claims about a bridge.';

  it.each([
    ['a word', 'Mayor Rejects [Claims About Bridge', 'Claims', true],
    ['several words', 'Mayor [Rejects Claims About Bridge', 'Rejects Claims', true],
    ['its first word', '[Mayor Rejects Claims About Bridge', 'Mayor', true],
    ['small words between', 'Mayor of a Town Rejects the [Claims on It', 'Claims', true],
    ['a name of the report', 'Mayor [Lind Rejects Claims About Bridge', 'Lind', false],
    ['a name of the report that owns something', 'Envoy Backs [Lind’s Claims About Bridge', 'Lind’s', false],
    ['a name with a word beside it', 'Mayor [Lind Rejects Claims About Bridge', 'Lind Rejects', false],
    ['an abbreviation with dots', '[U.S. Envoy Rejects Claims About Bridge', 'U.S.', false],
    ['an abbreviation', 'Town Sues [NATO About Bridge Claims', 'NATO', false],
    ['a headline in capitals', 'MAYOR REJECTS [CLAIMS', 'CLAIMS', false],
  ])('are told in a headline in title case: %s', (_, headline, name, expected) => {
    expect(byPlace(headline + body, name)).toBe(expected);
  });

  it('take a headline in small letters for a sentence', () => {
    expect(byPlace(`Town rejects claims about [Varo bridge${body}`, 'Varo')).toBe(false);
  });

  it('learn no names from a headline', () => {
    expect(byPlace('[Claims fell. It rained.\n\nMayor Rejects Claims About Bridge', 'Claims')).toBe(true);
  });

  it('keep their places behind emoji, combining marks and right-to-left text', () => {
    expect(byPlace('🚧💧 قال نعم. [Re\u0301ne said no.', 'Re\u0301ne')).toBe(true);
    expect(byPlace('🚧💧 قال [Re\u0301ne no.', 'Re\u0301ne')).toBe(false);
  });

  it.each([
    ['a word that opens a sentence', '[Critics said no.', 'Critics', true],
    ['a name that opens a sentence and stands within another', '[Varo fell. They left Varo.', 'Varo', false],
    ['a word within a sentence', 'It rained on [Critics there.', 'Critics', false],
  ])('tell what opens a sentence: %s', (_, marked, found, expected) => {
    expect(new CapitalWords(marked.replace('[', '')).isOpening(marked.indexOf('['), found)).toBe(expected);
  });

  it('tell what stands in a headline', () => {
    const text = `Mayor Rejects Claims\n\nIt rained all day.\n\nTown Sues Bridge Maker${body}`;
    const inHeadline = (words: string): boolean => {
      const start = text.indexOf(words);
      return new CapitalWords(text).inHeadline({ start, end: start + words.length });
    };
    expect(
      ['Mayor', 'Rejects Claims', 'rained', 'Town Sues Bridge Maker', 'Mara', 'all day.\n\nTown'].map(inHeadline),
    ).toEqual([true, true, false, true, false, false]);
  });

  it.each(['A', "A'", 'A. ', '“', ' ', '\n', 'Aaaa Bbbb\n', "a''''", 'Aa Bb. '])(
    'stand a text of nothing but %j',
    (unit) => {
      const text = unit.repeat(300_000 / unit.length);
      const started = performance.now();
      const capitals = new CapitalWords(text);
      for (let start = 0; start < text.length; start += 10) capitals.isByPlace({ start, end: start + 4 });
      capitals.isByPlace({ start: 0, end: text.length });
      expect(performance.now() - started).toBeLessThan(20_000);
    },
  );

  it('stand a word that is all but apostrophes', () => {
    const text = `It was A${"'".repeat(300_000)}b.`;
    const started = performance.now();
    expect(new CapitalWords(text).isByPlace({ start: 7, end: text.length })).toBe(false);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
