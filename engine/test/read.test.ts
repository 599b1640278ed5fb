import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Files, messages, parseLines, pdfOf, plainSentence, run } from './run-according.ts';

const slow = 120_000;
const files = new Files();
afterAll(() => files.remove());

const good = files.write('good.txt', `Tunnel to open late\n\n${plainSentence}\n`);

describe('according read, with input that is no report', () => {
  const megabytes50 = files.write('long.txt', 'Ana Okonjo said the tunnel would open late. '.repeat(1_200_000));
  // Each with the words that its one line must hold.
  const failing: readonly (readonly [name: string, expected: RegExp])[] = [
    [files.path('missing.txt'), /Expected a file, got nothing of that name$/],
    [files.folder, /Expected a file, got a directory; name the files in it: .*\/\*$/],
    [files.write('empty.txt', ''), /Expected a report, got nothing at all$/],
    [files.write('blank.txt', ' \n\n\t\n'), /Expected a report, got white space alone$/],
    [
      files.write(
        'binary.bin',
        Uint8Array.from({ length: 5000 }, (_, i) => i % 256),
      ),
      /got 5000 bytes of binary data$/,
    ],
    [megabytes50, /Expected a report of at most 20 MB, got more$/],
    [
      files.write('long-text.txt', 'The tunnel leaks. '.repeat(60_000)),
      /at most 1,000,000 characters in one report, got 1,080,000$/,
    ],
    [
      files.write('empty.html', '<!doctype html><html><body><img src="a.png"></body></html>'),
      /HTML page with text, got one without any$/,
    ],
    [
      files.write('locked.pdf', pdfOf('Nobody reads this.', { encrypted: true })),
      /without a password, got an encrypted one$/,
    ],
    [files.write('damaged.pdf', '%PDF-1.4\nand then nothing that a PDF has'), /Expected a PDF, got a damaged one/],
    ['www.courier.example/tunnel', /nothing of that name; as an address: https:\/\/www\.courier\.example\/tunnel$/],
    ['x'.repeat(5000), /Expected a file, got .*name too long$/],
  ];
  const difficult: readonly (readonly [name: string, diagnostic: string])[] = [
    [files.write('numbers.txt', '1 2 3\n4 5 6\n'), 'no-letters'],
    [files.write('latin.txt', Buffer.from(`${plainSentence} She was at the caf\xe9.`, 'latin1')), 'charset-guessed'],
    [files.write('list.html', '<!doctype html><html><body><ul><li>Weather<li>Sport</ul></body></html>'), 'no-article'],
    [
      files.write(
        'spanish.txt',
        'La ministra dijo el martes que el túnel del puerto abrirá dos años más tarde de lo previsto, porque los obreros hallaron agua subterránea que nadie esperaba bajo la entrada norte.',
      ),
      'not-english',
    ],
    [files.write('open.txt', `“Nobody told us, she said.\n\n${plainSentence}`), 'unclosed-quotation'],
    [files.write('page.pdf', pdfOf(plainSentence)), ''],
  ];

  it(
    'says in one line each what was expected, what came and where, and reads all the others',
    { timeout: slow },
    async () => {
      const names = [...failing.map(([name]) => name), good, ...difficult.map(([name]) => name)];
      const ran = await run(['read', '--json', ...names]);
      expect(ran.code).toBe(1);
      const said = messages(ran);
      expect(said).toHaveLength(failing.length);
      failing.forEach(([name, expected], i) => {
        expect(said[i]).toContain(`according: ${name}: Expected`);
        expect(said[i]).toMatch(expected);
      });
      const [first, ...others] = parseLines(ran.stdout);
      expect(first!.text).toBe(readFileSync(good, 'utf8'));
      expect(others.map(({ diagnostics }) => diagnostics[0]?.code ?? '')).toEqual(difficult.map(([, code]) => code));
      expect(others.at(-1)!.text).toBe(plainSentence);
    },
  );
});

