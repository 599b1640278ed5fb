import { describe, expect, it } from 'vitest';
import { decodeXml, xmlTokens } from './xml-tokens.ts';

const shown = (xml: string): string =>
  [...xmlTokens(xml)]
    .map((token) =>
      token.kind === 'text'
        ? token.text
        : token.kind === 'close'
          ? `[/${token.name}]`
          : `[${token.name}${token.empty ? '/' : ''}]`,
    )
    .join('');

describe('xmlTokens', () => {
  it.each([
    ['tags and texts', '<a><b>x</b></a>', '[a][b]x[/b][/a]'],
    ['prefixes', '<news:title>x</news:title>', '[title]x[/title]'],
    ['attributes with signs of tags', '<a x="1 > 2" y=\'</a>\'/>', '[a/]'],
    [
      'comments, instructions, doctypes',
      '<?xml version="1.0"?><!-- <b> --><!DOCTYPE a [<!ENTITY x "<y>">]><a/>',
      '[a/]',
    ],
    ['sections', '<a><![CDATA[<b>&amp;]]></a>', '[a]<b>&amp;[/a]'],
    ['entities', '<a>&lt;&#128679;&#x1F6A7;&amp;amp;&own;</a>', '[a]<🚧🚧&amp;&own;[/a]'],
    ['line ends in tags', '<a\r\n  x="1"\r\n>', '[a]'],
  ])('splits %s', (_, xml, expected) => {
    expect(shown(xml)).toBe(expected);
  });

  it.each([['<a'], ['<a "'], ['<!--'], ['<![CDATA[x'], ['<?'], ['<a <b>'], ['<!DOCTYPE [<!ENTITY a'], ['<<<<']])(
    'throws where nothing closes: %s',
    (xml) => {
      expect(() => shown(xml)).toThrow(/never closed/u);
    },
  );

  it.each([['<'], ['<a "'], ['<!'], ['<a>&'], ['&#'], ['<![CDATA['], ['</a'], ["<a x='"], ['<!DOCTYPE x "']])(
    'is quick with “%s” without end',
    (piece) => {
      const start = performance.now();
      try {
        for (const token of xmlTokens(piece.repeat(500_000))) void token;
      } catch {
        // As it should be.
      }
      expect(performance.now() - start).toBeLessThan(2000);
    },
  );
});

describe('decodeXml', () => {
  it('leaves what is no character', () => {
    expect(decodeXml('&#0;&#xD800;&#x110000;&nbsp;&')).toBe('&#0;&#xD800;&#x110000;&nbsp;&');
  });
});
