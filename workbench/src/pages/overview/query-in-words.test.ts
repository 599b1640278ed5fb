import { describe, expect, it } from 'vitest';
import { reportDateOf } from '../../words/index.ts';
import { queryInWords } from './query-in-words.ts';

describe('a query in words', () => {
  it('tells all that narrows it', () => {
    const query = { words: 'tunnel', stance: ['denies', 'directs'], publisher: [''], from: '2016', disputed: true };
    expect(queryInWords(query)).toBe(
      `with: tunnel · denies or demands · no outlet known · from ${reportDateOf('2016')} · disputed`,
    );
  });

  it('is empty where everything is counted', () => {
    expect(queryInWords({})).toBe('');
  });
});
