import { formatPercent } from "../../words/numbers.ts";
import { type FeatureStability, SHIFTED } from "./population_stability.ts";

/** Advice whether to refit a segmentation, and why. */
export interface RefitAdvice {
  readonly refit: boolean;
  /** The reason in one sentence. */
  readonly because: string;
}

/** Below this share of customers in the same segment, two models tell different stories. */
const SAME_ENOUGH = 0.8;

/**
 * Advises whether a segmentation should be fitted anew: because a feature has shifted, or because a
 * model fitted at the other date would put too many customers elsewhere.
 *
 * @param stability How far the features moved, see `populationStability`.
 * @param sameSegment Share of customers (0 to 1) whom models fitted at both dates put into the same
 * segment, where that was tried.
 * @returns The advice with its reason; refitting keeps the names, see `refitSegments`.
 *
 * @example
 * ```ts
 * import { refitAdvice } from "./refit_advice.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const row = { feature: "recency_days", psi: 0.31, by_chance: 0.02, reading: "shifted" } as const;
 * assertEquals(refitAdvice([row]), {
 *   refit: true,
 *   because: "Fit the segmentation anew: recency shifted (population stability index 0.31, " +
 *     "limit 0.25).",
 * });
 * ```
 */
export function refitAdvice(
  stability: readonly FeatureStability[],
  sameSegment?: number,
): RefitAdvice {
  const reasons = [
    ...shiftsInWords(stability),
    ...(sameSegment !== undefined && sameSegment < SAME_ENOUGH
      ? [`models fitted at both dates agree on only ${formatPercent(sameSegment)} of the customers`]
      : []),
  ];
  if (reasons.length > 0) {
    return { refit: true, because: `Fit the segmentation anew: ${reasons.join("; ")}.` };
  }
  const evidence = [
    stabilityInWords(stability),
    ...(sameSegment === undefined
      ? []
      : [`models fitted at both dates agree on ${formatPercent(sameSegment)} of the customers`]),
  ];
  return {
    refit: false,
    because: `The fitted segmentation still holds: ${evidence.join(", and ")}.`,
  };
}

function shiftsInWords(stability: readonly FeatureStability[]): string[] {
  const shifted = stability.filter(({ reading }) => reading === "shifted");
  return shifted.length === 0 ? [] : [shiftsTold(shifted)];
}

/** By the same readings as the table of the features. */
function stabilityInWords(stability: readonly FeatureStability[]): string {
  if (stability.length === 0) return "no feature was looked at";
  const moved = stability.filter(({ reading }) => reading === "shifted a little");
  if (moved.length > 0) return shiftsTold(moved);
  const largest = stability.reduce((a, b) => (b.psi > a.psi ? b : a));
  return `no feature shifted (the largest population stability index is ` +
    `${largest.psi.toFixed(2)}, of ${words(largest.feature)})`;
}

function shiftsTold(rows: readonly FeatureStability[]): string {
  return rows.map(({ feature, psi, reading }, i) =>
    `${words(feature)} ${reading} ` +
    (i === 0
      ? `(population stability index ${psi.toFixed(2)}, limit ${SHIFTED})`
      : `(${psi.toFixed(2)})`)
  ).join(", ");
}

function words(feature: string): string {
  return feature.replace(/_days$/, "").replaceAll("_", " ");
}
