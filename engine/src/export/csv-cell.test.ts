import { describe, expect, it } from 'vitest';
import { neutraliseCell, restoreCell } from './csv-cell.ts';

describe('neutraliseCell', () => {
  it.each(['=1+1', '+1', '-1', '@sum', '\tx', '\rx', '\n=x', ' =1+1', '＝1', "'=1", "''=1", '-'])(
    'keeps a spreadsheet from running %j, and can be undone',
    (text) => {
      expect(neutraliseCell(text)).toBe(`'${text}`);
      expect(restoreCell(neutraliseCell(text))).toBe(text);
    },
  );

  it.each(['', 'said', '“=1”', "'tis", "'", '— he said', '[[0,4]]', 'a=b', '1+1'])('leaves %j alone', (text) => {
    expect(neutraliseCell(text)).toBe(text);
    expect(restoreCell(text)).toBe(text);
  });
});
