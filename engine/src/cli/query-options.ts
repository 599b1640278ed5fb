import { InvalidArgumentError, Option, type Command } from 'commander';
import { distances, quotationForms, sourceTypes, stances } from '../attribution/index.ts';
import type { LedgerQuery } from '../ledger/index.ts';

/** Filters that `search` and `export` share, as commander gives them. */
export interface QueryOptions {
  readonly anywhere?: boolean;
  readonly speaker?: string;
  readonly sourceType?: LedgerQuery['sourceType'];
  readonly stance?: LedgerQuery['stance'];
  readonly distance?: LedgerQuery['distance'];
  readonly quotation?: LedgerQuery['quotation'];
  readonly outlet?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly disputed?: boolean;
  readonly ownVoice?: boolean;
  readonly minConfidence?: number;
  readonly allVersions?: boolean;
}

/** Adds the filters to a command. */
export function withQueryOptions(command: Command): Command {
  return command
    .option('--anywhere', 'look for the words in source, cue and speaker as well as in what is said')
    .option('--speaker <name>', 'words of the speaker’s name')
    .addOption(new Option('--source-type <type...>', 'kinds of source').choices(sourceTypes))
    .addOption(new Option('--stance <stance...>', 'what the source does with it').choices(stances))
    .addOption(new Option('--distance <distance...>', 'how the report presents it').choices(distances))
    .addOption(new Option('--quotation <form...>', 'quoted or not').choices(quotationForms))
    .option('--outlet <name...>', 'outlets, by their full names')
    .option('--from <date>', 'from this date on: 2026, 2026-03 or 2026-03-14')
    .option('--to <date>', 'up to this date, it included')
    .option('--disputed', 'only what another statement in the report contradicts')
    .option('--own-voice', 'what reports state in their own voice, instead of statements')
    .option('--min-confidence <share>', 'only statements at least this sure, 0 to 1', share)
    .option('--all-versions', 'also versions of a report that a later one has replaced');
}

export function queryOf(words: readonly string[], options: QueryOptions): LedgerQuery {
  return {
    words: words.length > 0 ? words.map(asOnePhrase).join(' ') : undefined,
    within: options.anywhere === true ? 'anywhere' : 'content',
    speaker: options.speaker,
    sourceType: options.sourceType,
    stance: options.stance,
    distance: options.distance,
    quotation: options.quotation,
    publisher: options.outlet,
    from: options.from,
    to: options.to,
    disputed: options.disputed,
    kind: options.ownVoice === true ? 'own-voice' : 'statement',
    minConfidence: options.minConfidence,
    versions: options.allVersions === true ? 'all' : 'latest',
  };
}

/** The shell takes quotation marks away: an argument with a space in it was a phrase. */
function asOnePhrase(argument: string): string {
  return /\s/u.test(argument) && !argument.includes('"') ? `"${argument}"` : argument;
}

/** A query in words, for the foot of an export. */
export function inWords(words: readonly string[], options: QueryOptions): string {
  const parts = Object.entries(options).flatMap(([name, value]) =>
    value === undefined || value === false || !queryNames.has(name)
      ? []
      : [value === true ? name : `${name}: ${Array.isArray(value) ? value.join(', ') : String(value)}`],
  );
  return [...words.map((word) => `“${word}”`), ...parts].join(' · ') || 'everything';
}

const queryNames = new Set(
  'anywhere speaker sourceType stance distance quotation outlet from to disputed ownVoice minConfidence allVersions'.split(
    ' ',
  ),
);

function share(value: string): number {
  const number = Number(value);
  if (value.trim() === '' || !(number >= 0 && number <= 1))
    throw new InvalidArgumentError('Expected a number from 0 to 1.');
  return number;
}
