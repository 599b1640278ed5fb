import type { DisputeRecord } from '../../api/index.ts';

/**
 * Whether it is words of this speaker that are contradicted; an empty name stands for a report's own voice and for
 * statements that are nobody's, null for anybody.
 */
export function isAgainst({ disputed }: DisputeRecord, name: string | null): boolean {
  if (name === null) return true;
  if (disputed === null || disputed.kind === 'own-voice') return name === '';
  return (disputed.entity?.name ?? disputed.speaker ?? '') === name;
}
