import { describe, expect, it } from 'vitest';
import { annotate } from '../attribution/index.ts';
import { createDocument, noMetadata, type Span } from '../document/index.ts';
import { findOccasion, findOccasions } from './find-occasion.ts';

interface Words {
  addressee?: string;
  time?: string;
  date?: string;
  place?: string;
  occasion?: string;
}

/** What is found for the first attribution, in the report’s words; what is not found is left out. */
function read(notation: string, date: string | null = '2016-03-08'): Words {
  const { text, attributions } = annotate(notation);
  const document = createDocument(text, { metadata: { ...noMetadata, date } });
  const { addressee, said } = findOccasion(document, attributions[0]!);
  const words = (span: Span | null | undefined): string | undefined =>
    span ? text.slice(span.start, span.end) : undefined;
  const found = {
    addressee: words(addressee),
    time: words(said?.time?.span),
    date: said?.time?.date,
    place: words(said?.place),
    occasion: words(said?.occasion),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined && value !== null));
}

describe('findOccasion, to whom', () => {
  it.each([
    ['[Rao](source) [told](cue) reporters [it leaked](content).', 'reporters'],
    ['[Rao](source) [told reporters](cue) [that it leaked](content).', 'reporters'],
    [
      '[Rao](source) [has told](cue) the Tarn Herald’s Ida Lund [that it leaked](content).',
      'the Tarn Herald’s Ida Lund',
    ],
    ['[“It leaked,”](content) [she](source) [told](cue) The Tarn Herald.', 'The Tarn Herald'],
    ['[“It leaked,”](content) [she](source) [told](cue) USA Tonight on Monday.', 'USA Tonight'],
    ['[Rao](source) [told](cue) him [it leaked](content).', 'him'],
    ['[Rao](source) [told](cue) her deputies [it leaked](content).', 'her deputies'],
    ['[Rao](source) [told](cue) members of the city council [it leaked](content).', 'members of the city council'],
    ['[Rao](source) [told](cue) a crowd of about [it leaked](content).', 'a crowd'],
    [
      '[Rao](source) [told](cue) hundreds of cheering supporters [it leaked](content).',
      'hundreds of cheering supporters',
    ],
    ['[Rao](source) [told](cue) reporters of the leak, [which was large](content).', 'reporters'],
    ['[Rao](source) [told](cue) Ida Lund of the Herald [it leaked](content).', 'Ida Lund of the Herald'],
    ['[Rao](source) [told](cue) police and prosecutors [it leaked](content).', 'police and prosecutors'],
    ['[Rao](source) [told](cue) the website [it leaked](content).', 'the website'],
    ['[Rao](source) [told](cue) the crowd gathered outside [it leaked](content).', 'the crowd'],
    ['[Rao](source) [tells](cue) Tarn Today [it leaked](content).', 'Tarn Today'],
    ['[Rao](source) left, [telling](cue) aides [it leaked](content).', 'aides'],
    ['[Rao](source) [asked](cue) him [whether it leaked](content).', 'him'],
    ['[Rao](source) [warned](cue) parents [not to drink it](content).', 'parents'],
    ['[Rao](source) [reminded](cue) the court [that it leaked](content).', 'the court'],
    ['[Rao](source) [urged](cue) lawmakers [to act](content).', 'lawmakers'],
    ['[Rao](source) [urged](cue) [lawmakers to act](content).', 'lawmakers'],
    ['[Rao](source) [asked](cue) [Lund, Okafor and Bright to resign](content).', 'Lund, Okafor and Bright'],
    ['[Rao](source) [called on](cue) [the government not to sell it](content).', 'the government'],
    ['[Rao](source) [warned](cue) the council against [selling it](content).', 'the council'],
    ['[Rao](source) [said](cue) to Lund [that it leaked](content).', 'Lund'],
    ['[“It leaked,”](content) [Rao](source) [confirmed](cue) to The Herald on Monday.', 'The Herald'],
    ['[Rao](source) [said](cue) Tuesday to the Herald [that it leaked](content).', 'the Herald'],
    ['[Rao](source) [testified](cue) before the committee [that it leaked](content).', 'the committee'],
    ['[Rao](source) [wrote](cue) in a letter to the court [that it leaked](content).', 'the court'],
    ['In an e-mail to staff, [Rao](source) [said](cue) [it leaked](content).', 'staff'],
    ['In a speech to union members, [Rao](source) [said](cue) [it leaked](content).', 'union members'],
    ['Speaking to reporters in Tarn, [Rao](source) [said](cue) [it leaked](content).', 'reporters'],
  ])('finds whom it is said to: %s', (notation, addressee) => {
    expect(read(notation).addressee).toBe(addressee);
  });

  it.each([
    ['a passive', '[Rao](source) [was told](cue) the plant [would close](content).'],
    ['a passive with an adverb', '[Rao](source) [was never told](cue) the truth about [it](content).'],
    ['a passive without its auxiliary', '[Rao](source), [asked](cue) Monday [whether it leaked](content), left.'],
    ['“when asked”', 'When [asked](cue) Monday [whether it leaked](content), Rao left.'],
    ['a reduced passive at the start', '[Told](cue) the news [that it leaked](content), Rao left.'],
    ['what is told', '[Rao](source) [told](cue) a story [about a leak](content).'],
    ['a lie', '[Rao](source) [told](cue) lies [about it](content).'],
    ['a question', '[Rao](source) [asked](cue) the same question [about it](content).'],
    ['a thing urged', '[Rao](source) [urged](cue) restraint [after the leak](content).'],
    ['a thing that is not urged to do anything', '[Rao](source) [urged](cue) changes to [the law](content).'],
    ['members’ return, not members', '[Rao](source) [urged](cue) members’ return to [the talks](content).'],
    ['a thing ordered', '[Rao](source) [ordered](cue) [an inquiry](content).'],
    ['a day', '[Rao](source) [warned](cue) Saturday [that it leaked](content).'],
    ['a promised thing', '[Rao](source) [promised](cue) a review [of it](content).'],
    ['how a crowd took it', '[“It leaked,”](content) [Rao](source) [said](cue) to loud cheers.'],
    ['what is believed of somebody', '[Rao](source) [is said](cue) to [have left](content).'],
    ['somebody who speaks and is not spoken to', '[“Why?”](content) [asked](cue) [Lund](source).'],
    ['an unnamed asker', '[“Why?”](content) [asked](cue) Lund.'],
    ['what was admitted to', '[Rao](source) [admitted](cue) to errors [in the report](content).'],
    ['a sentence taken for a noun', '[Rao](source) [told](cue) flooding that began at noon, [it leaked](content).'],
    ['somebody in the content', '[Rao](source) [said](cue) [reporters told voters lies](content).'],
    ['somebody in the next sentence', '[Rao](source) [told](cue). Reporters left and [it leaked](content).'],
    ['somebody in the next paragraph', '[Rao](source) [told](cue)\nreporters and [it leaked](content).'],
    ['a purpose', '[Rao](source) [wrote](cue) to complain [that it leaked](content).'],
  ])('leaves alone %s', (_, notation) => {
    expect(read(notation).addressee).toBeUndefined();
  });
});

