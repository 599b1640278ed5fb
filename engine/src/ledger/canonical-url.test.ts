import { describe, expect, it } from 'vitest';
import { canonicalUrl } from './canonical-url.ts';

describe('canonicalUrl', () => {
  it.each([
    ['a host in capitals', 'https://NEWS.Example/Story', 'https://news.example/Story'],
    ['a fragment', 'https://news.example/a#top', 'https://news.example/a'],
    ['a default port', 'https://news.example:443/a', 'https://news.example/a'],
    ['another port', 'http://news.example:8080/a', 'http://news.example:8080/a'],
    ['tracking', 'https://news.example/a?utm_source=x&id=7&fbclid=1&gclid=2', 'https://news.example/a?id=7'],
    ['nothing but tracking', 'https://news.example/a?UTM_Medium=x', 'https://news.example/a'],
    ['an unsorted query', 'https://news.example/a?b=2&a=1&b=1', 'https://news.example/a?a=1&b=1&b=2'],
    ['a slash at the end', 'https://news.example/a/', 'https://news.example/a'],
    ['a root', 'https://news.example', 'https://news.example/'],
    ['a user', 'https://me:secret@news.example/a', 'https://news.example/a'],
    ['a final dot', 'https://news.example./a', 'https://news.example/a'],
    ['an international name', 'https://Zürich.example/ä', 'https://xn--zrich-kva.example/%C3%A4'],
    ['dots in the path', 'https://news.example/a/../b', 'https://news.example/b'],
  ])('brings %s to one spelling', (_, url, canonical) => {
    expect(canonicalUrl(url)).toBe(canonical);
    expect(canonicalUrl(canonical)).toBe(canonical);
  });

  it.each(['reports/a.html', 'file:///a.html', 'javascript:alert(1)', '', `https://news.example/${'a'.repeat(9000)}`])(
    'takes %s for none',
    (url) => expect(canonicalUrl(url)).toBeNull(),
  );
});
