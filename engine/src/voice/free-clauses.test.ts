import { describe, expect, it } from 'vitest';
import { annotate, roles } from '../attribution/index.ts';
import { freeClauses } from './free-clauses.ts';
import { wordsIn } from './words.ts';

/** Free clauses of a sentence in inline notation. */
function free(notation: string): string[] {
  const { text, attributions } = annotate(notation);
  const taken = attributions.flatMap((spans) => roles.flatMap((role) => spans[role]));
  const words = wordsIn(text, { start: 0, end: text.length }, ({ start, end }) =>
    taken.some((span) => span.start < end && start < span.end),
  );
  return freeClauses(words).map(({ start, end }) => text.slice(start, end));
}

const said = '[Rao](source) [said](cue) [it leaked](content)';

describe('freeClauses', () => {
  it.each([
    ['behind “but”', `${said}, but the council had closed the dam.`, ['the council had closed the dam']],
    ['behind “and”', `${said}, and the council left on Monday.`, ['the council left on Monday']],
    ['behind “while”', `${said}, while the council left the town.`, ['while the council left the town']],
    ['behind “although”', `${said}, although it was built in 1961.`, ['although it was built in 1961']],
    ['behind “as”', `${said}, as water rose in the streets.`, ['as water rose in the streets']],
    ['behind a semicolon', `${said}; the council had closed the dam.`, ['the council had closed the dam']],
    ['behind two hyphens', `${said} -- the council had closed the dam.`, ['the council had closed the dam']],
    ['behind a dash', `${said} — the council had closed the dam.`, ['the council had closed the dam']],
    [
      'behind a colon',
      `[Rao’s](source) [warning](cue) came true: The dam broke on Monday.`,
      ['The dam broke on Monday'],
    ],
    ['in brackets', `${said} (the council has closed the dam).`, ['the council has closed the dam']],
    ['in front of a role', `While water rose in the streets, ${said}.`, ['While water rose in the streets']],
    ['in front of “and”', `The dam broke on Monday, and ${said}.`, ['The dam broke on Monday']],
    [
      'behind a role’s clause',
      `When [Rao](source) [denied](cue) [it](content), the council closed the dam.`,
      ['the council closed the dam'],
    ],
    [
      'of a source',
      '[Rao](source), who has run the port since 2014, [said](cue) [it leaked](content).',
      ['who has run the port since 2014'],
    ],
    ['of a content', `${said}, which the council had closed in May.`, ['which the council had closed in May']],
    [
      'between dashes',
      '[Rao](source) -- who was born in Vardo -- [said](cue) [it leaked](content).',
      ['who was born in Vardo'],
    ],
    [
      'several',
      `${said}, but the council had closed the dam; work begins in May.`,
      ['the council had closed the dam; work begins in May'],
    ],
  ])('takes a clause %s', (_, notation, expected) => {
    expect(free(notation)).toEqual(expected);
  });

  it.each([
    [
      'before “after”',
      'The dam was closed on Monday after [Rao](source) [denied](cue) [it](content).',
      ['The dam was closed on Monday'],
    ],
    [
      'before “despite”',
      'Lund won the vote in May despite [criticism](cue) from [Rao](source).',
      ['Lund won the vote in May'],
    ],
    [
      'before a relative pronoun',
      'The port has nine engineers [who](source) [fear](cue) [a leak](content).',
      ['The port has nine engineers'],
    ],
    [
      'before “in which”',
      'The port sent a letter in which [Rao](source) [denied](cue) [it](content).',
      ['The port sent a letter'],
    ],
    [
      'before a participle',
      'The dam was closed on Monday, [infuriating](cue) [Rao](source).',
      ['The dam was closed on Monday'],
    ],
    [
      'before “even as”',
      'The dam was closed on Monday even as [Rao](source) [denied](cue) [it](content).',
      ['The dam was closed on Monday'],
    ],
  ])('ends a clause %s where a role follows', (_, notation, expected) => {
    expect(free(notation)).toEqual(expected);
  });

  it.each([
    ['a day', `${said}, on Tuesday.`],
    ['an addressee', '[Rao](source) [told](cue) reporters in the port [it leaked](content).'],
    ['an occasion', `${said}, in an interview with the Vardo Herald.`],
    ['a participle', `${said}, leaving a city scarred by fear.`],
    ['an apposition', '[Rao](source), a lawyer who advised the port, [said](cue) [it leaked](content).'],
    [
      'an apposition with a participle',
      '[Rao](source), an engineer trained in the port of Oslo, [said](cue) [it leaked](content).',
    ],
    ['a title', `${said}, in a letter posted on Friday.`],
    ['a second verb of a source', '[Rao](source) [denied](cue) [it](content), and left for the port of Oslo.'],
    [
      'a main clause with a role in it',
      'The dam that [Rao](source) [denied](cue) [was leaking](content) was closed in May.',
    ],
    ['a second half', 'The dam, [Rao](source) [said](cue), was closed in May by order.'],
    ['an object', 'The council will support [Rao’s](source) [plan](cue) [to close it](content).'],
    ['a condition', `If the council ever closes the dam, ${said}.`],
    ['what follows from a condition', 'For now, if [Rao](source) [wants](cue) [to close it](content), she can do so.'],
    ['few words', `${said}, but it leaked.`],
    ['a clause that goes on with a content', `${said} because the pipes were old.`],
    ['who said it', 'The dam had been closed, [Rao](source) [said](cue) on Monday.'],
    ['somebody’s words that nobody marked', `${said}, and he told the port that it leaked.`],
    ['a clause without what it says', 'The last call for help came after [Rao](source) [denied](cue) [it](content).'],
    ['what leads on', 'The question for the port is [whether it leaks](content), [said](cue) [Rao](source).'],
    ['a pair of places', '[Rao](source) [hopes](cue) that roads between Vardo and Oslo [will open](content).'],
  ])('leaves out %s', (_, notation) => {
    expect(free(notation)).toEqual([]);
  });

  it.each([
    [
      'a clause in two parts',
      `The dam, which leaks in winter, was closed on Monday, and ${said}.`,
      ['The dam, which leaks in winter, was closed on Monday'],
    ],
    [
      'what stands in front of a subject',
      `In May, the council closed the dam, but ${said}.`,
      ['In May, the council closed the dam'],
    ],
    ['brackets', `The dam (which leaks) was closed in May, but ${said}.`, ['The dam (which leaks) was closed in May']],
    ['years', `The works of 2010–2014 were a failure, but ${said}.`, ['The works of 2010–2014 were a failure']],
    [
      'a list behind the verb',
      `${said}, but the port has pumps, pipes and gates.`,
      ['the port has pumps, pipes and gates'],
    ],
  ])('keeps a clause together: %s', (_, notation, expected) => {
    expect(free(notation)).toEqual(expected);
  });

  it('ends a clause before brackets that hold a role', () => {
    expect(free('The dam was closed in May ([Rao](source) [denied](cue) [it](content)).')).toEqual([
      'The dam was closed in May',
    ]);
  });
});
