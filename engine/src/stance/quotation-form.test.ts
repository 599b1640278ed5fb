import { describe, expect, it } from 'vitest';
import { annotate } from '../attribution/index.ts';
import { quotationForms } from './quotation-form.ts';

/** The forms of the contents of the notation. */
function forms(notation: string): string[] {
  const { text, attributions } = annotate(notation);
  return quotationForms(
    text,
    attributions.map(({ content }) => content),
  );
}

describe('quotationForms', () => {
  it.each([
    ['all of it in marks', '[“It leaked,”](content) said Rao.', 'direct'],
    ['marks left outside', 'Rao said: “[It leaked](content).”', 'direct'],
    ['some of it in marks', 'Rao said [it “leaked” twice](content).', 'mixed'],
    ['none of it in marks', 'Rao said [it leaked](content).', 'indirect'],
    ['marks elsewhere in the sentence', 'The “chief” said [it leaked](content) on a “dry” day.', 'indirect'],
    ['straight marks', '["It leaked,"](content) said Rao.', 'direct'],
    ['marks typed as two apostrophes', "[''It leaked,''](content) said Rao.", 'direct'],
    ['marks typed as accents', "Rao said [it ``leaked'' twice](content).", 'mixed'],
    ['two pieces in marks', '[“It leaked,”](content) said Rao, [“twice.”](content)', 'direct'],
    ['one piece of two in marks', '[“It leaked,”](content) said Rao, [and twice](content).', 'mixed'],
    ['no content', '[Rao](source) [spoke](cue).', 'indirect'],
    ['a content without words', 'Rao said: [—](content) “yes”.', 'indirect'],
    ['marks with nothing within', 'Rao said [it leaked “” twice](content).', 'indirect'],
  ])('tells how much of a content stands in quotation marks: %s', (_, notation, form) => {
    expect(forms(notation)).toEqual([form]);
  });

  it('takes a `that` outside the marks for the report’s, however long the quotation', () => {
    expect(forms('Rao said [that “it leaked”](content).')).toEqual(['mixed']);
    expect(forms(`Rao said [that “it leaked${' and leaked'.repeat(40)}”](content).`)).toEqual(['mixed']);
    expect(forms('Rao said [“that it leaked”](content).')).toEqual(['direct']);
  });

  it('overlooks a stray word at the edge of a long quotation', () => {
    expect(forms(`Rao [said “it leaked${' and leaked'.repeat(40)}”](content).`)).toEqual(['direct']);
  });

  it.each([
    ['a headline', '[‘Ministers knew’](content): report', 'direct'],
    ['a headline in straight marks', "['Ministers knew'](content): report", 'direct'],
    ['a word of a headline', "[Pump 'failed twice' in Varo](content), panel says", 'mixed'],
    ['a possessive within', "['Residents' fears were ignored'](content), says panel", 'direct'],
    ['a stop before the mark', "['It leaked.'](content) So said Rao.", 'direct'],
    ['two of them', "['It leaked'](content) and ['it burst'](content), says Rao", 'direct'],
    ['one of them within double marks', '[“It ‘leaked’ twice,”](content) said Rao.', 'direct'],
  ])('knows single marks: %s', (_, notation, form) => {
    expect(forms(notation)).toEqual([form]);
  });

  it.each([
    ['a possessive', 'Rao said [the ministry’s pump leaked](content).'],
    ['a possessive of many', "Rao said [the ministers' pump and the farmers' fields leaked](content)."],
    ['a contraction', "Rao said [it didn't leak and won't](content)."],
    ['a decade', "Rao said [the '90s pump served the farmers' needs](content)."],
    ['words that lost their start', "Rao said [they told 'em 'til the workers' strike](content)."],
    ['rock ’n’ roll', "Rao said [it was rock 'n' roll](content)."],
    ['feet', "Rao said [the 6' wall and the dogs' kennel leaked](content)."],
    ['a name', "Rao said [O'Keel's and D'Arno's pumps leaked](content)."],
    ['an opening that nothing closes', "Rao said [it was 'over](content)."],
    ['an opening that the next paragraph closes', "Rao said [it was 'over](content).\nIt was the workers' fault."],
  ])('takes an apostrophe for no mark: %s', (_, notation) => {
    expect(forms(notation)).toEqual(['indirect']);
  });

  it('counts a quotation that goes on over several paragraphs', () => {
    expect(
      forms('Rao said: [“It leaked.](content)\n\n[“It leaked again.](content)\n\n[“And again.”](content)'),
    ).toEqual(['direct']);
    expect(forms('Rao said: [“It leaked.\n\n“It leaked again.”](content)')).toEqual(['direct']);
    expect(forms('Rao said: [“It leaked.”\n\nIt leaked again](content).')).toEqual(['mixed']);
  });

  it('keeps its place behind emoji, combining marks and right-to-left text', () => {
    const notation =
      '🚧💧 Re\u0301ne قال [“تسرّب 💧 الماء”](content 1). 👩🏽‍🚒 Rao said [cafe\u0301 💧 water leaked](content 2) and [“💧 twice”](content 3).';
    expect(forms(notation)).toEqual(['direct', 'indirect', 'direct']);
  });

  it('tells contents apart that lie in any order and in one another', () => {
    const notation =
      '[“It leaked twice,”](content 3) said Rao. Lund said [it “leaked, [they feared](content 1)”](content 2).';
    expect(forms(notation)).toEqual(['direct', 'mixed', 'direct']);
  });

  it.each(["'", "'a ", "'a' ", "s' a ", '"a" \'b\' ', '‘a', '\n“a'])(
    'gets through a text of nothing but %j',
    (unit) => {
      const text = unit.repeat(500_000 / unit.length);
      const started = performance.now();
      expect(quotationForms(text, [[{ start: 0, end: text.length }]])).toHaveLength(1);
      expect(performance.now() - started).toBeLessThan(20_000);
    },
  );

  it('gets through three million apostrophes', () => {
    const text = "'".repeat(3_000_000);
    expect(quotationForms(text, [[{ start: 0, end: text.length }]])).toEqual(['indirect']);
  });

  it('gets through many contents', () => {
    const unit = '"Yes," said \'Ed\'. ';
    const text = unit.repeat(50_000);
    const contents = Array.from({ length: 50_000 }, (_, i) => [{ start: i * unit.length, end: i * unit.length + 6 }]);
    const started = performance.now();
    expect(new Set(quotationForms(text, contents))).toEqual(new Set(['direct']));
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
