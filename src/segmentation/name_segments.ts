import { type Archetype, ARCHETYPES } from "./archetypes.ts";

/** Mean standardised feature values of one cluster, by feature. */
export type ClusterProfile = Readonly<Record<string, number>>;

/** A cluster's name and what it means. */
export interface SegmentName {
  readonly name: string;
  readonly description: string;
  readonly action: string;
}

/**
 * Names clusters by matching their profiles to archetypes so that the total distance is least.
 *
 * Every archetype is used at most once, and only where what it requires is seen; clusters beyond the archetypes get a plain name that says
 * what they are, and archetypes beyond the clusters are not used.
 *
 * @param profiles One profile per cluster, in standard deviations from the average customer.
 * @param archetypes Kinds of customers, at most six.
 * @returns One name per cluster, all different.
 * @throws {RangeError} If there is no cluster.
 *
 * @example
 * ```ts
 * import { nameSegments } from "./name_segments.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const names = nameSegments([
 *   { monetary_value: -1, frequency: -1, recency_days: 1.2, average_basket_size: -0.1 },
 *   { monetary_value: 1.5, frequency: 1.4, recency_days: -1, average_basket_size: 0.5 },
 * ]);
 * assertEquals(names.map(({ name }) => name), ["Infrequent shoppers", "High-value customers"]);
 * ```
 */
export function nameSegments(
  profiles: readonly ClusterProfile[],
  archetypes: readonly Archetype[] = ARCHETYPES,
): SegmentName[] {
  if (profiles.length === 0) throw new RangeError("Naming segments: there is no cluster.");
  const match = leastTotalDistance(profiles, archetypes);
  const names: SegmentName[] = profiles.map((profile, cluster) => {
    const archetype = archetypes[match[cluster]];
    const claimed = archetype && isShown(profile, archetype.requires ?? {});
    return claimed ? archetype : plainName(profile);
  });
  return names.map(({ name, description, action }, i) => {
    const earlier = names.slice(0, i).filter((other) => other.name === name).length;
    return { name: earlier > 0 ? `${name} (${earlier + 1})` : name, description, action };
  });
}

/** A distance that no real profile has: such a match is made last, and not claimed. */
const UNPROVEN = 1e6;

function isShown(profile: ClusterProfile, least: ClusterProfile): boolean {
  return Object.entries(least).every(([feature, value]) => (profile[feature] ?? 0) >= value);
}

/** For each cluster its archetype, or −1; tries all assignments, of which there are few. */
function leastTotalDistance(
  profiles: readonly ClusterProfile[],
  archetypes: readonly Archetype[],
): number[] {
  const distances = profiles.map((profile) =>
    archetypes.map((archetype) =>
      isShown(profile, archetype.requires ?? {})
        ? squaredDistance(profile, archetype.profile)
        : UNPROVEN
    )
  );
  const used = Math.min(profiles.length, archetypes.length);
  let best: number[] = [], least = Infinity;
  const assign = (match: number[], named: number, total: number) => {
    if (total >= least) return;
    const cluster = match.length;
    if (cluster === profiles.length) {
      if (named === used) [best, least] = [match, total];
      return;
    }
    archetypes.forEach((_, a) => {
      if (!match.includes(a)) assign([...match, a], named + 1, total + distances[cluster][a]);
    });
    if (profiles.length - cluster > used - named) assign([...match, -1], named, total);
  };
  assign([], 0, 0);
  return best;
}

function squaredDistance(profile: ClusterProfile, typical: ClusterProfile): number {
  return Object.entries(typical)
    .reduce((sum, [feature, value]) => sum + ((profile[feature] ?? 0) - value) ** 2, 0);
}

/** What customers below and above the average are called, and in which words they are described. */
const WORDS: Readonly<Record<string, readonly { name: string; words: string }[]>> = {
  monetary_value: [
    { name: "Low spenders", words: "low spend" },
    { name: "High spenders", words: "high spend" },
  ],
  frequency: [
    { name: "Rare buyers", words: "few orders" },
    { name: "Frequent buyers", words: "many orders" },
  ],
  recency_days: [
    { name: "Recent buyers", words: "recent orders" },
    { name: "Lapsed buyers", words: "no recent order" },
  ],
  average_basket_size: [
    { name: "Small-basket buyers", words: "small baskets" },
    { name: "Large-basket buyers", words: "large baskets" },
  ],
};

/** Named after what is most unlike the average, described by the two such traits. */
function plainName(profile: ClusterProfile): SegmentName {
  const traits = Object.entries(WORDS)
    .map(([feature, words]) => ({ words, z: profile[feature] ?? 0 }))
    .filter(({ z }) => Math.abs(z) >= 0.25)
    .sort((a, b) => Math.abs(b.z) - Math.abs(a.z))
    .slice(0, 2)
    .map(({ words, z }) => words[z < 0 ? 0 : 1]);
  const described = traits.map(({ words }) => words).join(" and ");
  return {
    name: traits[0]?.name ?? "Average customers",
    description: `Near none of the named kinds: ${described || "average throughout"}.`,
    action: "Look at the profile before spending on them.",
  };
}
