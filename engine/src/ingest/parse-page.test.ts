import { describe, expect, it } from 'vitest';
import { parsePage } from './parse-page.ts';

describe('parsePage', () => {
  it.each([
    [
      'all tags',
      '<!DOCTYPE html><html lang="en"><head><title>T</title></head><body class="x"><p>One</p></body></html>',
      'T',
      'One',
    ],
    ['no tag of the three', '<title>T</title><meta name="a" content="b"><p>One</p>', 'T', 'One'],
    ['html alone', '<html><title>T</title><p>One</p></html>', 'T', 'One'],
    ['head alone', '<head><title>T</title></head><p>One</p>', 'T', 'One'],
    ['two paragraphs side by side', '<p>One</p><p>Two</p>', '', 'OneTwo'],
    ['text outside elements', 'One <b>Two</b> Three', '', 'One Two Three'],
    ['text behind the end', '<html><body>One</body></html>Two', '', 'OneTwo'],
    ['a comment alone', '<!-- x -->', '', ''],
    ['nothing', '', '', ''],
    ['an element named alike', '<header>One</header>', '', 'One'],
    [
      'XHTML',
      '<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD"><html><head><title>T</title></head><body>One</body></html>',
      'T',
      'One',
    ],
  ])('gives head and body: %s', (_, html, title, text) => {
    const page = parsePage(html);
    expect(page.title).toBe(title);
    expect(page.body.textContent).toBe(text);
  });

  it('finds attributes whose names are in upper case', () => {
    const page = parsePage('<META NAME="author" CONTENT="A. Okonjo"><P CLASS="x">One</P>');
    expect(page.querySelector('meta[name="author"]')?.getAttribute('content')).toBe('A. Okonjo');
  });

  it('keeps scripts that stand in the body where readers of the page can find them', () => {
    const page = parsePage('<p>One</p><script type="application/ld+json">{"a": "<body>"}</script>');
    expect(page.querySelectorAll('script[type="application/ld+json"]')).toHaveLength(1);
  });
});
