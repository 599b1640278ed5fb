const tracking =
  /^(?:utm_.*|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|igshid|twclid|ttclid|mc_[ce]id|_hs(?:enc|mi)|mkt_tok|ns_(?:campaign|mchannel|source|linkname)|cmpid|ito|at_(?:medium|campaign|custom\d?|link_.*|format|ptr_name|bbc_team)|ocid|smid|ref_src|ref_url|__twitter_impression|guccounter|guce_.*)$/iu;

/**
 * One spelling for all addresses of a page: lower-case host without a final dot, no user, default port, fragment or
 * tracking parameters, the query sorted, no slash at the end.
 *
 * @returns null where it is no http or https URL
 */
export function canonicalUrl(url: string): string | null {
  // Addresses longer than any server takes are none: their length would become ours.
  if (url.length > 8192 || !URL.canParse(url)) return null;
  const parsed = new URL(url);
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return null;
  const parameters = [...parsed.searchParams]
    .filter(([name]) => !tracking.test(name))
    .sort(([a, x], [b, y]) => compare(a, b) || compare(x, y));
  const query = new URLSearchParams(parameters).toString();
  const host = parsed.hostname.replace(/\.$/u, '');
  const port = parsed.port === '' ? '' : `:${parsed.port}`;
  const path = parsed.pathname.endsWith('/') ? parsed.pathname.slice(0, -1) : parsed.pathname;
  return `${parsed.protocol}//${host}${port}${path === '' ? '/' : path}${query === '' ? '' : `?${query}`}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
