/** Words of its beginning and of its end by which a browser finds a stretch of text. */
const words = 6;

/** The address of a page on the web as it may stand in a link, or `null` for anything else: `javascript:`, a path, nonsense. */
export function webAddress(url: string | null): string | null {
  if (url === null || !/^https?:\/\//iu.test(url) || !URL.canParse(url)) return null;
  return new URL(url).href;
}

/**
 * The address with a text fragment, which makes browsers scroll to these words and mark them; those that cannot go to the
 * page alone.
 *
 * @see https://wicg.github.io/scroll-to-text-fragment/
 */
export function linkToWords(address: string, text: string): string {
  const all = text.trim().split(/\s+/u);
  if (all[0] === '' || all[0] === undefined) return address;
  const parts = all.length <= 2 * words ? [all] : [all.slice(0, words), all.slice(-words)];
  // A dash has a meaning of its own there.
  const directive = parts.map((part) => encodeURIComponent(part.join(' ').toWellFormed()).replaceAll('-', '%2D'));
  return `${address}${address.includes('#') ? '' : '#'}:~:text=${directive.join(',')}`;
}
