import { describe, expect, it } from 'vitest';
import { findDateline } from './dateline.ts';

const story = 'The harbour tunnel will open two years late, the ministry said on Tuesday.';

/** The words of each part of the dateline, as a reader sees them. */
function parts(text: string): { span: string; place: string; agency: string | null; date: string | null } | null {
  const dateline = findDateline(text);
  if (dateline === null) return null;
  const words = (span: { start: number; end: number } | null): string | null =>
    span === null ? null : text.slice(span.start, span.end);
  return {
    span: words(dateline.span)!,
    place: words(dateline.place)!,
    agency: words(dateline.agency),
    date: words(dateline.date),
  };
}

describe('findDateline', () => {
  it.each([
    ['upper case, known agency, em dash', 'BEIJING (Reuters) — ', 'BEIJING', 'Reuters', null],
    ['upper case, known agency, hyphen', 'KELLMARSH (AP) - ', 'KELLMARSH', 'AP', null],
    ['upper case, known agency, two hyphens', 'KELLMARSH (AP) -- ', 'KELLMARSH', 'AP', null],
    ['upper case, known agency, no dash', 'KELLMARSH (Reuters) ', 'KELLMARSH', 'Reuters', null],
    ['upper case, invented agency', 'PORT VARDO (Meridian) — ', 'PORT VARDO', 'Meridian', null],
    ['upper case, agency in lower case', 'KELLMARSH (dpa) - ', 'KELLMARSH', 'dpa', null],
    ['agency of two words', 'PORT VARDO (Meridian News) – ', 'PORT VARDO', 'Meridian News', null],
    ['agencies joined by a slash', 'PORT VARDO (AP/Reuters) – ', 'PORT VARDO', 'AP/Reuters', null],
    ['title case, glued to the text', 'Beijing (CNN)', 'Beijing', 'CNN', null],
    ['title case, invented agency, glued to the text', 'Port Vardo (Meridian)', 'Port Vardo', 'Meridian', null],
    ['title case, known agency, no dash', 'Port Vardo (CNN) ', 'Port Vardo', 'CNN', null],
    ['title case, known agency, hyphen', 'Port Vardo (AFP) - ', 'Port Vardo', 'AFP', null],
    ['title case, invented agency, dash', 'Port Vardo (Meridian) — ', 'Port Vardo', 'Meridian', null],
    ['title case, article', 'The Hague (Meridian) — ', 'The Hague', 'Meridian', null],
    ['date, no agency', 'PARIS, March 3 — ', 'PARIS', null, 'March 3'],
    ['date with year', 'PARIS, March 3, 2021 — ', 'PARIS', null, 'March 3, 2021'],
    ['date, day first', 'Paris, 3 March 2021 – ', 'Paris', null, '3 March 2021'],
    ['date, short month', 'PARIS, Sept. 3 — ', 'PARIS', null, 'Sept. 3'],
    ['date, shorter month', 'PARIS, Dec 13 — ', 'PARIS', null, 'Dec 13'],
    ['date in upper case', 'PARIS, MARCH 3 — ', 'PARIS', null, 'MARCH 3'],
    ['date, ordinal', 'PARIS, March 3rd — ', 'PARIS', null, 'March 3rd'],
    ['date with weekday', 'PARIS, Tuesday, March 3 — ', 'PARIS', null, 'Tuesday, March 3'],
    ['weekday alone', 'PARIS, Tuesday — ', 'PARIS', null, 'Tuesday'],
    ['date and agency', 'RIO DE JANEIRO, 3 March 2021 (AFP) - ', 'RIO DE JANEIRO', 'AFP', '3 March 2021'],
    ['date and invented agency', 'PORT VARDO, March 3 (Meridian) — ', 'PORT VARDO', 'Meridian', 'March 3'],
    ['place alone', 'WASHINGTON — ', 'WASHINGTON', null, null],
    ['place alone, dash without spaces', 'KELLMARSH—', 'KELLMARSH', null, null],
    ['place alone, two hyphens', 'KELLMARSH -- ', 'KELLMARSH', null, null],
    ['place alone, hyphen', 'KELLMARSH - ', 'KELLMARSH', null, null],
    ['full stop within', 'ST. LOUIS — ', 'ST. LOUIS', null, null],
    ['short name', 'OSLO — ', 'OSLO', null, null],
    ['hyphens within', 'PORT-AU-VARDO — ', 'PORT-AU-VARDO', null, null],
    ['apostrophe within', 'L’ARDENNA (Meridian) — ', 'L’ARDENNA', 'Meridian', null],
    ['capitals after Mc', 'McKELLEN — ', 'McKELLEN', null, null],
    ['accents', 'SÃO VARDO — ', 'SÃO VARDO', null, null],
    ['letters beyond Latin-1', 'ŁÓDŹNICA — ', 'ŁÓDŹNICA', null, null],
    ['combining marks', 'SA\u0303O VARDO — ', 'SA\u0303O VARDO', null, null],
    ['place and region', 'KELLMARSH, Northland — ', 'KELLMARSH, Northland', null, null],
    ['place and region, agency', 'KELLMARSH, Upper Ede (AP) — ', 'KELLMARSH, Upper Ede', 'AP', null],
    ['place and initials', 'WASHINGTON, D.C. — ', 'WASHINGTON, D.C.', null, null],
    ['two places', 'NEW YORK/LONDON (Meridian) - ', 'NEW YORK/LONDON', 'Meridian', null],
    ['two places, date, agency', 'GENEVA/NEW YORK, May 3 (Reuters) - ', 'GENEVA/NEW YORK', 'Reuters', 'May 3'],
  ])('recognises a dateline: %s', (_, dateline, place, agency, date) => {
    expect(parts(dateline + story)).toEqual({ span: dateline.trimEnd(), place, agency, date });
  });

  it.each([
    ['remark in brackets', 'The Prime Minister (who resigned) said that the tunnel was late.'],
    ['remark between dashes', 'The Prime Minister — who resigned on Monday — said that the tunnel was late.'],
    ['quotation', '"UN — and others" was all that the minister would say about her critics.'],
    ['party after a name', 'Ana Okonjo (Labour) said that the tunnel would open two years late.'],
    ['party after a name and a dash', 'Ana Okonjo (Labour) – who leads the committee – said that it was late.'],
    ['votes after a party', 'Ana Okonjo (Labour) – 12,400 votes, with all of the districts counted.'],
    ['party that is an agency elsewhere', 'Ana Okonjo (PA) said that the tunnel would open two years late.'],
    ['broadcaster after a name', 'Ana Okonjo (CNN) said that the tunnel would open two years late.'],
    ['short name of a company', 'Brightwater Civil (BWC) denied that it had hidden any cracks.'],
    ['short name in upper case', 'BWC (Brightwater Civil) denied that it had hidden any cracks.'],
    ['short name in upper case, dashes', 'BWC (Brightwater Civil) — the builder — denied that it had hidden cracks.'],
    ['alliance between dashes', 'NATO — the alliance — said that the tunnel was none of its business.'],
    ['alliance and capital between dashes', 'NATO — Norway among its members — said that the tunnel was late.'],
    ['body and a hyphen', 'FIFA - the body that runs the sport - said that the tunnel was late.'],
    ['body and a capital', 'FIFA — World football’s governing body — said that the tunnel was late.'],
    ['two letters', 'UN — Officials said on Monday that the tunnel would open two years late.'],
    ['no vowels', 'BWC — Officials said on Monday that the tunnel would open two years late.'],
    ['letters with full stops', 'U.N. — Officials said on Monday that the tunnel would open late.'],
    ['words with a body among them', 'UN AGENCY — Officials said on Monday that the tunnel would open late.'],
    ['label', 'BREAKING — The harbour tunnel will open two years late, the ministry said.'],
    ['label of two words', 'FACT CHECK — The harbour tunnel will not open two years late.'],
    ['headline without a full stop', 'STORM WARNING — Coast braces for the highest tide in forty years'],
    ['weekday and date', 'Tuesday, March 3 — The harbour tunnel will open two years late.'],
    ['published line', 'Published Tuesday, March 3 - The Northport Courier of Port Vardo'],
    ['age', 'Ana Okonjo (47) — The minister was born in Port Vardo and studied there.'],
    ['honorific', 'Ms Okonjo (Labour) — Minister since May — said that it was late.'],
    ['date between dashes', 'Paris, 3 March 2021 – the day on which it rained – changed the city.'],
    ['caption', 'PORT VARDO (Meridian) — The tunnel'],
    ['verb after the dash', 'KELLMARSH — which is a town on the River Ede — flooded on Monday.'],
    ['bracket without an agency’s capital', 'KELLMARSH (or so) — The harbour tunnel will open two years late.'],
    ['upper-case name with a hyphen', 'BRIGHTWATER-KELL Civil said that the tunnel would open two years late.'],
    ['lower case beyond Latin-1', 'Đạ — The minister said that the tunnel would open two years late.'],
    ['plain sentence', story],
    ['no text', ''],
  ])('leaves what is no dateline alone: %s', (_, text) => {
    expect(parts(text)).toBeNull();
  });

  it('looks behind headline and byline', () => {
    const text = `Tunnel late, minister says\n\nBy Ana Okonjo\n\nPORT VARDO, March 3 (Meridian) — ${story}`;
    expect(parts(text)?.span).toBe('PORT VARDO, March 3 (Meridian) —');
  });

  it('does not look into the middle of a report', () => {
    expect(parts(`${'It rained.\n\n'.repeat(6)}PORT VARDO (Meridian) — ${story}`)).toBeNull();
  });

  it('counts in UTF-16 code units behind emoji and right-to-left text', () => {
    const text = `🚧👷🏽‍♀️ تأخر النفق\n\n  PORT VARDO (Meridian) — ${story}`;
    expect(parts(text)).toEqual({
      span: 'PORT VARDO (Meridian) —',
      place: 'PORT VARDO',
      agency: 'Meridian',
      date: null,
    });
  });

  it('recognises a dateline in a line that an editor has wrapped', () => {
    const text =
      'KELLMARSH — The harbour tunnel will open two years later than\nplanned, the ministry said on Tuesday.';
    expect(parts(text)?.place).toBe('KELLMARSH');
  });

  it('recognises a dateline before a sentence that has a remark between dashes', () => {
    expect(parts('KELLMARSH — The minister — who was late herself — said that the tunnel was late.')?.span).toBe(
      'KELLMARSH —',
    );
  });

  it('takes no time to speak of over long lines of capitals', () => {
    const started = performance.now();
    expect(parts('A. '.repeat(100_000))).toBeNull();
    expect(parts(`${'VARDO '.repeat(100_000)}—`)).toBeNull();
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