describe('findOccasion, when', () => {
  it.each([
    ['[Rao](source) [said](cue) on Tuesday [it leaked](content).', 'on Tuesday', '2016-03-08'],
    ['[Rao](source) [said](cue) Monday [it leaked](content).', 'Monday', '2016-03-07'],
    ['[Rao](source) [said Monday](cue) [that it leaked](content).', 'Monday', '2016-03-07'],
    ['[Rao](source) [said](cue) late Monday [that it leaked](content).', 'late Monday', '2016-03-07'],
    ['[Rao](source) [told](cue) reporters Tuesday [that it leaked](content).', 'Tuesday', '2016-03-08'],
    ['[Rao](source) [told reporters on Tuesday](cue) [that it leaked](content).', 'on Tuesday', '2016-03-08'],
    ['[Rao](source) on Monday [said](cue) [it leaked](content).', 'on Monday', '2016-03-07'],
    ['[Rao](source) later on Monday also [said](cue) [it leaked](content).', 'later on Monday', '2016-03-07'],
    ['On Monday, [Rao](source) [said](cue) [it leaked](content).', 'On Monday', '2016-03-07'],
    ['Last week, [the mayor](source) [said](cue) [it leaked](content).', 'Last week', '2016-W09'],
    ['It was wet. Still, on Monday [Rao](source) [said](cue) [it leaked](content).', 'on Monday', '2016-03-07'],
    ['It was wet, and on Monday [Rao](source) [said](cue) [it leaked](content).', 'on Monday', '2016-03-07'],
    ['[“It leaked,”](content) [said](cue) [Rao](source) on Monday.', 'on Monday', '2016-03-07'],
    ['[“It leaked,”](content) [Rao](source) [said](cue) in March 2015.', 'in March 2015', '2015-03'],
    ['[“It leaked,”](content) [Rao](source) [told](cue) The Herald last month.', 'last month', '2016-02'],
    ['[“It leaked,”](content) [Rao](source) [said](cue) earlier this month.', 'earlier this month', '2016-03'],
    ['[“It leaked,”](content) [Rao](source) [wrote](cue) on March 3.', 'on March 3', '2016-03-03'],
    ['[Rao](source) [said](cue) in a 2015 interview [that it leaked](content).', '2015', '2015'],
    ['[Rao](source) [said](cue) at Monday’s debate [that it leaked](content).', 'Monday', '2016-03-07'],
    ['[Rao](source) [said](cue) at this week’s debate [that it leaked](content).', 'this week', '2016-W10'],
    ['[Rao](source) [said](cue) in last Sunday’s debate [that it leaked](content).', 'last Sunday', '2016-03-06'],
    [
      '[Rao](source) [said](cue) in a letter dated March 3, 2015, [that it leaked](content).',
      'March 3, 2015',
      '2015-03-03',
    ],
    ['[Rao](source) [said](cue) in an interview on Monday [that it leaked](content).', 'on Monday', '2016-03-07'],
    ['[Rao](source) [said](cue) in a statement released Monday [that it leaked](content).', 'Monday', '2016-03-07'],
    ['[It leaked](content), [according to](cue) [a report](source) published last year.', 'last year', '2015'],
    ['[It leaked](content), [according to](cue) [a report published last year](source).', 'last year', '2015'],
    ['[A 2014 Tarn University study](source) [found](cue) [that it leaked](content).', '2014', '2014'],
    ['[Rao](source) [called](cue) [it “a disgrace”](content) on Monday.', 'on Monday', '2016-03-07'],
    ['[Rao](source) [denied](cue) [the claim](content) on Monday.', 'on Monday', '2016-03-07'],
    ['[Rao](source) [declined](cue) [to comment](content) on Monday.', 'on Monday', '2016-03-07'],
    ['[Rao](source) [said](cue) at 3 p.m. Monday [that it leaked](content).', 'at 3 p.m. Monday', '2016-03-07T15:00'],
    ['[Rao](source) [said](cue) over the weekend [that it leaked](content).', 'over the weekend', undefined],
    ['[Rao](source) [said](cue) a few weeks ago [that it leaked](content).', 'a few weeks ago', undefined],
  ])('finds when it was said: %s', (notation, time, date) => {
    const found = read(notation);
    expect([found.time, found.date]).toEqual([time, date]);
  });

  it.each([
    ['a day in the content', '[Rao](source) [said](cue) [on Monday it leaked](content).'],
    ['a day that opens what was said', 'On Monday, [Rao](source) [said](cue), [the plant leaked](content).'],
    [
      'a day that opens what is told “according to”',
      'On Monday, [according to](cue) [Rao](source), [it leaked](content).',
    ],
    ['a day of another verb', 'On Monday, [Rao](source) resigned, left the hall and [said](cue) [it leaked](content).'],
    ['a day of another clause', 'After it leaked on Monday, [Rao](source) [said](cue) [it was old](content).'],
    ['a limit', 'By Monday, [Rao](source) [said](cue) [it had leaked](content).'],
    ['a beginning', '[Rao](source) [said](cue) since Monday [it had leaked](content).'],
    ['a day before a noun', '[Rao](source) [said](cue) Friday prayers [were long](content).'],
    ['a day that owns something', '[Rao](source) [said](cue) Friday’s [leak was old](content).'],
    ['two days', '[Rao](source) [said](cue) Monday and Tuesday [it leaked](content).'],
    ['a programme', '[Rao](source) [told](cue) Today [it leaked](content).'],
    ['a month that is a name', '[“It leaked,”](content) [Rao](source) [told](cue) May.'],
    ['a year that counts something', '[Rao](source) [said](cue) in 2016 dollars [it is cheap](content).'],
    ['a year that is a number', '[Rao](source) [said](cue) 2016 pipes [leaked](content).'],
    ['what is to come', '[Rao](source) [will say](cue) on Friday [that it leaked](content).'],
    ['what is planned', '[Rao](source) [plans](cue) on Friday [to resign](content).'],
    ['what is expected', 'On Friday, [Rao](source) [is expected](cue) [to resign](content).'],
    ['what lies behind a comma', '[“It leaked,”](content) [said](cue) [Rao](source), on Monday the plant closed.'],
    ['a day of who speaks', '[“It leaked,”](content) [said](cue) [Rao](source), who was elected on Monday.'],
    ['a day that was spoken of', '[Rao](source) [asked about](cue) Monday, when [it leaked](content).'],
    ['a day in the next sentence', '[“It leaked,”](content) [Rao](source) [said](cue). On Monday it closed.'],
    ['a day in the next paragraph', '[“It leaked,”](content) [Rao](source) [said](cue)\nMonday, it closed.'],
    ['a day after a long content', '[Rao](source) [said](cue) [that the old plant would close](content) on Monday.'],
    ['which rally it was', '[Rao](source) [said](cue) at his last rally [it leaked](content).'],
    ['this interview', '[Rao](source) [said](cue) in this interview [it leaked](content).'],
    ['a date after the report', '[Rao](source) [said](cue) on March 3, 2019 [it leaked](content).'],
    ['“may” and “march”', '[Rao](source) [said](cue) in may or march 3 [it leaked](content).'],
    ['the wake of something', '[Rao](source) [spoke](cue) in the wake of Monday’s ruling [of it](content).'],
  ])('leaves alone %s', (_, notation) => {
    expect(read(notation).time).toBeUndefined();
  });

  it('keeps the words and has no date where the report has none', () => {
    expect(read('[Rao](source) [said](cue) Monday [it leaked](content).', null)).toEqual({ time: 'Monday' });
  });
});

