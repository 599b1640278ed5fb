import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Entity, ReadDocument, Statement } from '../src/attribution/index.ts';
import { Reader, readText } from '../src/pipeline/index.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const seed = `${process.env['ACCORDING_DATA'] ?? `${root}../shared/data`}/seed/000_317cbe07b4db4a5f.txt`;

/** What a report of this pattern has to show, in the words of one such report. */
interface Pattern {
  readonly name: string;
  readonly file: string;
  readonly official: string;
  readonly role: RegExp;
  /** Words of the official's quotations with nobody beside them. */
  readonly unsigned: readonly RegExp[];
  readonly state: string;
  readonly stateMentions: readonly RegExp[];
  readonly front: RegExp;
  readonly frontAliases: readonly RegExp[];
  readonly watch: string;
  readonly critics: RegExp;
  readonly exiles: RegExp;
  readonly ownVoice: readonly RegExp[];
}

const patterns: readonly Pattern[] = [
  {
    name: 'the example report',
    file: `${root}examples/salt-coast-wire.txt`,
    official: 'Teodor Vash',
    role: /governor of Sel/u,
    unsigned: [/neighbours know/u, /One came home/u, /rest of them/u],
    state: 'Ardovia',
    stateMentions: [/^Ardovia$/u, /^The government$/u, /^the authorities$/u],
    front: /Ember Front/u,
    frontAliases: [/Salt Brigade/u, /^EF$/u],
    watch: 'Open Watch International',
    critics: /critics/u,
    exiles: /Oran families/u,
    ownVoice: [/strip of marsh/u, /salt trade has collapsed/u],
  },
  {
    name: 'the seed report',
    file: seed,
    official: 'Zhang Chunxian',
    role: /chief of Xinjiang|Communist Party/u,
    unsigned: [/countries around the world/u, /lone wolves/u, /people's safety/u],
    state: 'China',
    stateMentions: [/^China$/u, /^The government$/u, /^the authorities$/u],
    front: /ISIS/u,
    frontAliases: [/Islamic State/u, /^IS$/u],
    watch: 'Amnesty International',
    critics: /critics/u,
    exiles: /activists/u,
    ownVoice: [/spate of violent/u, /Over the past decades/u],
  },
];

let reader: Reader;
beforeAll(async () => {
  reader = await Reader.open();
});
afterAll(() => reader.close());

describe.each(patterns)('whose word it is, in $name', (pattern) => {
  const there = existsSync(pattern.file);
  let read: ReadDocument;
  beforeAll(async () => {
    if (there) read = await reader.read(readText(readFileSync(pattern.file, 'utf8'), {}));
  });
  const words = (spans: Statement['content']): string =>
    spans.map(({ start, end }) => read.document.text.slice(start, end)).join(' … ');
  const saying = (content: RegExp): Statement => {
    const found = read.attributions.find((statement) => content.test(words(statement.content)));
    expect(found, `a statement with ${content}`).toBeDefined();
    return found!;
  };
  const named = (name: string | RegExp): Entity => {
    const found = read.entities.find((entity) =>
      typeof name === 'string' ? entity.name === name : name.test([entity.name, ...entity.aliases].join('|')),
    );
    expect(found, `an entity ${name}`).toBeDefined();
    return found!;
  };
  const mentions = (entity: Entity): string[] => entity.mentions.map((span) => words([span]));

  it.skipIf(!there)('knows the official by one name, with the role, in the quotations without a name, too', () => {
    const entity = named(pattern.official);
    expect(entity.type).toBe('person');
    expect(words(entity.roles)).toMatch(pattern.role);
    for (const content of pattern.unsigned) {
      const statement = saying(content);
      expect([statement.speaker, statement.entity]).toEqual([pattern.official, entity.id]);
    }
  });

  it.skipIf(!there)('takes a state, its government and its authorities for one', () => {
    const state = named(pattern.state);
    expect(state.type).toBe('government');
    for (const mention of pattern.stateMentions)
      expect(
        mentions(state).some((found) => mention.test(found)),
        String(mention),
      ).toBe(true);
  });

  it.skipIf(!there)('knows a group by all its names', () => {
    const front = named(pattern.front);
    const names = [front.name, ...front.aliases];
    for (const alias of pattern.frontAliases)
      expect(
        names.some((name) => alias.test(name)),
        String(alias),
      ).toBe(true);
  });

  it.skipIf(!there)('keeps a body’s name and an unnamed group’s own phrase', () => {
    expect(read.attributions.some(({ speaker }) => speaker === pattern.watch)).toBe(true);
    expect(
      read.attributions.some(
        ({ speaker, sourceType }) => sourceType === 'group' && pattern.critics.test(speaker ?? ''),
      ),
    ).toBe(true);
  });

  it.skipIf(!there)('ties what is denied to those who claim it', () => {
    const by = (speaker: RegExp): Statement[] => read.attributions.filter((s) => speaker.test(s.speaker ?? ''));
    const critics = by(pattern.critics);
    const denial = read.attributions.find(({ speaker, stance }) => speaker === pattern.state && stance === 'denies');
    expect(denial?.disputes.some((id) => critics.some((s) => s.id === id))).toBe(true);
    const state = by(new RegExp(`^${pattern.state}$`, 'u')).map(({ id }) => id);
    const exiles = by(pattern.exiles);
    expect(exiles.length).toBeGreaterThanOrEqual(2);
    expect(exiles.flatMap(({ disputes }) => disputes).some((id) => state.includes(id as never))).toBe(true);
  });

  it.skipIf(!there)('tells the report’s own voice apart', () => {
    const own = read.ownVoice.map((span) => words([span]));
    for (const sentence of pattern.ownVoice)
      expect(
        own.some((found) => sentence.test(found)),
        String(sentence),
      ).toBe(true);
  });
});
