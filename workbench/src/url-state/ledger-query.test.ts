import { describe, expect, it } from 'vitest';
import { searchOf } from '../api/index.ts';
import { isFiltered, queryFromSearch, toggled } from './ledger-query.ts';

describe('the filters in an address', () => {
  it('become the server’s parameters, lists as lists', () => {
    const search = new URLSearchParams('words=cracks&stance=denies&stance=doubts&disputed=true&sort=date&statement=7');
    expect(queryFromSearch(search)).toEqual({ words: 'cracks', stance: ['denies', 'doubts'], disputed: true });
  });

  it('come out as they went in', () => {
    const search = new URLSearchParams('words=“no such letter”&from=2026-03&publisher=The+Northport+Courier&kind=any');
    const query = queryFromSearch(search);
    expect(Object.keys(query)).toEqual(['words', 'from', 'kind', 'publisher']);
    expect(queryFromSearch(searchOf(query))).toEqual(query);
  });

  it('leave out what is empty or said twice', () => {
    const search = new URLSearchParams('words=+&stance=&stance=asks&stance=asks&disputed=maybe');
    expect(queryFromSearch(search)).toEqual({ stance: ['asks'] });
  });

  it('keep an empty outlet, which stands for reports without one', () => {
    expect(queryFromSearch(new URLSearchParams('publisher='))).toEqual({ publisher: [''] });
  });

  it('leave a value that is none to the server, which says what is wrong with it', () => {
    expect(queryFromSearch(new URLSearchParams('stance=shouts'))).toEqual({ stance: ['shouts'] });
  });

  it('count as filtered where more than words is asked for', () => {
    expect(isFiltered({ words: 'cracks', within: 'content' })).toBe(false);
    expect(isFiltered({ disputed: true })).toBe(true);
  });
});

describe('toggled', () => {
  it('puts a value in, and takes it out again', () => {
    expect(toggled(toggled(['asks'], 'denies'), 'asks')).toEqual(['denies']);
  });
});
