import { describe, expect, it } from 'vitest';
import { distances, quotationForms, sourceTypes, stances } from '../attribution/index.ts';
import { bytesPerMark, codeCount, codeOf, packMarks, traitsOf, type Traits } from './marks.ts';

const none: Traits = {
  kind: 'statement',
  disputed: 0,
  source_type: null,
  stance: null,
  distance: null,
  quotation: null,
};

describe('a code', () => {
  it('tells every trait apart from every other', () => {
    const seen = new Set<number>();
    for (const kind of ['statement', 'own-voice'] as const)
      for (const disputed of [0, 1] as const)
        for (const source_type of [null, ...sourceTypes])
          for (const stance of [null, ...stances])
            for (const distance of [null, ...distances])
              for (const quotation of [null, ...quotationForms]) {
                const traits: Traits = { kind, disputed, source_type, stance, distance, quotation };
                const code = codeOf(traits);
                expect(code).toBeLessThan(codeCount);
                seen.add(code);
                // Asking for each of 5,000 would take longer than all that it could find.
                if (seen.size % 7 === 0) expect(traitsOf(code)).toEqual(traits);
              }
    expect(seen.size).toBe(2 * 2 * 10 * 10 * 4 * 4);
  });

  it('stays what it is, since ledgers hold it', () => {
    expect(codeOf(none)).toBe(0);
    const some: Traits = { kind: 'own-voice', disputed: 1, source_type: 'none', stance: 'refuses', distance: 'endorsing', quotation: 'indirect' }; // prettier-ignore
    expect(codeOf(some)).toBe(0b011_011_1001_1001_1_1);
    expect(packMarks([{ traits: some, speakerId: 0x123456789abc }])).toBe(
      Buffer.from('676ebc9a78563412', 'hex').toString('base64'),
    );
    expect(bytesPerMark).toBe(8);
  });

  it('knows no value that no network gives', () => {
    expect(traitsOf(codeOf({ ...none, stance: 'toString' }))).toEqual(none);
  });
});
