const iso =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/u;
const monthName = /\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b/iu;

/**
 * A date in ISO 8601, as precise as it was given, or `null` where no date can be told.
 *
 * What names no time gets none, and what names no zone gets none either. “03/04/2026” is the third of April to some and
 * the fourth of March to others, so it is no date.
 */
export function isoDate(raw: string): string | null {
  const given = iso.exec(raw.trim());
  if (given !== null) {
    const [, year, month = '01', day = '01', , zone] = given;
    if (!isDay(Number(year), Number(month), Number(day)) || Number.isNaN(Date.parse(`${year}-${month}-${day}`)))
      return null;
    const plain = raw.trim().replace(/^(\S{10}) /u, '$1T');
    return zone === undefined ? plain : plain.replace(/\s/gu, '');
  }
  const slashed = /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/u.exec(raw.trim());
  if (slashed !== null) {
    const [year, month, day] = slashed.slice(1).map(Number) as [number, number, number];
    return isDay(year, month, day) ? date(year, month, day) : null;
  }
  if (!monthName.test(raw) || !/\b\d{4}\b/u.test(raw) || !/\b\d{1,2}(?:st|nd|rd|th)?\b/u.test(raw)) return null;
  // Dates without a zone are read as UTC and written without one, so that no day shifts with the machine's zone.
  const zoned = /(?:\bGMT|\bUTC|\bZ|\d\s?Z|[+-]\d{2}:?\d{2}|\b[ECMP][SD]T)\b/u.test(raw);
  const cleaned = raw
    .replace(/(\d)(?:st|nd|rd|th)\b/gu, '$1')
    .replace(/\bat\b/giu, ' ')
    .replace(/(\d)\.(\d{2})\b/u, '$1:$2')
    .replace(/(\d)\s?([ap])\.?m\.?/iu, '$1 $2m');
  const time = Date.parse(zoned ? cleaned : `${cleaned} UTC`);
  if (Number.isNaN(time)) return null;
  const full = new Date(time).toISOString();
  if (!/\d[:.]\d{2}|\d\s?[ap]\.?m\b/iu.test(raw)) return full.slice(0, 10);
  return zoned ? full : full.slice(0, 19);
}

function isDay(year: number, month: number, day: number): boolean {
  const made = new Date(Date.UTC(year, month - 1, day));
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
}

function date(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
