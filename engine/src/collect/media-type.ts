/** The media type of a `Content-Type` header without its parameters, in lower case, or `null` where there is none. */
export function essenceOf(contentType: string | null): string | null {
  return contentType?.split(';', 1)[0]!.trim().toLowerCase() || null;
}

/**
 * Whether a body of this type may hold a report or lead to some. What names no type, or one that says nothing, may:
 * its content tells.
 */
export function mayHoldReports(contentType: string | null): boolean {
  const essence = essenceOf(contentType);
  if (essence === null || essence.startsWith('text/')) return true;
  return /^application\/(?:octet-stream|pdf|x-pdf|json|feed\+json|xml|warc|gzip|x-gzip|[\w.-]+\+xml)$/u.test(essence);
}
