import type { Entity, EntityId } from '../attribution/index.ts';
import { countWhile, type Span } from '../document/index.ts';

/** Finds which entities a stretch of text mentions. Made once a document. */
export class EntityIndex {
  readonly #mentions: readonly (Span & { readonly entity: EntityId })[];

  constructor(entities: readonly Entity[]) {
    this.#mentions = entities
      .flatMap(({ id, mentions }) => mentions.map(({ start, end }) => ({ start, end, entity: id })))
      .sort((a, b) => a.start - b.start);
  }

  /** Entities with a mention that lies within a span. */
  within({ start, end }: Span): EntityId[] {
    const first = countWhile(this.#mentions, (mention) => mention.start < start);
    const found: EntityId[] = [];
    for (let at = first; at < this.#mentions.length && this.#mentions[at]!.start < end; at++) {
      if (this.#mentions[at]!.end <= end) found.push(this.#mentions[at]!.entity);
    }
    return found;
  }
}
