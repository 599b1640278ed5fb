import { describe, expect, it } from 'vitest';
import { parseColumns } from './parse-columns.ts';

describe('parseColumns', () => {
  it('reads names of columns with anything in them', () => {
    expect(parseColumns(['text=Body = Text', 'Publisher=Naziv 📰', 'date= when'])).toEqual({
      text: 'Body = Text',
      publisher: 'Naziv 📰',
      date: ' when',
    });
    expect(parseColumns([])).toEqual({});
  });

  it.each([
    ['text', 'Expected --column as field=column, such as text=body, got “text”'],
    ['author=a', 'Expected --column to name one of id, text, html, url, title, publisher, date, got “author”'],
    ['__proto__=a', 'Expected --column to name one of id, text, html, url, title, publisher, date, got “__proto__”'],
    ['text= ', 'Expected the name of a column after text=, got nothing'],
  ])('refuses %s', (option, message) => {
    expect(() => parseColumns([option])).toThrow(expect.objectContaining({ code: 'usage', message }));
  });

  it('refuses two columns for one field', () => {
    expect(() => parseColumns(['text=a', 'text=b'])).toThrow('Expected --column text=… once, got it for “a” and “b”');
  });
});
