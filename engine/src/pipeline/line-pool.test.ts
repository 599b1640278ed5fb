import { describe, expect, it } from 'vitest';
import { AccordingError } from '../errors.ts';
import { LinePool } from './line-pool.ts';

describe('LinePool', () => {
  it('answers lines with the attributions of their documents', async () => {
    const pool = await LinePool.open(1);
    try {
      const { output, failed } = await pool.read('{"id": 7, "text": "Ana Okonjo said the tunnel would open late."}', 1);
      expect(failed).toBe(false);
      const { id, text, attributions } = JSON.parse(output) as {
        id: number;
        text: string;
        attributions: { source: [number, number][]; cue: [number, number][] }[];
      };
      expect([id, attributions.length]).toEqual([7, 1]);
      expect(text.slice(...attributions[0]!.source[0]!)).toBe('Ana Okonjo');
      expect(text.slice(...attributions[0]!.cue[0]!)).toBe('said');
      const bad = await pool.read('{"text"', 2);
      expect(JSON.parse(bad.output)).toMatchObject({ error: { code: 'json-invalid', line: 2 } });
    } finally {
      await pool.close();
    }
  });

  it('finds attributions inside the content of others where asked to', async () => {
    const pool = await LinePool.open(1, { nested: true });
    try {
      const text = 'The minister said on Tuesday that Brightwater Civil had denied that it hid the cracks.';
      const { output } = await pool.read(JSON.stringify({ text }), 1);
      const { attributions } = JSON.parse(output) as {
        attributions: { id: string; parent: string | null; source: [number, number][] }[];
      };
      const outer = attributions.find(({ parent }) => parent === null)!;
      const inner = attributions.find(({ parent }) => parent === outer.id)!;
      expect([outer, inner].map(({ source }) => text.slice(...source[0]!))).toEqual([
        'The minister',
        'Brightwater Civil',
      ]);
    } finally {
      await pool.close();
    }
  });

  it('says what is wrong with a network before any line is read', async () => {
    const opening = LinePool.open(2, { modelPath: '/nowhere' });
    await expect(opening).rejects.toMatchObject({ code: 'model-missing' } satisfies Partial<AccordingError>);
  });
});
