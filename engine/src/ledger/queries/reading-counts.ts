import type { ReadingTable, StatementTable } from '../schema.ts';

/** How much a reading found, as its row keeps it: a reading never changes, and lists of reports are ordered by it. */
export function countsOf(
  found: readonly Pick<StatementTable, 'kind' | 'disputed'>[],
): Pick<ReadingTable, 'statements' | 'own_voice' | 'disputed'> {
  const statements = found.filter(({ kind }) => kind === 'statement');
  return {
    statements: statements.length,
    own_voice: found.length - statements.length,
    disputed: statements.filter(({ disputed }) => disputed === 1).length,
  };
}
