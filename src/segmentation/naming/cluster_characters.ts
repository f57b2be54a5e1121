import type { DataFrame } from "nodejs-polars";
import { numberColumn } from "../../frames/columns.ts";
import type { Archetype } from "./archetypes.ts";
import { cliffsDelta } from "./cliffs_delta.ts";
import type { ClusterCharacter } from "./descriptive_names.ts";
import type { SeasonEvidence } from "./season_evidence.ts";
import { sum } from "../../numeric/sums.ts";

/** Features that names speak of, whatever the archetypes. */
const NAMING_FEATURES = ["monetary_value", "frequency", "recency_days", "average_basket_size"];

/**
 * Gathers what the names of clusters are made of.
 *
 * @param customers One row per customer, with `monetary_value`.
 * @param archetypes Their features are measured, where the customers have them.
 * @param season Whether each cluster is seasonal; without it none is.
 */
export function clusterCharacters(
  customers: DataFrame,
  labels: Int32Array,
  clusters: number,
  archetypes: readonly Archetype[],
  season?: readonly SeasonEvidence[],
): ClusterCharacter[] {
  const features = new Set([
    ...NAMING_FEATURES,
    ...archetypes.flatMap(({ profile, requires }) => Object.keys({ ...profile, ...requires })),
  ]);
  const effects = [...features]
    .filter((feature) => customers.columns.includes(feature))
    .map((feature) =>
      [feature, cliffsDelta(numberColumn(customers, feature), labels, clusters)] as const
    );
  const spend = new Float64Array(clusters), members = new Int32Array(clusters);
  numberColumn(customers, "monetary_value").forEach((value, i) => {
    spend[labels[i]] += value;
    members[labels[i]]++;
  });
  const average = sum(spend) / labels.length;
  return Array.from(spend, (sum, cluster) => ({
    effects: Object.fromEntries(effects.map(([feature, deltas]) => [feature, deltas[cluster]])),
    relativeSpend: average > 0 ? sum / members[cluster] / average : 1,
    seasonal: season?.[cluster].proven ?? false,
  }));
}