describe('findOccasion, where', () => {
  it.each([
    ['[Rao](source) [told](cue) reporters in Tarn [it leaked](content).', 'in Tarn'],
    ['[Rao](source) [said](cue) in Fort Tarn, N.H. [that it leaked](content).', 'in Fort Tarn, N.H.'],
    ['[Rao](source) [said](cue) in Salem, New Hampshire on Monday [it leaked](content).', 'in Salem, New Hampshire'],
    ['[“It leaked,”](content) [Rao](source) [said](cue) in Tarn, Norway, on Monday.', 'in Tarn, Norway'],
    ['[Rao](source) [said](cue) Tuesday in Tarn [it leaked](content).', 'in Tarn'],
    ['[Rao](source) [said](cue) at the company’s headquarters [it leaked](content).', 'at the company’s headquarters'],
    ['[Rao](source) [said](cue) at a church in Tarn on Monday [it leaked](content).', 'at a church in Tarn'],
    ['[“It leaked,”](content) [Rao](source) [said](cue) outside the court.', 'outside the court'],
    ['[“It leaked,”](content) [Rao](source) [said](cue) from his hospital bed.', 'from his hospital bed'],
    ['[“It leaked,”](content) [Rao](source) [said](cue) on Capitol Hill.', 'on Capitol Hill'],
    ['[“It leaked,”](content) [Rao](source) [told](cue) voters here on Monday.', 'here'],
    ['[“It leaked,”](content) [said](cue) [Rao](source) in Tarn.', 'in Tarn'],
    ['On Monday in Tarn, [Rao](source) [said](cue) [it leaked](content).', 'in Tarn'],
    ['Speaking in Tarn, [Rao](source) [said](cue) [it leaked](content).', 'in Tarn'],
    ['[Rao](source), in Tarn, [said](cue) [it leaked](content).', 'in Tarn'],
    ['At a rally in Tarn on Monday, [Rao](source) [said](cue) [it leaked](content).', 'in Tarn'],
  ])('finds where it was said: %s', (notation, place) => {
    expect(read(notation).place).toBe(place);
  });

  it.each([
    ['a language', '[Rao](source) [told](cue) reporters in French [it leaked](content).'],
    ['a month', '[Rao](source) [said](cue) in May [it leaked](content).'],
    ['a newspaper', '[Rao](source) [said](cue) in the Tarn Post [it leaked](content).'],
    ['where something is done', '[Rao](source) [voted](cue) in Tarn for [the plan](content).'],
    ['where somebody is from', '[“It leaked,”](content) [said](cue) [a man](source) in Tarn.'],
    ['where a group is', 'In Tarn, [half of the voters](source) [said](cue) [it leaked](content).'],
    ['what a place is part of', '[Rao](source) [said](cue) in London courtrooms [it leaked](content).'],
    ['what a place owns', '[Rao](source) [said](cue) in Tarn’s view [it leaked](content).'],
    ['a place in the content', '[Rao](source) [said](cue) [in Tarn it leaked](content).'],
    ['an idiom', '[Rao](source) [said](cue) at the center of the storm [it leaked](content).'],
    ['what a letter is about', '[Rao](source) [said](cue) in a letter from Tarn [it leaked](content).'],
    ['a place that opens what was said', 'In Tarn, [Rao](source) [said](cue), [the plant leaked](content).'],
  ])('leaves alone %s', (_, notation) => {
    expect(read(notation).place).toBeUndefined();
  });
});

