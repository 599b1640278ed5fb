/** The address of a page on the web as it may stand in a link, or `null` for anything else: `javascript:`, a path, nonsense. */
export function webAddress(url: string | null): string | null {
  if (url === null || !/^https?:\/\//iu.test(url) || !URL.canParse(url)) return null;
  return new URL(url).href;
}