describe('according read, from the network', () => {
  let server: Server;
  let address: string;
  beforeAll(async () => {
    server = createServer((request, response) => {
      if (request.url === '/moved') response.writeHead(302, { location: '/report' }).end();
      else if (request.url === '/a') response.writeHead(302, { location: '/b' }).end();
      else if (request.url === '/b') response.writeHead(302, { location: '/a' }).end();
      else if (request.url === '/report') {
        const filler = `<p>${plainSentence} The ministry gave no reason for the delay, and the contractor could not be reached.</p>`;
        const page = `<!doctype html><title>Tunnel late</title><article><h1>Tunnel late</h1>${filler.repeat(3)}</article>`;
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
      } else response.writeHead(404).end('<h1>Not here</h1>');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  it('follows a redirect; a loop, a missing page and a silent host cost one line each', { timeout: slow }, async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const port = (closed.address() as AddressInfo).port;
    await new Promise((resolve) => closed.close(resolve));
    const ran = await run([
      'read',
      '--json',
      `${address}/a`,
      `${address}/gone`,
      `http://127.0.0.1:${port}/`,
      `${address}/moved`,
    ]);
    const said = messages(ran);
    expect(said).toHaveLength(3);
    expect(said[0]).toMatch(/\/a: Expected a page, got .*redirect/);
    expect(said[1]).toMatch(/\/gone: Expected a page, got status 404$/);
    expect(said[2]).toMatch(/Expected a page, got .*ECONNREFUSED/);
    expect(ran.code).toBe(1);
    const [line] = parseLines(ran.stdout);
    expect(line).toMatchObject({ title: 'Tunnel late', url: `${address}/report` });
  });
});

describe('according read, for people', () => {
  it(
    'shows who says what and what the report says itself, several reports each under its name',
    { timeout: slow },
    async () => {
      const ran = await run(['read', '-', good, '--width', '60'], { input: plainSentence });
      expect([ran.code, ran.stderr]).toEqual([0, '']);
      const lines = ran.stdout.split('\n');
      expect(lines[0]).toBe('── standard input '.padEnd(60, '─'));
      expect(lines).toContain(`── ${good} `.padEnd(60, '─'));
      expect(Math.max(...lines.filter((line) => !line.includes('──')).map((line) => line.length))).toBeLessThanOrEqual(
        60,
      );
      const [speaker, statement, summary] = lines.slice(2).filter((line) => line !== '');
      expect(speaker).toMatch(/^Ana Okonjo · person$/);
      expect(statement).toMatch(/^ +1\?? {2}said: the tunnel would open late$/);
      expect(summary).toMatch(/^1 statement by 1 speaker/);
      expect(ran.stdout).not.toContain('\u001b');
    },
  );

  it(
    'shows the text with source, cue and content where asked to, and what all of it rests on',
    { timeout: slow },
    async () => {
      const ran = await run(['read', '-', '--text', '--explain'], { input: plainSentence });
      expect([ran.code, ran.stderr]).toEqual([0, '']);
      const [inContext, statement, source, cue, content, ...rest] = ran.stdout
        .split('\n')
        .filter((line) => line !== '');
      expect(inContext).toBe(`    ${plainSentence}`);
      expect(statement).toMatch(/^ +1\?? {2}Ana Okonjo · asserts · indirect$/);
      expect(source).toMatch(/^ +source +Ana Okonjo$/);
      expect(cue).toMatch(/^ +cue +said$/);
      expect(content).toMatch(/^ +content +the tunnel would open late$/);
      expect(rest.some((line) => /^ +↳ speaker Ana Okonjo: ./.test(line))).toBe(true);
    },
  );

  it.each([
    { name: 'colours where asked to', args: [], env: {}, colours: true },
    { name: 'leaves colours out with --no-colour', args: ['--no-colour'], env: {}, colours: false },
    { name: 'leaves colours out where NO_COLOR is set', args: [], env: { NO_COLOR: '1' }, colours: false },
  ])('$name', { timeout: slow }, async ({ args, env, colours }) => {
    const input = `${plainSentence} Nobody \u001b[31mminds\u0007 that.`;
    const { stdout } = await run(['read', '-', '--text', ...args], { input, env: { FORCE_COLOR: '1', ...env } });
    expect(stdout.includes('\u001b[')).toBe(colours);
    expect(stdout, 'what a report holds never reaches the terminal as a command').not.toContain('\u001b[31mminds');
    expect(stdout).toContain('␛[31m');
    expect(stdout).toContain('␇');
  });

  it('ends quietly where its reader has seen enough', { timeout: slow }, async () => {
    const { start, outcome } = await import('./run-according.ts');
    const child = start(['read', '--html', '-', good]);
    child.stdin.end();
    child.stdout.destroy();
    const { code, stderr } = await outcome(child);
    expect([code, stderr]).toEqual([0, '']);
  });
});

describe('according read --html', () => {
  const hostile = files.write(
    'hostile.txt',
    `Ana Okonjo said the <script>alert("1")</script> tunnel & "all" would open late.\n\nPiotr Lund told the Courier: "It leaks."\n`,
  );

  it(
    'writes one page with every attribution, in which nothing of a report is markup and nothing is loaded',
    { timeout: slow },
    async () => {
      const page = files.path('page.html');
      const ran = await run(['read', hostile, files.path('missing.txt'), good, '--html', page]);
      expect(ran.code).toBe(1);
      expect(messages(ran).at(-1)).toBe(`wrote ${page}`);
      expect(ran.stdout).toBe('');
      const html = readFileSync(page, 'utf8');
      expect(html).not.toContain('<script>alert');
      expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;');
      expect(html).not.toMatch(/\b(src|action|data)\s*=\s*["']|href="[^#]|@import|url\(/);
      const list = parseLines((await run(['read', '--json', hostile, good])).stdout);
      const count = list.reduce((sum, { attributions }) => sum + attributions.length, 0);
      expect(count).toBeGreaterThan(1);
      expect(html.match(/<li[^>]* data-of=/g)).toHaveLength(count);
      // A page of ours may be written again; another file may not.
      const again = await run(['read', good, '--html', page]);
      expect([again.code, again.stderr]).toEqual([0, `wrote ${page}\n`]);
    },
  );

  it('writes to standard output with -', { timeout: slow }, async () => {
    const { code, stdout, stderr } = await run(['read', good, '--html', '-']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^<!doctype html>[^]*<\/html>\n$/);
  });

  it('never writes over a report or another file', { timeout: slow }, async () => {
    const before = readFileSync(hostile, 'utf8');
    const over = await run(['read', good, hostile, '--html', hostile]);
    expect([over.code, messages(over).length]).toEqual([2, 1]);
    const other = await run(['read', good, '--html', hostile]);
    expect(other).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/which holds something else; remove it first\n$/),
    });
    expect(readFileSync(hostile, 'utf8')).toBe(before);
    const nowhere = files.path('no/such/folder/page.html');
    const lost = await run(['read', good, '--html', nowhere]);
    expect(lost).toMatchObject({ code: 1, stderr: expect.stringMatching(/^according: Expected to write .*\n$/) });
    expect(existsSync(nowhere)).toBe(false);
  });
});
