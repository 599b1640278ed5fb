import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { ReadDocument } from '../attribution/index.ts';
import { handMade } from '../../test/hand-made.ts';
import { reportForTerminal, type TerminalOptions } from './report-terminal.ts';

const shown = (read: ReadDocument, options: Partial<TerminalOptions> = {}): string =>
  reportForTerminal(read, { width: 80, colour: false, ...options });
const linesOf = (read: ReadDocument, options: Partial<TerminalOptions> = {}): string[] =>
  shown(read, options)
    .split('\n')
    .map((line) => line.trim());

const tunnel = handMade(
  `Vardo harbour tunnel to open late

PORT VARDO (Meridian) — [The harbour tunnel would open late](content 1), [Transport Minister Ana Okonjo](source 1) [said](cue 1) to reporters on Tuesday. The tunnel is two years behind schedule. She [urged](cue 2) [the contractor to publish all its letters](content 2). [Brightwater Civil, the contractor,](source 3) [disputed](cue 3) [the minister’s account](content 3).`,
  {
    statements: {
      1: { entity: 'e1', addressee: 'reporters', time: ['on Tuesday', '2026-03-03'] },
      2: { entity: 'e1', stance: 'directs' },
      3: { entity: 'e2', stance: 'denies', disputes: [1] },
    },
    entities: {
      e1: { name: 'Ana Okonjo', aliases: ['Okonjo'], roles: ['Transport Minister'] },
      e2: { name: 'Brightwater Civil', type: 'organisation', roles: ['the contractor'] },
    },
    ownVoice: ['The tunnel is two years behind schedule.'],
    metadata: { publisher: 'The Northport Courier', date: '2026-03-04' },
    document: {
      dateline: {
        span: { start: 35, end: 58 },
        place: { start: 35, end: 45 },
        agency: { start: 47, end: 55 },
        date: null,
      },
    },
  },
);

describe('reportForTerminal', () => {
  it('shows the ledger that the documentation shows', () => {
    const page = readFileSync(new URL('../../../docs/cli.md', import.meta.url), 'utf8');
    expect(page).toContain(`$ according read report.txt\n${shown(tunnel)}\`\`\``);
  });

  it('marks a dispute at both ends, with names, and quotes what it disputes of the report’s own words', () => {
    const read = handMade(
      '[Ana](source 1) [said](cue 1) [it leaks](content 1). [Bo](source 2) [claimed](cue 2) [so too](content 2). Rain fell. [The firm](source 3) [denied](cue 3) [it](content 3), [Cy](source 4) [as well](content 4).',
      {
        statements: {
          3: { stance: 'denies', disputes: [1, 2, 'Rain fell.'] },
          4: { stance: 'denies', disputes: [1] },
        },
        ownVoice: ['Rain fell.'],
      },
    );
    const lines = linesOf(read);
    expect(lines).toContain('✗ disputed by 3 The firm · 4 Cy');
    expect(lines).toContain('✗ disputes 1 Ana · 2 Bo · the report’s own words “Rain fell.”');
    expect(lines[lines.indexOf('–  Rain fell.') + 1]).toBe('✗ disputed by 3 The firm');
  });

  it('names stance and distance where they are not the usual ones, and those of whom the report names nobody', () => {
    const read = handMade(
      '[Ana](source 1) [claimed](cue 1) [it leaks](content 1). [It was denied](cue 2) [at once](content 2).',
      { statements: { 1: { distance: 'distancing' }, 2: { stance: 'denies', confidence: 0.3 } } },
    );
    const lines = linesOf(read);
    expect(lines).toContain('1  claimed: it leaks');
    expect(lines).toContain('distancing');
    expect(lines).toContain('nobody named');
    expect(lines).toContain('2?  It was denied: at once');
    expect(lines).toContain('denies');
  });

  it('says whose words a nested statement stands in', () => {
    const read = handMade(
      '[Ana](source 1) [denied](cue 1) [that [Bo](source 2) had [admitted](cue 2) [it](content 2)](content 1).',
      { statements: { 2: { within: 1 } } },
    );
    expect(linesOf(read).join('\n')).toContain('cited within 1 Ana');
  });

  it('cuts a content short that is more than a few lines, and shows all of it with the text', () => {
    const words = 'the lining will not carry what the design assumes and nobody listens '.repeat(8).trim();
    const read = handMade(`[Ana](source) [said](cue) [${words}](content).`);
    expect(linesOf(read).join(' ')).toContain('[…]');
    expect(linesOf(read, { text: true }).join(' ')).not.toContain('[…]');
  });

  it('gives reasons where they are asked for, in either view', () => {
    const read = handMade('[Ana](source) [disputed](cue) [it](content).', {
      statements: {
        1: { stance: 'denies', reasons: [{ decision: 'stance', because: 'the cue “disputed”', words: [] }] },
      },
    });
    const reason = '↳ stance denies: the cue “disputed”';
    expect(linesOf(read)).not.toContain(reason);
    expect(linesOf(read, { explain: true })).toContain(reason);
    expect(linesOf(read, { explain: true, text: true })).toContain(reason);
  });

  it('sets what is known of a statement beside it where there is room', () => {
    expect(shown(tunnel, { width: 140 })).toMatch(/^ +3 {2}disputed: the minister’s account {9,}denies$/m);
  });

  it.each([40, 60, 80, 119, 120, 160, 200])('keeps to the width, in colour as without: %s', (width) => {
    for (const text of [false, true]) {
      const lines = shown(tunnel, { width, text }).split('\n');
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
      const coloured = stripVTControlCharacters(shown(tunnel, { width, text, colour: true }));
      expect(coloured.split('\n')).toEqual(lines);
    }
  });

  it('says before the ledger what concerns all of the report, and after it what concerns a place, with its words', () => {
    const read = handMade('“It leaks and nobody minds.\n\nRain fell.', {
      document: {
        diagnostics: [
          { code: 'unclosed-quotation', message: 'Expected a mark', span: { start: 0, end: 27 } },
          { code: 'not-english', message: 'Expected English', span: null },
        ],
      },
    });
    const lines = linesOf(read);
    expect(lines[1]).toBe('note: Expected English');
    expect(lines.slice(-3)).toEqual(['note: Expected a mark: ““It leaks and nobody minds.”', 'no statements', '']);
  });

  it.each([false, true])('shows control characters as symbols, wherever a report has them (text: %s)', (text) => {
    const read = handMade(
      'The sea\u0090 rose. [Ana\u001b2J](source) [said\u0008](cue) [it\u009b31m leaks\u0007 \u202ekcab](content) on Tues\u001bday to us\u0003.',
      {
        statements: {
          1: {
            entity: 'e1',
            disputes: ['The sea\u0090 rose.'],
            time: ['on Tues\u001bday', '2026\u001b'],
            addressee: 'us\u0003',
            reasons: [{ decision: 'stance', because: 'the cue \u001b[2J', words: [] }],
          },
        },
        entities: { e1: { name: 'Ana\u001b2J', aliases: ['A\u001bna'], roles: ['it\u009b31m'] } },
        ownVoice: ['The sea\u0090 rose.'],
        metadata: {
          title: 'Late\u001b]0;x\u0007',
          publisher: 'The\rCourier',
          date: '2026\u001b',
          authors: ['T\u001b'],
          url: 'a:\u001b',
        },
      },
    );
    const output = shown(read, { text, explain: true }).replaceAll('\n', '');
    expect(output).toContain('it␡31m leaks␇');
    expect(output).not.toMatch(/\p{Cc}|\u202e/u);
  });
});

