import { describe, expect, it } from 'vitest';
import { webAddress } from './web-address.ts';

describe('webAddress', () => {
  it.each([
    [' HTTPS://Courier.example:443/a#top ', 'https://courier.example/a'],
    ['http://me:pw@courier.example/', 'http://courier.example/'],
    ['http://0x7f.1/', 'http://127.0.0.1/'],
    ['https://courier.example/قال 🚧', 'https://courier.example/%D9%82%D8%A7%D9%84%20%F0%9F%9A%A7'],
    ['https://zürich.example/', 'https://xn--zrich-kva.example/'],
  ])('spells %s in the standard way', (raw, expected) => {
    expect(webAddress(raw)).toBe(expected);
  });

  it('starts from a base', () => {
    expect(webAddress('../b', 'https://courier.example/x/y/')).toBe('https://courier.example/x/b');
  });

  it.each([
    ['file:///etc/hostname'],
    ['javascript:alert(1)'],
    ['//courier.example'],
    ['https://'],
    [''],
    [`https://a.example/${'x'.repeat(5000)}`],
  ])('is null for %s', (raw) => {
    expect(webAddress(raw)).toBeNull();
  });
});
