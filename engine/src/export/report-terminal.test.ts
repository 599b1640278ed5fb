import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { annotate, numberAttributions, type ExtractedDocument } from '../attribution/index.ts';
import { createDocument, noMetadata, type Diagnostic, type Metadata } from '../document/index.ts';
import { reportForTerminal } from './report-terminal.ts';

function extracted(
  notation: string,
  known: { metadata?: Partial<Metadata>; diagnostics?: readonly Diagnostic[] } = {},
): ExtractedDocument {
  const { text, attributions } = annotate(notation);
  return {
    document: createDocument(text, {
      metadata: { ...noMetadata, ...known.metadata },
      diagnostics: known.diagnostics ?? [],
    }),
    attributions: numberAttributions(attributions),
    model: { name: 'none', version: '0' },
  };
}

const plain = { width: 60, colour: false };

describe('reportForTerminal', () => {
  it('shows each attribution under the paragraph in which it starts', () => {
    const report = extracted(
      '[Ana Okonjo](source 1) [said](cue 1) [it leaks](content 1). Rain fell.\n\n“[It leaks.](content 2)”\n\nNobody came.',
    );
    expect(reportForTerminal(report, plain)).toBe(
      [
        '    Ana Okonjo said it leaks. Rain fell.',
        '',
        '      1  source   Ana Okonjo',
        '         cue      said',
        '         content  it leaks',
        '',
        '    “It leaks.”',
        '',
        '      2  source   —',
        '         cue      —',
        '         content  It leaks.',
        '',
        '    Nobody came.',
        '',
        '2 attributions',
        '',
      ].join('\n'),
    );
  });

  it('joins the pieces of a role, and line breaks within one, on one line', () => {
    const report = extracted('[“It leaks,](content)” [Ana\nOkonjo](source) [said](cue). [“Badly.”](content)');
    expect(reportForTerminal(report, plain)).toContain('content  “It leaks, … “Badly.”');
    expect(reportForTerminal(report, plain)).toContain('source   Ana Okonjo');
  });

  it('wraps at the width, in colour as without, and never splits a word', () => {
    const words = 'the harbour tunnel would open two years later than anybody had planned';
    const report = extracted(`[Ana Okonjo](source) [said](cue) [${words}](content), https://${'x'.repeat(70)}`, {
      metadata: { title: words, publisher: 'The Northport Courier', url: 'https://courier.example/2026/tunnel' },
    });
    const lines = reportForTerminal(report, { width: 40, colour: false }).split('\n');
    expect(lines.filter((line) => line.length > 40)).toEqual([`    https://${'x'.repeat(70)}`]);
    const stripped = stripVTControlCharacters(reportForTerminal(report, { width: 40, colour: true }));
    expect(stripped.split('\n')).toEqual(lines);
  });

  it('does not repeat a title that opens the text', () => {
    const report = extracted('Tunnel late\n\nRain fell.', { metadata: { title: 'Tunnel late' } });
    expect(reportForTerminal(report, plain).match(/Tunnel late/gu)).toHaveLength(1);
  });

  it('says before the report what concerns all of it, and after it what concerns a place, with its words', () => {
    const report = extracted('“It leaks and nobody minds.\n\nRain fell.', {
      diagnostics: [
        { code: 'unclosed-quotation', message: 'Expected a mark', span: { start: 0, end: 27 } },
        { code: 'not-english', message: 'Expected English', span: null },
      ],
    });
    const lines = reportForTerminal(report, plain).split('\n');
    expect(lines[0]).toBe('note: Expected English');
    expect(lines).toContain('note: Expected a mark: ““It leaks and nobody minds.”');
  });

  it('shows control characters as symbols, wherever a report has them', () => {
    const report = extracted('[Ana\u001b2J](source) [said](cue) [it\u009b31m leaks\u0007](content).', {
      metadata: { title: 'Late\u001b]0;x\u0007', publisher: 'The\rCourier' },
    });
    expect(reportForTerminal(report, plain).replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });
});
