import type { ReportVersion } from '../../api/index.ts';

/** Words that both versions have, or one of them alone. */
export interface VersionPiece {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Both texts as one row of pieces; what went stands before what came in its place. */
export function versionPieces(
  before: string,
  after: string,
  changes: NonNullable<ReportVersion['changes']>,
): VersionPiece[] {
  const pieces: VersionPiece[] = [];
  const add = (kind: VersionPiece['kind'], text: string): void => {
    if (text !== '') pieces.push({ kind, text });
  };
  let at = 0;
  for (const [oldStart, oldEnd, newStart, newEnd] of changes) {
    add('same', after.slice(at, newStart));
    add('removed', before.slice(oldStart, oldEnd));
    add('added', after.slice(newStart, newEnd));
    at = newEnd;
  }
  add('same', after.slice(at));
  return pieces;
}