describe('findOccasion, on what occasion', () => {
  it.each([
    [
      '[Rao](source) [said](cue) on the sidelines of the annual session of the assembly [it leaked](content).',
      'on the sidelines of the annual session of the assembly',
    ],
    [
      '[Rao](source) [said](cue) in an interview with the Daily Tarn [it leaked](content).',
      'in an interview with the Daily Tarn',
    ],
    ['[Rao](source) [told](cue) the Daily Tarn in an interview [it leaked](content).', 'in an interview'],
    ['[Rao](source) [said](cue) at a news conference [it leaked](content).', 'at a news conference'],
    ['[“It leaked,”](content) [Rao](source) [said in a statement](cue).', 'in a statement'],
    ['[Rao](source) [said](cue) during a rally in Tarn [it leaked](content).', 'during a rally in Tarn'],
    ['[Rao](source) [said](cue) in a tweet [it leaked](content).', 'in a tweet'],
    ['[Rao](source) [said](cue) in tweets [it leaked](content).', 'in tweets'],
    ['[Rao](source) [wrote](cue) on Twitter [that it leaked](content).', 'on Twitter'],
    ['[“It leaked,”](content) [Rao](source) [said](cue) by phone from Tarn.', 'by phone'],
    ['[“It leaked,”](content) [Rao](source) [said](cue) on CNN’s “State of Things.”', 'on CNN’s “State of Things.”'],
    [
      '[“It leaked,”](content) [Rao](source) [said](cue) on NBC’s Meet the People on Sunday.',
      'on NBC’s Meet the People',
    ],
    ['[Rao](source) [said](cue) in a series of interviews [that it leaked](content).', 'in a series of interviews'],
    ['[Rao](source) [told](cue) a town hall in Tarn [that it leaked](content).', 'a town hall in Tarn'],
    [
      '[Rao](source) [said](cue) in an e-mail Monday to The Herald [it leaked](content).',
      'in an e-mail Monday to The Herald',
    ],
    ['In a newly released letter, [Rao](source) [said](cue) [it leaked](content).', 'In a newly released letter'],
    [
      'In an interview with “Tarn at Noon,” [Rao](source) [said](cue) [it leaked](content).',
      'In an interview with “Tarn at Noon,”',
    ],
    [
      '[Rao](source), in an interview with The Herald, [said](cue) [it leaked](content).',
      'in an interview with The Herald',
    ],
    ['[“It leaked,”](content) [said](cue) [Rao, the mayor](source), in a statement.', 'in a statement'],
    ['[Rao](source) [denied](cue) [the claim](content) in a letter to voters.', 'in a letter to voters'],
    ['[Rao](source) [said](cue) in court [that it leaked](content).', 'in court'],
  ])('finds it: %s', (notation, occasion) => {
    expect(read(notation).occasion).toBe(occasion);
  });

  it.each([
    ['an opinion', '[Rao](source) [said](cue) in his opinion [it leaked](content).'],
    ['a response', '[Rao](source) [said](cue) in response to questions [it leaked](content).'],
    ['a call for something', '[Rao](source) [spoke](cue) in a call for calm [of it](content).'],
    ['order', '[Rao](source) [spoke](cue) in order [to calm them](content).'],
    ['a report card', '[Rao](source) [said](cue) in a report card era [it leaked](content).'],
    ['what others did there', '[speakers](source) at the rally [said](cue) [it leaked](content).'],
    ['an occasion in the content', '[Rao](source) [said](cue) [at a rally it leaked](content).'],
    ['a future occasion in the content', '[Rao](source) [said](cue) [the mayor would resign at a rally](content).'],
    ['an event of the content', '[Rao](source) [mocked](cue) [his shouting](content) during the debate.'],
    ['an event behind a clause', '[Rao](source) [said](cue) [the mayor of the town would run](content) at a rally.'],
    ['an event that only explains', '[Rao](source) [spoke](cue) in the wake of a rally [of it](content).'],
    ['a condition', '[Rao](source) [said](cue) on condition of anonymity [it leaked](content).'],
  ])('leaves alone %s', (_, notation) => {
    expect(read(notation).occasion).toBeUndefined();
  });

  it('finds all of it at once', () => {
    expect(
      read(
        'On Monday, [Ida Rao](source) [told](cue) reporters in Tarn on the sidelines of a summit [it leaked](content).',
      ),
    ).toEqual({
      addressee: 'reporters',
      time: 'On Monday',
      date: '2016-03-07',
      place: 'in Tarn',
      occasion: 'on the sidelines of a summit',
    });
  });
});

