import { describe, expect, it } from 'vitest';
import { exported, first } from '../../test/exported-records.ts';
import { streamOf } from '../../test/hand-made-records.ts';
import type { LedgerRecord } from '../record/index.ts';
import { exportFormats, type ExportFormat } from './formats.ts';

const formats: readonly (readonly [string, ExportFormat])[] = Object.entries(exportFormats);

describe('exportFormats', () => {
  it('are these', () => {
    expect(Object.keys(exportFormats)).toEqual([
      'csv',
      'xlsx',
      'jsonl',
      'parquet',
      'brat',
      'web-annotation',
      'web-annotation-lines',
      'schema-org',
      'html',
    ]);
  });

  it.each(formats)(
    'say what they are, and write something: %s',
    async (_, { extension, mediaType, description, write }) => {
      expect(extension).toMatch(/^\.[a-z]+$/u);
      expect(mediaType).toMatch(/^\w+\/[\w.+-]+/u);
      expect(description).not.toBe('');
      for (const records of [exported.records, []]) {
        for await (const chunk of write(streamOf(records), exported)) {
          expect(typeof chunk === 'string' || chunk instanceof Uint8Array).toBe(true);
        }
      }
    },
  );

  it.each(formats)('end with the error of the records, and let go of them: %s', async (_, { write }) => {
    let released = false;
    const failing = async function* (): AsyncGenerator<LedgerRecord> {
      try {
        yield first;
        throw new Error('the database went away');
      } finally {
        released = true;
      }
    };
    await expect(Array.fromAsync(write(failing(), exported))).rejects.toThrow('the database went away');
    expect(released).toBe(true);
  });
});
