import { createDocument, noMetadata, type Diagnostic, type Document, type Metadata } from '../document/index.ts';
import { checkText } from './check-text.ts';
import { findDateline } from './dateline.ts';

/** Makes a document of plain text, which stays as it is to the last character. */
export function readText(
  text: string,
  known: {
    readonly id?: string | null;
    readonly metadata?: Metadata;
    readonly diagnostics?: readonly Diagnostic[];
  } = {},
): Document {
  return createDocument(text, {
    id: known.id ?? null,
    metadata: known.metadata ?? noMetadata,
    dateline: findDateline(text),
    diagnostics: [...(known.diagnostics ?? []), ...checkText(text)],
  });
}
