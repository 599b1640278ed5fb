import { describe, expect, it } from 'vitest';
import { toWordsOf } from './text-fragment.ts';
import { webAddress } from './web-address.ts';

describe('toWordsOf', () => {
  it.each([
    { name: 'a short sentence, whole', text: 'Rain fell, it said.', fragment: '#:~:text=Rain%20fell%2C%20it%20said.' },
    {
      name: 'a long one, by its ends',
      text: 'One two three four five six seven eight nine ten eleven well-known thirteen fourteen.',
      fragment:
        '#:~:text=One%20two%20three%20four%20five%20six,nine%20ten%20eleven%20well%2Dknown%20thirteen%20fourteen.',
    },
    { name: 'no words at all', text: '  ', fragment: '' },
    { name: 'half a surrogate pair', text: 'a\ud83d', fragment: '#:~:text=a%EF%BF%BD' },
  ])('leads to $name', ({ text, fragment }) => {
    expect(toWordsOf('https://courier.example/', text)).toBe(`https://courier.example/${fragment}`);
  });

  it('keeps the fragment that an address has', () => {
    expect(toWordsOf('https://courier.example/#top', 'Rain')).toBe('https://courier.example/#top:~:text=Rain');
  });
});

describe('webAddress', () => {
  it('is an address of the web, made safe, or none', () => {
    expect(webAddress('https://courier.example/a b"')).toBe('https://courier.example/a%20b%22');
    for (const other of ['javascript:alert(1)', 'data:text/html,x', '/tmp/report.html', 'https://', null]) {
      expect(webAddress(other)).toBeNull();
    }
  });
});