describe('findOccasion, in general', () => {
  it('finds nothing where there is no cue, or nothing but an attribution', () => {
    expect(read('[“It leaked on Monday.”](content)')).toEqual({});
    const { text, attributions } = annotate('[Rao](source) [said](cue) [it leaked](content).');
    expect(findOccasion(createDocument(text), attributions[0]!)).toEqual({ addressee: null, said: null, reasons: [] });
  });

  it('says why, once for each thing, with the words it points at', () => {
    const { text, attributions } = annotate(
      'On Monday, [Rao](source) [told](cue) reporters in Tarn [it leaked](content).',
    );
    const { reasons } = findOccasion(createDocument(text), attributions[0]!);
    expect(
      reasons.map(({ decision, because, words }) => [
        decision,
        because,
        words.map(({ start, end }) => text.slice(start, end)),
      ]),
    ).toEqual([
      ['addressee', '“reporters” follows “told”', ['told', 'reporters']],
      ['said', '“On Monday” opens the clause', ['On Monday']],
      ['said', '“in Tarn” follows “told”', ['told', 'in Tarn']],
    ]);
  });

  it.each([
    ['emoji', '😀😀 On Monday, [Rao 👩‍🚀](source) [told](cue) reporters 🎤 [it leaked 💧](content).'],
    [
      'combining marks',
      'Cafe\u0301s shut. On Monday, [Zoe\u0308 Rao](source) [told](cue) reporters [it leaked](content).',
    ],
    ['right-to-left text', 'שלום עולם. On Monday, [ראו](source) [told](cue) reporters [דליפה](content).'],
  ])('keeps its places after %s', (_, notation) => {
    expect(read(notation)).toEqual({ addressee: 'reporters', time: 'On Monday', date: '2016-03-07' });
  });

  it('gives one answer for each attribution, in order', () => {
    const { text, attributions } = annotate(
      '[Rao](source 1) [told](cue 1) aides [it leaked](content 1). [“No,”](content 2) [said](cue 2) [Lund](source 2) on Monday.',
    );
    const document = createDocument(text, { metadata: { ...noMetadata, date: '2016-03-08' } });
    const found = findOccasions(document, attributions);
    expect(found.map(({ addressee, said }) => [addressee !== null, said?.time?.date ?? null])).toEqual([
      [true, null],
      [false, '2016-03-07'],
    ]);
  });

  it.each([
    ['times', 'On Monday, '],
    ['prepositions', 'at a rally '],
    ['quotation marks', 'in an interview with “'],
    ['possessives', 'the mayor’s '],
    ['spaces', '   '],
    ['commas', ', '],
    ['digits', '2016 3 p.m. '],
    ['conjunctions', 'Rao and '],
    ['letters', 'a'],
    ['full stops', '.'],
    ['surrogates', '\ud83d'],
  ])('reads endless %s around a cue in no time', (_, piece) => {
    const noise = piece.repeat(Math.ceil(1_000_000 / piece.length));
    const text = `${noise} Rao told ${noise}`;
    const start = noise.length + 1;
    const attribution = {
      source: [{ start, end: start + 3 }],
      cue: [{ start: start + 4, end: start + 8 }],
      content: [{ start: 0, end: 4 }],
    };
    const began = performance.now();
    findOccasions(
      createDocument(text, { metadata: { ...noMetadata, date: '2016-03-08' } }),
      Array.from({ length: 200 }, () => attribution),
    );
    expect(performance.now() - began).toBeLessThan(5000);
  });

  it('stands roles that cover the whole of a long text', () => {
    const text = 'On Monday, Rao said in a statement to '.repeat(80_000);
    const all = [{ start: 0, end: text.length }];
    const began = performance.now();
    for (let count = 0; count < 50; count++)
      findOccasion(createDocument('x'), { source: [], cue: [{ start: 0, end: 1 }], content: [] });
    const document = createDocument(text);
    findOccasion(document, { source: all, cue: all, content: all });
    findOccasion(document, { source: all, cue: [{ start: 15, end: 19 }], content: all });
    expect(performance.now() - began).toBeLessThan(5000);
  });
});
