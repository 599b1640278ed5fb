import { describe, expect, it } from 'vitest';
import {
  annotate,
  distances,
  stances,
  type Distance,
  type FoundAttribution,
  type MeaningScores,
  type Stance,
} from '../attribution/index.ts';
import { createDocument } from '../document/index.ts';
import { judgeStances, type Judgement } from './judge-stances.ts';

/** Logits that leave a stance and a distance the probabilities of 9 and 3 parts against one for each other value. */
function meaningOf(stance: Stance, distance: Distance): MeaningScores {
  return {
    stance: stances.map((value) => (value === stance ? Math.log(9) : 0)),
    distance: distances.map((value) => (value === distance ? Math.log(3) : 0)),
    sourceType: [],
    react: new Float32Array(),
    claim: new Float32Array(),
  };
}

/** Judges the attributions of the notation, each with its meaning; none means that a rule found it. */
function judge(notation: string, ...meanings: (MeaningScores | null)[]): { text: string; judgements: Judgement[] } {
  const { text, attributions } = annotate(notation);
  const found = attributions.map((spans, i): FoundAttribution => {
    const meaning = meanings[i] ?? null;
    return { ...spans, probability: meaning && 0.9, roleCertainty: meaning && 0.9, meaning };
  });
  return { text, judgements: judgeStances(createDocument(text), found) };
}

const one = '[Rao](source) [has denied](cue) [it leaked](content).';

/** Reasons with the words they point at. */
function reasonsOf({ text, judgements: [first] }: ReturnType<typeof judge>): [string, string, string][] {
  return first!.reasons.map(({ decision, because, words }) => [
    decision,
    because,
    words.map(({ start, end }) => text.slice(start, end)).join(' … '),
  ]);
}

describe('judgeStances', () => {
  it.each(stances)('takes the stance that the network finds likeliest: %s', (stance) => {
    const [first] = judge(one, meaningOf(stance, 'neutral')).judgements;
    expect(first).toMatchObject({ stance, distance: 'neutral' });
    expect(first!.certainty).toBeCloseTo(9 / 17, 6);
  });

  it.each(distances)('takes the distance that the network finds likeliest: %s', (distance) => {
    expect(judge(one, meaningOf('asserts', distance)).judgements[0]).toMatchObject({ stance: 'asserts', distance });
  });

  it('says what it rests on, with the words of the cue', () => {
    expect(reasonsOf(judge(one, meaningOf('denies', 'neutral')))).toEqual([
      ['quotation', 'none of it stands in quotation marks', 'it leaked'],
      ['stance', '“has denied”: denies (53 %)', 'has denied'],
    ]);
  });

  it('gives a reason for a distance that is not neutral', () => {
    expect(reasonsOf(judge(one, meaningOf('denies', 'distancing'))).at(-1)).toEqual([
      'distance',
      '“has denied”: distancing (60 %)',
      'has denied',
    ]);
  });

  it('joins the pieces of a cue', () => {
    const notation = '[Rao](source) [called](cue) [the pump](content) [into question](cue).';
    expect(reasonsOf(judge(notation, meaningOf('doubts', 'neutral')))[1]).toEqual([
      'stance',
      '“called … into question”: doubts (53 %)',
      'called … into question',
    ]);
  });

  it('says so where there is no cue', () => {
    expect(reasonsOf(judge('[Rao](source): [it leaked](content).', meaningOf('asserts', 'neutral')))[1]).toEqual([
      'stance',
      'no cue: asserts (53 %)',
      '',
    ]);
  });

  it('lets a quotation that a rule found put forward what it says', () => {
    const read = judge('[“We never saw any letters.”](content)', null);
    expect(read.judgements[0]).toMatchObject({
      quotation: 'direct',
      stance: 'asserts',
      distance: 'neutral',
      certainty: 1,
    });
    expect(reasonsOf(read)).toEqual([
      ['quotation', 'all of it stands in quotation marks', '“We never saw any letters.”'],
    ]);
  });

  it('judges each attribution of a document by its own', () => {
    const notation =
      '[Rao](source 1) [said](cue 1) [it “leaked”](content 1). [“It did not,”](content 2) [said](cue 2) [Lund](source 2).';
    const { judgements } = judge(notation, meaningOf('asserts', 'neutral'), meaningOf('denies', 'endorsing'));
    expect(judgements.map(({ quotation, stance, distance }) => [quotation, stance, distance])).toEqual([
      ['mixed', 'asserts', 'neutral'],
      ['direct', 'denies', 'endorsing'],
    ]);
  });

  it('stays a probability whatever the scores', () => {
    const meaning = {
      ...meaningOf('asks', 'neutral'),
      stance: stances.map((value) => (value === 'asks' ? 1e4 : -1e4)),
    };
    expect(judge(one, meaning).judgements[0]).toMatchObject({ stance: 'asks', certainty: 1 });
  });

  it('takes an attribution without a content', () => {
    const [first] = judge('[Rao](source) [declined](cue).', meaningOf('refuses', 'neutral')).judgements;
    expect(first).toMatchObject({ quotation: 'indirect', stance: 'refuses' });
    expect(first!.reasons[0]!.words).toEqual([]);
  });

  it('reads no attributions as no judgements', () => {
    expect(judgeStances(createDocument('Nobody spoke.'), [])).toEqual([]);
  });
});
