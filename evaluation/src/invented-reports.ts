import { readText } from 'according/pipeline';
import {
  distances,
  quotationForms,
  sourceTypes,
  stances,
  type AttributionId,
  type EntityId,
  type ReadDocument,
  type Statement,
} from 'according/attribution';
import type { ReportFacts } from 'according/ledger';

const vocabulary = 20_000;
const speakers = 5_000;
const publishers = 200;

/**
 * Reports of invented words, with statements: as many as one likes, the same for the same seed. Words, speakers and outlets
 * are as unequally frequent as in the news (Zipf's law).
 */
export class InventedReports {
  readonly #statements: number;
  #state: number;
  #count = 0;

  constructor(seed: number, statements: number) {
    this.#state = seed;
    this.#statements = statements;
  }

  report(): { readonly facts: ReportFacts; readonly read: ReadDocument } {
    const parts: string[] = [];
    let length = 0;
    const put = (words: string): { start: number; end: number } => {
      const start = length;
      parts.push(words);
      length += words.length;
      return { start, end: length };
    };
    const attributions = Array.from({ length: this.#statements }, (_, index): Statement => {
      const speaker = this.speaker();
      const source = put(speaker);
      put(' ');
      const cue = put(index % 3 === 0 ? 'said' : 'announced');
      put(' ');
      const content = put(this.#words(12 + this.#below(16)));
      put(index % 4 === 3 ? '.\n\n' : '. ');
      return {
        id: `a${index + 1}` as AttributionId,
        parent: null,
        source: [source],
        cue: [cue],
        content: [content],
        speaker,
        entity: `e${index + 1}` as EntityId,
        sourceType: sourceTypes[this.#zipf(sourceTypes.length)]!,
        quotation: quotationForms[this.#zipf(quotationForms.length)]!,
        stance: stances[this.#zipf(stances.length)]!,
        distance: distances[this.#zipf(distances.length)]!,
        disputes: index > 0 && this.#below(20) === 0 ? [`a${index}` as AttributionId] : [],
        addressee: null,
        said: null,
        confidence: this.#below(1000) / 1000,
        reasons: [],
      };
    });
    const entities = attributions.map(({ entity, speaker, source }) => ({
      id: entity!,
      name: speaker!,
      type: 'person' as const,
      mentions: source,
      aliases: [],
      roles: [],
    }));
    const number = ++this.#count;
    const day = new Date(Date.UTC(2015, 0, 1) + this.#below(3650) * 86_400_000).toISOString().slice(0, 10);
    const publisher = `Outlet ${this.#zipf(publishers)}`;
    return {
      facts: {
        url: `https://outlet${this.#zipf(publishers)}.example/${number}`,
        id: null,
        origin: `invented ${number}`,
        publisher,
        title: this.#words(6),
        date: day,
        dateOrigin: 'given',
      },
      read: {
        document: readText(parts.join('')),
        attributions,
        entities,
        ownVoice: [],
        model: { name: 'invented', version: '1' },
      },
    };
  }

  speaker(): string {
    const number = this.#zipf(speakers);
    return `${capital(wordOf(7 * number + 3))} ${capital(wordOf(11 * number + 5))}`;
  }

  /** A word that people would look for: neither one of the most frequent nor a rare one. */
  queryWord(): string {
    return wordOf(Math.floor(20 * 100 ** this.#random()));
  }

  frequentWord(): string {
    return wordOf(this.#below(10));
  }

  #words(count: number): string {
    return Array.from({ length: count }, () => wordOf(this.#zipf(vocabulary))).join(' ');
  }

  #zipf(count: number): number {
    return Math.floor(count ** this.#random()) - 1;
  }

  #below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }

  /** Mulberry32. */
  #random(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}

const syllables = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu'.split(' ');

/** An invented word for each number. */
function wordOf(number: number): string {
  let word = '';
  for (let rest = number + 20; rest > 0; rest = Math.floor(rest / 20)) word += syllables[rest % 20]!;
  return word;
}

function capital(word: string): string {
  return word[0]!.toUpperCase() + word.slice(1);
}
