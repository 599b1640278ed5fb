const iso = /^\d{4}(?:-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?)?)?$/iu;

/**
 * A feed's date in ISO 8601, or `null` where it is none: ISO 8601 as precise as it was given, or RFC 822, of which the
 * time is given in UTC. One without a zone gets none, so that no day shifts with the machine's.
 */
export function feedDate(raw: string | null | undefined): string | null {
  const trimmed = (raw ?? '').trim();
  if (trimmed.length > 100) return null;
  if (iso.test(trimmed)) {
    return Number.isNaN(Date.parse(trimmed.replace(' ', 'T'))) ? null : trimmed.replace(' ', 'T');
  }
  if (!/\b\d{4}\b/u.test(trimmed) || !/\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/iu.test(trimmed))
    return null;
  const zoned = /(?:\b(?:GMT|UTC?|Z|[ECMP][SD]T)|[+-]\d{2}:?\d{2})$/u.test(trimmed);
  const time = Date.parse(zoned ? trimmed : `${trimmed} UTC`);
  if (Number.isNaN(time)) return null;
  const full = new Date(time).toISOString();
  if (!/\d:\d{2}/u.test(trimmed)) return full.slice(0, 10);
  return zoned ? full.replace('.000Z', 'Z') : full.slice(0, 19);
}
