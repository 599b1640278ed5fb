import { hash } from 'node:crypto';
import { foldWords } from './words.ts';

/** Who speaks, as speakers are told apart: by the name that is counted, and by the words they are found by. */
export interface SpeakerKey {
  /** 48 bits of a hash: the same in every ledger; 0 where nobody is named. */
  readonly id: number;
  readonly name: string;
  /** Folded words of the name's fullest form and of the name as printed. */
  readonly words: string;
}

/** PostgreSQL indexes no more than 1 MB of words a row: names are far shorter. */
export const mostSpeakerWords = 500;

const nobody: SpeakerKey = { id: 0, name: '', words: '' };

export function speakerKey({
  entity_name,
  speaker,
}: {
  readonly entity_name: string | null;
  readonly speaker: string | null;
}): SpeakerKey {
  const name = entity_name ?? speaker ?? '';
  const names = [...new Set([entity_name, speaker])].filter((each) => each !== null);
  const words = foldWords(names.join(' · '), mostSpeakerWords);
  if (name === '' && words === '') return nobody;
  // 0 is nobody's.
  return { id: Number.parseInt(hash('sha256', `${name}\0${words}`).slice(0, 12), 16) || 1, name, words };
}
