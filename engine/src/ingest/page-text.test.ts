import { describe, expect, it } from 'vitest';
import { isFurniture, pageDepth, pageParagraphs } from './page-text.ts';
import { parsePage } from './parse-page.ts';

const paragraphs = (html: string): string[] => pageParagraphs(parsePage(html).body);

describe('pageParagraphs', () => {
  it.each([
    ['paragraphs', '<p>One.</p><p>Two.</p>', ['One.', 'Two.']],
    ['paragraphs left open', '<p>One.<p>Two.', ['One.', 'Two.']],
    ['text beside blocks', 'One.<div>Two.</div>Three.', ['One.', 'Two.', 'Three.']],
    ['inline elements', '<p>On<b>e</b> and <a href="#">two</a>.</p>', ['One and two.']],
    ['white space', '<p>\n One\t\u00a0and  two. </p>', ['One and two.']],
    ['one line break', '<p>One<br>and two.</p>', ['One and two.']],
    ['two line breaks', 'One.<br><br>Two.<br/> <br/><br>Three.', ['One.', 'Two.', 'Three.']],
    ['line breaks with a hard space between', 'One.<br>&nbsp;<br>Two.', ['One.', 'Two.']],
    ['line breaks within an inline element', '<b>One.<br><br>Two.</b> More.', ['One.', 'Two. More.']],
    ['lists', '<ul><li>One<li>Two <em>too</em></ul>', ['One', 'Two too']],
    ['nested lists', '<ul><li>One<ul><li>Two</li></ul>three</li></ul>', ['One', 'Two', 'three']],
    ['tables', '<table><tr><th>A<td>B</table>', ['A', 'B']],
    ['block quotations', '<blockquote>One.<p>Two.</p></blockquote>', ['One.', 'Two.']],
    [
      'pictures and their captions',
      '<p>One.</p><figure><img alt="x"><figcaption>Photo</figcaption></figure><p>Two.</p>',
      ['One.', 'Two.'],
    ],
    [
      'navigation, scripts, styles, forms',
      '<nav>a</nav><script>b</script><style>c</style><form>d</form><footer>e</footer><aside>f</aside>One.',
      ['One.'],
    ],
    ['hidden elements', '<p hidden>no</p><p>One.</p>', ['One.']],
    ['comments', '<p>One<!-- no --> more.</p>', ['One more.']],
    ['entities', '<p>&ldquo;R&amp;D&rdquo; &mdash; caf&eacute; &#x1F6A7;</p>', ['“R&D” — café 🚧']],
    ['soft hyphens and zero-width spaces', '<p>com&shy;mis\u200bsioner</p>', ['commissioner']],
    ['emoji, combining marks, right-to-left text', '<p>👩🏽\u200d🚒 e\u0301 مرحبا</p>', ['👩🏽\u200d🚒 e\u0301 مرحبا']],
    ['nothing', '<div> <p></p></div>', []],
  ])('gives paragraphs as readers see them: %s', (_, html, expected) => {
    expect(paragraphs(html)).toEqual(expected);
  });

  it('walks pages of any depth', () => {
    expect(paragraphs(`${'<div>'.repeat(20_000)}deep`)).toEqual(['deep']);
  });
});

describe('pageDepth', () => {
  it('counts elements within one another at the deepest place', () => {
    expect(pageDepth(parsePage('<p>a</p><div><ul><li>b</li></ul></div>').body)).toBe(4);
  });
});

describe('isFurniture', () => {
  it.each([
    'Read more',
    'Read more here',
    'READ MORE: Ferry strike enters third week',
    'Read more here: What the audit says',
    'Read more about the audit',
    'Read this next: Ten quiet beaches',
    'Read also: Ferry strike',
    'See also Ferry strike enters third week',
    'Watch now: The minister in full',
    'Watch more',
    'Read the full story here',
    'More on this story',
    'More from Northport',
    'Related stories',
    'Recommended reading',
    'Also in the news',
    'Advertisement',
    'Share this article',
    'Share',
    'Facebook',
    'Facebook | Twitter | Email',
    'Share on Facebook',
    'Sign up for our morning newsletter',
    'Subscribe',
    'Subscribe to the Courier for one crown a week',
    'Follow us on Bluesky',
    'Click here for the map',
    'Get our free daily newsletter',
    '12 comments',
    'Loading...',
    'Story continues below advertisement',
    'Skip to content',
    'Photo: R. Adeyemi',
    'Image credit: R. Adeyemi / Courier',
    '© 2026 The Northport Courier. All rights reserved.',
    'Copyright 2026 The Northport Courier',
    'Published 3 March 2026',
    'Updated: March 3, 2026 at 10.15',
    'Last updated 10:15',
    'Tuesday, 3 March 2026',
    'March 3, 2026 at 10:15 CET',
    '4 min read',
  ])('tells that it belongs to the page: %s', (paragraph) => {
    expect(isFurniture(paragraph)).toBe(true);
  });

  it.each([
    'Also on Tuesday, the ministry said it would appeal.',
    'Also in the capital, police said two people were hurt.',
    'More in the north reported floods, the agency said.',
    'More from the ministry was expected on Monday, Lund said.',
    'Read this and weep, the minister told her critics.',
    'Read more books, the minister told the children of Kellmarsh.',
    'See also how the vote was split, she added.',
    'Subscribers to the network lost their lines on Monday, the company said.',
    'Subscribe or leave was the choice that the company gave them, he said.',
    'Sign up rates fell, the ministry said.',
    'Copyright law was at the heart of the case, the judge said.',
    'Loading docks were flooded.',
    'Follow us and you will see, she told reporters.',
    'Published in 2019, the study found cracks in March 2018.',
    'Updated rules will apply from March 2026, the ministry said.',
    'Related costs rose, Lund said.',
    'Related parties own the company, the audit found.',
    'Print runs fell.',
    '3 March 2026 was the day on which the tunnel should have opened.',
    'Share prices fell, the exchange said.',
    'Email traffic doubled.',
    'Comments by the minister drew laughter.',
    'Watch makers in Kellmarsh are on strike.',
    'See you in court, he wrote.',
    'Photographers were kept away.',
    'The minister said: “Read more here.”',
    'X marks the spot, she said.',
    '',
  ])('keeps what the report says: %s', (paragraph) => {
    expect(isFurniture(paragraph)).toBe(false);
  });
});
