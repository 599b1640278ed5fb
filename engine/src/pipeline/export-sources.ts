import { AccordingError } from '../errors.ts';
import type { ExportOptions } from '../export/index.ts';
import type { Ledger } from '../ledger/index.ts';

/** Where a format finds the texts and readings of the records that a ledger gives. */
export function exportSources(ledger: Ledger): Pick<ExportOptions, 'textOf' | 'readingOf'> {
  return {
    textOf: async (sha256) => {
      const text = await ledger.text(sha256);
      if (text !== null) return text;
      throw new AccordingError('ledger-invalid', `Expected the text ${sha256.slice(0, 12)} in the ledger, got none`);
    },
    readingOf: (sha256, model) => ledger.textReading(sha256, model),
  };
}
