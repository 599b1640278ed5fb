/** Far longer than what names a report; matching robots.txt takes time by the length. */
const longest = 4000;

/**
 * An address of the web in its standard spelling, or `null` where it is none: http and https alone, without user name,
 * password and fragment. The spelling makes one of all notations of a literal IP: `http://0x7f.1/` is `http://127.0.0.1/`.
 *
 * @param base - what a relative address starts from
 */
export function webAddress(raw: string, base?: string): string | null {
  const trimmed = raw.length > longest ? '' : raw.trim();
  if (trimmed === '' || !URL.canParse(trimmed, base)) return null;
  const url = new URL(trimmed, base);
  if (!/^https?:$/u.test(url.protocol) || url.hostname === '') return null;
  url.username = '';
  url.password = '';
  url.hash = '';
  return url.href.length > longest ? null : url.href;
}
