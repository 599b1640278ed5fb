/** Words of its beginning and of its end by which a browser finds a stretch of text. */
const words = 6;

/**
 * The address with a text fragment, which makes browsers scroll to these words and mark them; those that cannot go to the page alone.
 *
 * @param address - of a page on the web, as `webAddress` gives it
 * @see https://wicg.github.io/scroll-to-text-fragment/
 */
export function toWordsOf(address: string, text: string): string {
  // Enough for the words at both ends, however long the text is.
  const first = text.slice(0, 400).toWellFormed().trim().split(/\s+/u);
  const last = text.slice(-400).toWellFormed().trim().split(/\s+/u);
  const parts =
    text.length <= 400 && first.length <= 2 * words
      ? [first.join(' ')]
      : [first.slice(0, words).join(' '), last.slice(-words).join(' ')];
  if (parts[0] === '') return address;
  // A dash has a meaning of its own there.
  const directive = parts.map((part) => encodeURIComponent(part).replaceAll('-', '%2D')).join(',');
  return `${address}${address.includes('#') ? '' : '#'}:~:text=${directive}`;
}
