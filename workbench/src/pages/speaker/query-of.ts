import type { Parameters, SpeakerSummary } from '../../api/index.ts';

/** The query that finds all that a speaker says; of a description, what one outlet hands to it. */
export function queryOf({ name, publisher }: Pick<SpeakerSummary, 'name' | 'publisher'>): Parameters {
  return { speakerName: name, ...(publisher !== null && { publisher: [publisher] }) };
}
