import { describe, expect, it } from 'vitest';
import { parseRobots } from './robots-rules.ts';

const address = 'https://courier.example/robots.txt';
const allows = (text: string, path: string): boolean =>
  parseRobots(address, text).allows(`https://courier.example${path}`);

describe('parseRobots', () => {
  it.each([
    ['nothing is said', '', '/a', true],
    ['everybody is kept out', 'User-agent: *\nDisallow: /', '/a', false],
    ['another is kept out', 'User-agent: grabber\nDisallow: /', '/a', true],
    ['we are let in', 'User-agent: *\nDisallow: /\n\nUser-agent: According/1.0\nAllow: /', '/a', true],
    ['we are kept out with others', 'User-agent: grabber\nUser-agent: according\nDisallow: /x', '/x/1', false],
    ['two others come between', 'User-agent: a\nUser-agent: *\nUser-agent: b\nDisallow: /x', '/x', false],
    ['the longest rule counts', 'User-agent: *\nDisallow: /x\nAllow: /x/news', '/x/news/1', true],
    ['wildcards', 'User-agent: *\nDisallow: /*.pdf$', '/a.pdf', false],
    ['comments and odd line ends', '# no\rUser-agent: * # all\r\nDisallow: /x # yes', '/x', false],
    ['it is a page', '<!doctype html><p>User-agent: *', '/a', true],
  ])('reads it where %s', (_, text, path, expected) => {
    expect(allows(text, path)).toBe(expected);
  });

  it('reads the delay', () => {
    expect(parseRobots(address, 'User-agent: *\nCrawl-delay: 2.5').crawlDelayMs).toBe(2500);
    expect(parseRobots(address, 'User-agent: *\nCrawl-delay: soon').crawlDelayMs).toBe(0);
    expect(parseRobots(address, 'User-agent: *\nCrawl-delay: -1').crawlDelayMs).toBe(0);
  });

  it.each([
    [
      'agents without end',
      Array.from({ length: 30_000 }, (_, i) => `User-agent: a${i}\nUser-agent: *`).join('\n') +
        '\nDisallow: /x'.repeat(10_000),
    ],
    ['wildcards without end', `User-agent: *\n${`Disallow: /${'*a'.repeat(200)}b\n`.repeat(1200)}`],
    ['one endless line', `User-agent: *\nDisallow: /${'*a'.repeat(250_000)}`],
  ])('is quick with %s', (_, text) => {
    const start = performance.now();
    allows(text, `/${'a'.repeat(7000)}`);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
