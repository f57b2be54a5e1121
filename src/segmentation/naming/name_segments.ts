import { type ClusterCharacter, descriptiveNames, type SegmentName } from "./descriptive_names.ts";
import { leastCostAssignment } from "../../numeric/least_cost_assignment.ts";
import { type Archetype, ARCHETYPES } from "./archetypes.ts";

/** A cost that no possible match has. */
const IMPOSSIBLE = 1e6;

/**
 * Names clusters by matching them to archetypes so that the total likeness is largest.
 *
 * Likeness is the cosine between a cluster's effect sizes and the archetype's profile. Every
 * archetype is used at most once, and only where what it requires is seen; clusters without an
 * archetype get a name that says what they are.
 *
 * @param clusters What is known of each cluster.
 * @param archetypes Kinds of customers.
 * @returns One name per cluster, all different.
 * @throws {RangeError} If there are no clusters.
 *
 * @example
 * ```ts
 * import { nameSegments } from "./name_segments.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const effects = { monetary_value: -0.8, frequency: -0.9, recency_days: 0.7 };
 * const names = nameSegments([
 *   { effects, relativeSpend: 0.1, seasonal: false },
 *   {
 *     effects: { monetary_value: 0.8, frequency: 0.9, recency_days: -0.7 },
 *     relativeSpend: 1.9,
 *     seasonal: false,
 *   },
 * ]);
 * assertEquals(names.map(({ name }) => name), ["Infrequent shoppers", "High-value customers"]);
 * ```
 */
export function nameSegments(
  clusters: readonly ClusterCharacter[],
  archetypes: readonly Archetype[] = ARCHETYPES,
): SegmentName[] {
  if (clusters.length === 0) throw new RangeError("Naming segments: there are no clusters.");
  const match = mostLikely(clusters, archetypes);
  const others = descriptiveNames(clusters.filter((_, i) => match[i] === undefined));
  const names = match.map((archetype) => archetype ?? others.shift()!);
  return names.map(({ name, description, action }) => ({ name, description, action }));
}

/** For each cluster the archetype that it is matched with, if any. */
function mostLikely(
  clusters: readonly ClusterCharacter[],
  archetypes: readonly Archetype[],
): (Archetype | undefined)[] {
  const features = [...new Set(archetypes.flatMap(({ profile }) => Object.keys(profile)))];
  const largest = Math.max(...clusters.map(({ relativeSpend }) => relativeSpend));
  const costs = clusters.map((cluster) => [
    ...archetypes.map((archetype) => {
      const likeness = cosine(cluster.effects, archetype.profile, features);
      return isTrue(archetype, cluster, largest) && likeness > 0 ? -likeness : IMPOSSIBLE;
    }),
    // Any number of clusters may go without an archetype.
    ...clusters.map(() => 0),
  ]);
  return leastCostAssignment(costs).map((column) => archetypes[column]);
}

function isTrue(archetype: Archetype, cluster: ClusterCharacter, largest: number): boolean {
  const { requires, largestSpend, seasonal } = archetype;
  if (largestSpend && cluster.relativeSpend < largest) return false;
  if (seasonal && !cluster.seasonal) return false;
  return Object.entries(requires).every(([feature, least]) =>
    (cluster.effects[feature] ?? 0) * Math.sign(least) >= Math.abs(least)
  );
}

function cosine(
  effects: ClusterCharacter["effects"],
  profile: Archetype["profile"],
  features: readonly string[],
): number {
  const at = (vector: Readonly<Record<string, number>>, feature: string) => vector[feature] ?? 0;
  const dot = features.reduce((sum, f) => sum + at(effects, f) * at(profile, f), 0);
  const length = (vector: Readonly<Record<string, number>>) =>
    Math.hypot(...features.map((f) => at(vector, f)));
  const lengths = length(effects) * length(profile);
  return lengths > 0 ? dot / lengths : 0;
}
