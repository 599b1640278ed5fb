/** Names of what has no address on the web, by which files of ours refer to it. */
const urns = 'urn:according:';

/** An IRI for a record, a text, a network or an export. */
export function urnOf(kind: 'record' | 'text' | 'model' | 'export', id: string): string {
  return `${urns}${kind}:${encodeURIComponent(id.toWellFormed())}`;
}

/** The prefix under which keys of our own stand in JSON-LD of others. */
export const ownContext = { according: urns } as const;
