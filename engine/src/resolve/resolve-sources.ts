import {
  sourceTypes,
  type Attribution,
  type Entity,
  type EntityId,
  type EntityType,
  type FoundAttribution,
  type Reason,
  type SourceType,
} from '../attribution/index.ts';
import type { Document, Span } from '../document/index.ts';
import type { Manifest } from '../inference/index.ts';
import { clusterMentions } from './cluster-mentions.ts';
import { typeOf, type Cluster } from './cluster.ts';
import type { Mention } from './find-mentions.ts';
import { findRoles } from './find-roles.ts';
import { findSources } from './find-sources.ts';
import { typeOfSource } from './source-type.ts';
import { fullestName } from './speaker-name.ts';

/** Whose word an attribution is. */
export interface ResolvedSource {
  readonly speaker: string | null;
  readonly entity: EntityId | null;
  readonly sourceType: SourceType;
  readonly reasons: readonly Reason[];
}

/** Entities of a document, and for each attribution, in order, whose word it is. */
export interface ResolvedSources {
  readonly entities: readonly Entity[];
  readonly sources: readonly ResolvedSource[];
}

/**
 * Resolves the sources of a document's attributions.
 *
 * @param mentions - of the whole document, in order of their start, the longer first
 */
export function resolveSources(
  document: Document,
  attributions: readonly (FoundAttribution & Attribution)[],
  mentions: readonly Mention[],
  layout: Manifest['mentions'],
): ResolvedSources {
  const spans = attributions.flatMap(({ source }) => source.slice(0, 1));
  const clusters = clusterMentions(document.text, mentions, spans, layout);
  const found = findSources(document, attributions, mentions, clusters, sourceTypes);
  const types = attributions.map((_, index) => typeOfSource(index, document.text, attributions, found, layout.types));
  const entities = new Map<Cluster, Entity>();
  const said = Map.groupBy(found.keys(), (index) => found[index]!.cluster);
  const spoken = clusters
    .filter((cluster) => cluster.names.length > 0 || said.has(cluster))
    .sort((a, b) => a.links[0]!.mention.start - b.links[0]!.mention.start);
  for (const cluster of spoken) {
    const own = said.get(cluster) ?? [];
    const voices = own.map((index) => types[index]!);
    const name = (own.length > 0 ? found[own[0]!]!.name : null) ?? fullestName(cluster);
    if (name === null) continue;
    const id = `e${entities.size + 1}` as EntityId;
    entities.set(cluster, entityOf(id, document.text, cluster, name, entityType(voices, cluster, layout.types)));
  }
  const sources = found.map(({ name, cluster, reasons }, index): ResolvedSource => {
    const entity = cluster && entities.get(cluster);
    return {
      speaker: name && document.text.slice(name.start, name.end),
      entity: entity?.id ?? null,
      sourceType: types[index]!,
      reasons,
    };
  });
  return { entities: [...entities.values()], sources };
}

function entityType(voices: readonly SourceType[], cluster: Cluster, types: readonly string[]): EntityType {
  const counts = new Map<EntityType, number>();
  for (const voice of voices) if (voice !== 'none') counts.set(voice, (counts.get(voice) ?? 0) + 1);
  const most = [...counts].sort((a, b) => b[1] - a[1])[0];
  if (most !== undefined) return most[0];
  const byNetwork = typeOf(
    cluster.links.map(({ mention }) => mention),
    types,
  );
  return byNetwork === 'person'
    ? 'person'
    : byNetwork === 'organization'
      ? 'organisation'
      : byNetwork === 'place'
        ? 'place'
        : 'other';
}

function entityOf(id: EntityId, text: string, cluster: Cluster, name: Span, type: EntityType): Entity {
  const full = text.slice(name.start, name.end);
  const aliases = new Set(cluster.names.map((other) => other.text));
  aliases.delete(full);
  const mentions = cluster.links.map(({ mention: { start, end } }) => ({ start, end }));
  return {
    id,
    name: full,
    type,
    mentions,
    aliases: [...aliases].sort((a, b) => b.length - a.length),
    roles: findRoles(text, cluster).filter(
      ({ start, end }) => !full.toLowerCase().endsWith(text.slice(start, end).toLowerCase()),
    ),
  };
}
