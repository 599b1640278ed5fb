import { describe, expect, it } from 'vitest';
import { parsePage } from './parse-page.ts';
import { removeBoxes } from './remove-boxes.ts';

const report = `<p>${'The tunnel leaked, the minister said. '.repeat(30)}</p>`;

function without(box: string): string {
  const page = parsePage(report + box);
  removeBoxes(page);
  return page.body.textContent!.replace(parsePage(report).body.textContent!, '');
}

describe('removeBoxes', () => {
  it.each([
    ['newsletter', '<div class="box newsletter-box"><h3>The morning post</h3></div>'],
    ['cookie banner', '<div id="cookie-banner">We use cookies</div>'],
    ['dialogue', '<div role="dialog">Are you over 18?</div>'],
    ['share links', '<ul class="article__share"><li>Post</li></ul>'],
    ['boxes within boxes', '<div class="related"><div class="related-item">Ferry strike</div></div>'],
  ])('takes out: %s', (_, box) => {
    expect(without(box)).toBe('');
  });

  it.each([
    ['words that hold such a word', '<div class="shareholders unrelated">They met.</div>'],
    ['elements without a name', '<div>Sign up, he said.</div>'],
    ['long text', `<div class="social">${'They met. '.repeat(100)}</div>`],
  ])('keeps %s', (_, box) => {
    expect(without(box)).not.toBe('');
  });

  it('keeps all of a page that would lose most of itself', () => {
    const page = parsePage('<div class="newsletter">The tunnel leaked.</div>');
    removeBoxes(page);
    expect(page.body.textContent).toBe('The tunnel leaked.');
  });
});