describe('reportForTerminal with the text', () => {
  it('shows each statement under the paragraph in which it starts', () => {
    const read = handMade(
      '[Ana Okonjo](source 1) [said](cue 1) [it leaks](content 1). Rain fell.\n\n“[It leaks.](content 2)”\n\nNobody came.',
      { statements: { 2: { speaker: 'Ana Okonjo', quotation: 'direct' } } },
    );
    expect(shown(read, { text: true, width: 60 })).toBe(
      [
        '    Ana Okonjo said it leaks. Rain fell.',
        '',
        '      1  Ana Okonjo · asserts · indirect',
        '         source   Ana Okonjo',
        '         cue      said',
        '         content  it leaks',
        '',
        '    “It leaks.”',
        '',
        '      2  Ana Okonjo · asserts · direct',
        '         source   —',
        '         cue      —',
        '         content  It leaks.',
        '',
        '    Nobody came.',
        '',
        '2 statements by 1 speaker',
        '',
      ].join('\n'),
    );
  });

  it('joins the pieces of a role, and line breaks within one, on one line', () => {
    const read = handMade('[“It leaks,](content)” [Ana\nOkonjo](source) [said](cue). [“Badly.”](content)');
    expect(shown(read, { text: true })).toContain('content  “It leaks, … “Badly.”');
    expect(shown(read, { text: true })).toContain('source   Ana Okonjo');
  });

  it('never splits a word', () => {
    const address = `https://${'x'.repeat(70)}`;
    const lines = shown(handMade(`Rain fell, ${address}`), { text: true, width: 40 }).split('\n');
    expect(lines).toContain(`    ${address}`);
  });

  it('does not repeat a title that opens the text', () => {
    const read = handMade('Tunnel late\n\nRain fell.', { metadata: { title: 'Tunnel late' } });
    expect(shown(read, { text: true }).match(/Tunnel late/gu)).toHaveLength(1);
    expect(shown(read).match(/Tunnel late/gu)).toHaveLength(1);
  });
});
