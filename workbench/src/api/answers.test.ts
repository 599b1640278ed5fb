import { describe, expect, it } from 'vitest';
import { answers } from './answers.ts';
import type { AnswerOf, ReadPath } from './values.ts';

describe('what pages ask for', () => {
  it('has names of every kind in its path', () => {
    expect(answers.speaker('Ana “A/B” Okonjo').queryKey[0]).toBe('entities/Ana%20%E2%80%9CA%2FB%E2%80%9D%20Okonjo');
    expect(answers.versionText('a1', 2).queryKey[0]).toBe('documents/a1/versions/2/text');
  });

  it('is typed as the server’s routes are', () => {
    const title = (answer: AnswerOf<'documents/:id'>): string | null => answer.report.title;
    // @ts-expect-error a report has no headline
    const headline = (answer: AnswerOf<'documents/:id'>): unknown => answer.report.headline;
    // @ts-expect-error there is no such route
    const path: ReadPath = 'document/:id';
    expect([title, headline, path]).toHaveLength(3);
  });
});
