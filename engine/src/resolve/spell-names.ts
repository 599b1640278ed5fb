import type { Mention } from './find-mentions.ts';
import { isPerson, type Name } from './cluster.ts';
import { CapitalWords } from './capital-words.ts';
import { nameCore } from './name-core.ts';

/** The names under one spelling. */
export interface Spelling {
  readonly words: readonly string[];
  /** Without `Jr.` and the like. */
  readonly bare: readonly string[];
  readonly names: Name[];
  readonly person: boolean;
}

/** The names of a text by spelling, those of more words first. */
export function spellNames(
  text: string,
  mentions: readonly Mention[],
  types: readonly string[],
): { readonly spellings: readonly Spelling[]; readonly doubles: readonly (readonly [Mention, Name])[] } {
  const bySpelling = new Map<string, Name[]>();
  const taken = new Map<string, Name>();
  const doubles: [Mention, Name][] = [];
  const capitals = new CapitalWords(text);
  let around: Name | null = null;
  for (const mention of mentions) {
    if (mention.kind === 'pronoun') continue;
    const core = nameCore(mention.text, isPerson([mention], types));
    if (core === null) continue;
    const [start, end] = [mention.start + core.start, mention.start + core.end];
    const words = mention.text.slice(core.start, core.end).toLowerCase().replace(/’/gu, "'").split(/\s+/u);
    const known = taken.get(`${start} ${end}`);
    if (known !== undefined) {
      doubles.push([mention, known]);
      continue;
    }
    // `Lind` within `Mara Lind` is no name of its own; each of `Lind and Keel` is.
    if (around !== null && around.start <= start && end <= around.end && !around.words.includes('and')) {
      if (end === around.end) doubles.push([mention, around]);
      continue;
    }
    // A common word that only its place gives a capital is a description.
    if (capitals.isByPlace({ start, end })) continue;
    // In a headline every run of capitals looks like a name; only what the report names elsewhere is one.
    if (
      words.length > 1 &&
      capitals.inHeadline({ start, end }) &&
      !elsewhere(text, mention.text.slice(core.start, core.end), start)
    )
      continue;
    const name: Name = { mention, start, end, text: mention.text.slice(core.start, core.end), words };
    taken.set(`${start} ${end}`, name);
    if (around === null || end > around.end) around = name;
    const key = words.join(' ');
    const alike = bySpelling.get(key);
    if (alike === undefined) bySpelling.set(key, [name]);
    else alike.push(name);
  }
  const spellings = [...bySpelling.values()]
    .map((names) => {
      const mentioned = names.map(({ mention }) => mention);
      const { words } = names[0]!;
      return { words, bare: withoutSuffix(words), names, person: isPerson(mentioned, types) };
    })
    .sort((a, b) => b.words.length - a.words.length || a.names[0]!.start - b.names[0]!.start);
  return { spellings: withoutDescriptions(withoutCollisions(spellings), capitals), doubles };
}

/** `Filmmaker Mara Lind` and `Trust Mara Lind` hold a name that the report has by itself, too. */
function withoutDescriptions(spellings: readonly Spelling[], capitals: CapitalWords): Spelling[] {
  const known = new Map(spellings.map((spelling) => [spelling.words.join(' '), spelling]));
  const moved = new Map<Spelling, Name[]>();
  const kept = spellings.filter((spelling) => {
    const { words, names, person } = spelling;
    if (!person || words.includes('and')) return true;
    for (let cut = 1; cut <= words.length - 2; cut++) {
      const bare = known.get(words.slice(cut).join(' '));
      if (bare?.person !== true || !capitals.isCommon(words[cut - 1]!)) continue;
      const rest = names.map((name): Name => {
        const start = name.end - bare.names[0]!.text.length;
        return { ...name, start, text: name.text.slice(start - name.start), words: bare.words };
      });
      moved.set(bare, [...(moved.get(bare) ?? []), ...rest]);
      return false;
    }
    return true;
  });
  return kept.map((spelling) => {
    const names = moved.get(spelling);
    if (names === undefined) return spelling;
    return { ...spelling, names: [...spelling.names, ...names].sort((a, b) => a.start - b.start) };
  });
}

/** `… of the Daily Mirror Keel said`: two names that only stand side by side. Each is a name elsewhere, the first one no person's. */
function withoutCollisions(spellings: readonly Spelling[]): Spelling[] {
  const known = new Map(spellings.map((spelling) => [spelling.words.join(' '), spelling]));
  return spellings.filter(({ words, names }) => {
    if (words.length < 3 || names.length > 1) return true;
    return !words.some((_, cut) => {
      const [first, second] = [known.get(words.slice(0, cut).join(' ')), known.get(words.slice(cut).join(' '))];
      return first !== undefined && second !== undefined && !first.person && second.person;
    });
  });
}

function elsewhere(text: string, name: string, start: number): boolean {
  return text.indexOf(name, start + name.length) >= 0 || (start > 0 && text.lastIndexOf(name, start - 1) >= 0);
}

/** `Jonas Keel` of `Jonas Keel Jr.` */
function withoutSuffix(words: readonly string[]): readonly string[] {
  return words.length > 2 && /^(?:[js]r\.?|senior|i{1,3}|iv|v)$/u.test(words.at(-1)!) ? words.slice(0, -1) : words;
}
