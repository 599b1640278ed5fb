import { describe, expect, it } from 'vitest';
import { isFurniture } from './furniture.ts';

describe('isFurniture', () => {
  it.each([
    'Read more: Dam closed',
    'Click here for the latest.',
    'Watch the video above.',
    'Follow us on Facebook',
    'Editor’s note: The dam is old.',
    '(Reporting by Ana Okonjo; Editing by Piet Lund.)',
    'Ana Okonjo and Piet Lund contributed reporting.',
    'This story has been updated.',
    'An earlier version of this article gave a wrong year.',
    'https://vardo.example',
    '© 2026 Vardo Herald',
    'By Ana Okonjo',
    '— — —',
    '',
  ])('tells what is the page’s: %s', (text) => {
    expect(isFurniture(text)).toBe(true);
  });

  it.each([
    'By the time the dam broke, the port was empty.',
    'Readers found the report in the harbour.',
    'The photo was taken in May.',
    'Contact with the ship was lost on Monday.',
    'Sources of water are few in the valley.',
    'Watching the dam, the council waited.',
    'More than nine ships left the port.',
    'The article was published in May.',
  ])('leaves what a report might say: %s', (text) => {
    expect(isFurniture(text)).toBe(false);
  });
});
