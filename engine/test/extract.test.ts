import { once } from 'node:events';
import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { messages, outcome, parseLines, plainSentence, run, start } from './run-according.ts';

const slow = 120_000;

describe('according extract', () => {
  it('keeps ids, text and metadata, and anchors every span in the text', { timeout: slow }, async () => {
    const text = `“It leaks 💧,” Ana Okonjo said. \n\nPiotr Lund denied that the tunnel leaks.  `;
    const html = `<title>Tunnel late</title><article><h1>Tunnel late</h1>${`<p>${plainSentence} The ministry gave no reason.</p>`.repeat(4)}</article>`;
    const lines = [
      { id: 7, text, url: 'https://courier.example/7', title: 'Tunnel', publisher: 'The Courier', date: '2026-03-04' },
      { id: '0007', text: plainSentence, unknown: 'passed over' },
      { text: plainSentence },
      { id: null, html, url: 'https://courier.example/8' },
    ];
    const ran = await run(['extract', '--workers', '1'], {
      input: lines.map((line) => JSON.stringify(line)).join('\n'),
    });
    expect([ran.code, ran.stderr]).toEqual([0, '']);
    const out = parseLines(ran.stdout);
    const sha256 = (s: string): string => createHash('sha256').update(s, 'utf8').digest('hex');
    expect(out[0]).toMatchObject({ ...lines[0], sha256: sha256(text) });
    expect(out.map(({ id }) => id)).toEqual([7, '0007', sha256(plainSentence), out[3]!.sha256]);
    expect(out[3]).toMatchObject({ url: 'https://courier.example/8', title: 'Tunnel late' });
    for (const line of out) {
      expect(line.attributions.map(({ id }) => id)).toEqual(line.attributions.map((_, i) => `a${i + 1}`));
      for (const { source, cue, content } of line.attributions) {
        for (const [start, end] of [...source, ...cue, ...content]) {
          const words = line.text.slice(start, end);
          expect(words, `${start}–${end} of ${line.text.length}`).toBe(words.trim());
          expect(words.length).toBe(end - start);
          expect(words).not.toBe('');
        }
      }
    }
    const [found] = out[1]!.attributions;
    const words = (spans: readonly (readonly [number, number])[]): string[] =>
      spans.map(([a, b]) => plainSentence.slice(a, b));
    expect([words(found!.source), words(found!.cue), words(found!.content)]).toEqual([
      ['Ana Okonjo'],
      ['said'],
      ['the tunnel would open late'],
    ]);
  });

  it('answers each bad line in its place, by its number, and reads all the others', { timeout: slow }, async () => {
    const good = JSON.stringify({ id: 'good', text: plainSentence });
    const spanish =
      'La ministra dijo el martes que el túnel del puerto abrirá dos años más tarde de lo previsto, porque los obreros hallaron agua subterránea que nadie esperaba.';
    const rows: readonly (readonly [line: string | Uint8Array, answer: string])[] = [
      [good, ''],
      ['not JSON at all', 'json-invalid'],
      ['   ', 'blank'],
      [good, ''],
      ['[1, 2]', 'document-invalid'],
      ['"text"', 'document-invalid'],
      ['{"id": "neither"}', 'document-invalid'],
      ['{"id": "number", "text": 12}', 'document-invalid'],
      ['{"id": {"a": 1}, "text": "x"}', 'document-invalid'],
      [JSON.stringify({ id: 'long', text: 'The tunnel leaks. '.repeat(60_000) }), 'document-too-large'],
      ['{"id": "page", "html": "<html><body></body></html>"}', 'text-missing'],
      [good, ''],
      [`{"text": "${'x'.repeat(65_000_000)}"}`, 'line-too-long'],
      ['{"id": "empty", "text": ""}', 'no-letters'],
      ['{"id": "numbers", "text": "1 2 3"}', 'no-letters'],
      [JSON.stringify({ id: 'spanish', text: spanish }), 'not-english'],
      [Buffer.from('{"id": "latin", "text": "caf\xe9"}', 'latin1'), ''],
      ['{"id": "list", "html": "<ul><li>Weather<li>Sport</ul>"}', 'no-article'],
      [Uint8Array.of(0x1f, 0x8b, 8, 0, 1, 2, 3), 'json-invalid'],
      [good, ''],
    ];
    const ran = await run(['extract', '--workers', '1'], { input: rows.flatMap(([line]) => [line, '\r\n']) });
    expect([ran.code, ran.stderr]).toEqual([1, '']);
    const answers = parseLines(ran.stdout);
    const expected = rows.map(([, answer], i) => ({ answer, line: i + 1 })).filter(({ answer }) => answer !== 'blank');
    expect(answers.map(({ error, diagnostics }) => error?.code ?? diagnostics[0]?.code ?? '')).toEqual(
      expected.map(({ answer }) => answer),
    );
    answers.forEach(({ error }, i) => {
      if (error === undefined) return;
      expect(error.line).toBe(expected[i]!.line);
      expect(error.message).toMatch(/^Expected .*, got /s);
      expect(error.message).not.toContain('\n');
    });
    expect(answers.find(({ id }) => id === 'long')?.error?.code, 'an error bears the id of its line').toBe(
      'document-too-large',
    );
  });

  it('gives the same lines in the same order whatever the number of workers', { timeout: slow }, async () => {
    const input = Array.from({ length: 40 }, (_, i) =>
      JSON.stringify({ id: i, text: Array.from({ length: 1 + ((i * 7) % 5) }, () => plainSentence).join('\n\n') }),
    ).join('\n');
    const [one, two] = [
      await run(['extract', '--workers', '1'], { input }),
      await run(['extract', '--workers', '2'], { input }),
    ];
    expect(parseLines(two.stdout).map(({ id }) => id)).toEqual(Array.from({ length: 40 }, (_, i) => i));
    expect(two.stdout).toBe(one.stdout);
  });

  it('ends quietly where its reader has seen enough', { timeout: slow }, async () => {
    const child = start(['extract', '--workers', '2']);
    child.stdin.on('error', () => {}); // it stops reading
    const text = `${plainSentence}\n\n`.repeat(40);
    for (let id = 0; id < 200; id++) child.stdin.write(JSON.stringify({ id, text }) + '\n');
    await once(child.stdout, 'data');
    child.stdout.destroy(); // its input stays open: nothing but the closed output ends it
    const { code, signal, stderr } = await outcome(child);
    expect({ code, signal, stderr }).toEqual({ code: 0, signal: null, stderr: '' });
  });

  it('ends at once on ctrl-C', { timeout: slow }, async () => {
    const child = start(['extract', '--workers', '1']);
    child.stdin.on('error', () => {});
    child.stdin.write(JSON.stringify({ text: plainSentence }) + '\n');
    await once(child.stdout, 'data');
    child.stdin.write(JSON.stringify({ text: `${plainSentence}\n\n`.repeat(5000) }) + '\n');
    await delay(100);
    const ended = outcome(child);
    const began = performance.now();
    child.kill('SIGINT');
    const { signal, stderr } = await ended;
    expect([signal, stderr]).toEqual(['SIGINT', '']);
    expect(performance.now() - began).toBeLessThan(5000);
  });

  it('stops reading while nobody takes its answers', { timeout: slow }, async () => {
    const child = start(['extract', '--workers', '1']);
    const ended = once(child, 'close');
    child.stdin.on('error', () => {});
    // Titles come out as they went in, so that answers are large and quickly made.
    const line = JSON.stringify({ text: plainSentence, title: 'x'.repeat(250_000) }) + '\n';
    const all = 200;
    let written = 0;
    let lastProgress = performance.now();
    const feeding = (async () => {
      for (let i = 0; i < all; i++) {
        await new Promise((resolve) => child.stdin.write(line, resolve));
        written++;
        lastProgress = performance.now();
      }
    })();
    await once(child.stdout, 'readable'); // the first answers are there, and stay untaken
    while (written < all && performance.now() - lastProgress < 4000) await delay(200);
    expect(written * line.length).toBeLessThan(20_000_000);
    child.kill('SIGKILL');
    await ended;
    void feeding;
  });

  it('reads nothing from nothing', { timeout: slow }, async () => {
    expect(await run(['extract', '--workers', '1'])).toMatchObject({ code: 0, stdout: '', stderr: '' });
  });

  it('says that it reads standard input when it is given a file', async () => {
    const ran = await run(['extract', 'reports.jsonl']);
    expect(ran.code).toBe(2);
    expect(messages(ran)).toEqual([
      'according: Expected documents on standard input, got “reports.jsonl”; write: according extract < reports.jsonl (according extract --help)',
    ]);
  });
});
