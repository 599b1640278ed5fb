import fc from 'fast-check';
import { AccordingError, readReport, roles, toInterchange, type Reader } from 'according';

/** Characters and strings that have broken text programs before. */
const troubles = [
  [
    '🙂',
    '👩‍👩‍👧‍👦',
    '🇺🇳',
    'e\u0301',
    'n\u0303\u0323\u0302',
    '\u0301',
    'שלום',
    '\u202eabc\u202c',
    'مرحبا',
    '東京',
    'ﬁ',
    'İ',
    'ß',
    '𝔘',
  ],
  ['“', '”', '"', '‘', '’', "'", '«', '»', '„', '``', "''", '"""', '(', ')', '—', '--', ':', '…'],
  [
    '\u0000',
    '\u0007',
    '\u001b[31m',
    '\u0085',
    '\u00a0',
    '\u00ad',
    '\u200b',
    '\u2028',
    '\u2029',
    '\ufeff',
    '\ufffd',
    '\ud83d',
    '\udc00',
  ],
  [
    '\n',
    '\r',
    '\r\n',
    '\n\n\n',
    '\t',
    ' ',
    '',
    '[SEP]',
    '[CLS]',
    '##ed',
    'said',
    'PARIS (X) — ',
    '<p>',
    '</p>',
    '<script>',
    '&amp;',
    '&#x1F600;',
  ],
].flat();

/** One change to a text: something put in, taken out, doubled or turned round. */
const mutation = fc.record({
  kind: fc.constantFrom('insert', 'delete', 'double', 'reverse', 'upper'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(60),
  what: fc.oneof(fc.constantFrom(...troubles), fc.string({ unit: 'binary', maxLength: 8 })),
});

type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

function mutate(text: string, { kind, at, length, what }: Mutation): string {
  const start = Math.floor(at * text.length);
  const [before, part, after] = [text.slice(0, start), text.slice(start, start + length), text.slice(start + length)];
  if (kind === 'insert') return before + what + part + after;
  if (kind === 'delete') return before + after;
  if (kind === 'double') return before + part + part + after;
  if (kind === 'upper') return before + part.toUpperCase() + after;
  return before + [...part].reverse().join('') + after;
}

/** Files of every sort: mutated passages of real-looking reports, random text, pages, and plain bytes. */
export function anyReport(texts: readonly string[]): fc.Arbitrary<Uint8Array> {
  const passage = fc
    .tuple(fc.constantFrom(...texts), fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 700 }))
    .map(([text, at, length]) => text.slice(Math.floor(at * text.length)).slice(0, length));
  const mutated = fc
    .tuple(passage, fc.array(mutation, { minLength: 1, maxLength: 12 }))
    .map(([text, mutations]) => mutations.reduce(mutate, text));
  const soup = fc.array(fc.oneof(fc.constantFrom(...troubles), fc.string({ unit: 'grapheme', maxLength: 12 })), {
    maxLength: 60,
  });
  const text = fc.oneof(
    { weight: 6, arbitrary: mutated },
    { weight: 2, arbitrary: soup.map((parts) => parts.join(' ')) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
    { weight: 1, arbitrary: mutated.map((inner) => `<html><body><article><h1>x</h1><p>${inner}</p></article>`) },
  );
  const bytes = text.map((string) => Uint8Array.from(Buffer.from(string)));
  return fc.oneof({ weight: 19, arbitrary: bytes }, { weight: 1, arbitrary: fc.uint8Array({ maxLength: 400 }) });
}

/** Refusals that a file of nonsense deserves; anything else thrown is a crash. */
const refusals = new Set(['empty-input', 'binary-input', 'text-missing', 'pdf-unreadable', 'pdf-encrypted']);

/** @throws {Error} where reading crashes, a range leaves the text, or what is written cannot be read back */
export async function checkReport(reader: Reader, bytes: Uint8Array): Promise<void> {
  let document;
  try {
    document = await readReport(bytes);
  } catch (error) {
    if (error instanceof AccordingError && refusals.has(error.code)) return;
    throw error;
  }
  const extracted = await reader.read(document);
  const { text } = document;
  const ids = new Set<string>();
  for (const attribution of extracted.attributions) {
    if (ids.has(attribution.id)) throw new Error(`Expected ids to be unique, got ${attribution.id} twice`);
    ids.add(attribution.id);
    for (const role of roles) {
      let last = 0;
      for (const { start, end } of attribution[role]) {
        if (!(start >= last && start < end && end <= text.length)) {
          throw new Error(
            `Expected ordered ranges within 0–${text.length}, got ${start}–${end} (${role} of ${attribution.id})`,
          );
        }
        last = end;
      }
    }
  }
  for (const { span } of document.diagnostics) {
    if (span !== null && !(span.start >= 0 && span.start < span.end && span.end <= text.length)) {
      throw new Error(`Expected a diagnostic within 0–${text.length}, got ${span.start}–${span.end}`);
    }
  }
  const written = JSON.parse(JSON.stringify(toInterchange(extracted))) as { text: string };
  if (written.text !== text) throw new Error('Expected the text to be written as it is, got another');
}
