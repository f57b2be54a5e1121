import { formatDate } from "../words/dates.ts";
import type { DataFrame } from "nodejs-polars";
import { NotEnoughDataError } from "../frames/errors.ts";
import { assignSegments } from "./assign_segments.ts";
import { type FeatureStability, populationStability } from "./following/population_stability.ts";
import { type RefitAdvice, refitAdvice } from "./following/refit_advice.ts";
import { refitSegments } from "./following/refit_segments.ts";
import { type SegmentMigration, segmentMigration } from "./following/segment_migration.ts";
import { FEWEST_CUSTOMERS } from "./segment_customers.ts";
import type { SegmentationModel } from "./segmentation_model.ts";
import { textColumn } from "../frames/columns.ts";
import { addDays } from "../frames/days.ts";

/** Segment changes over the horizon before the snapshot, and whether a segmentation of that age still holds. */
export interface FollowedSegments extends SegmentMigration {
  /** The customers at `from`, held against those of the fit at `to`. */
  readonly population_stability: readonly FeatureStability[];
  /** Share (0 to 1) of today's customers whom a model fitted at `from` puts into the same segment. */
  readonly share_same_by_older_model: number;
  readonly advice: RefitAdvice;
}

/** Options of {@linkcode followSegments}. */
export interface FollowOptions {
  /** ISO date of the snapshot that the model was fitted on. */
  readonly asOf: string;
  /** Days to go back. */
  readonly horizonDays: number;
  /** ISO date of the first purchase. */
  readonly firstDate: string;
  readonly seed?: number;
  /** Features of the customers of an earlier date. */
  readonly featuresAt: (asOf: string) => DataFrame;
}

/**
 * Follows the customers over the horizon that ends at the snapshot: labels the earlier snapshot by
 * the same model, and holds features and a model of that date against those of today.
 *
 * @param model The segmentation fitted at `asOf`.
 * @param customers Customers at `asOf`.
 * @param options See {@linkcode FollowOptions}.
 * @returns Migration, population stability and advice on refitting.
 * @throws {NotEnoughDataError} If less than a horizon of purchases, or fewer than 20 customers, lie
 * before the earlier snapshot.
 */
export function followSegments(
  model: SegmentationModel,
  customers: DataFrame,
  options: FollowOptions,
): FollowedSegments {
  const { asOf, horizonDays, firstDate, seed, featuresAt } = options;
  const from = addDays(asOf, -horizonDays);
  if (addDays(firstDate, horizonDays) > from) {
    throw new NotEnoughDataError(
      `following customers over ${horizonDays} days needs ${2 * horizonDays} days of purchases; ` +
        `the file covers ${formatDate(firstDate)} to ${formatDate(asOf)}.`,
      `${2 * horizonDays} days of purchases`,
    );
  }
  const before = featuresAt(from);
  if (before.height < FEWEST_CUSTOMERS) {
    throw new NotEnoughDataError(
      `${before.height} customers before ${
        formatDate(from)
      }; following them needs ${FEWEST_CUSTOMERS}.`,
      `${FEWEST_CUSTOMERS} customers`,
    );
  }
  const stability = populationStability(model, before);
  const older = refitSegments(model, before, { asOf: from, seed });
  const share = shareInSameSegment(model, older, customers);
  return {
    ...segmentMigration(model, before, customers, { from, to: asOf }),
    population_stability: stability,
    share_same_by_older_model: share,
    advice: refitAdvice(stability, share),
  };
}

function shareInSameSegment(
  a: SegmentationModel,
  b: SegmentationModel,
  customers: DataFrame,
): number {
  const segments = textColumn(assignSegments(a, customers), "segment");
  const others = textColumn(assignSegments(b, customers), "segment");
  return segments.filter((segment, i) => segment === others[i]).length / segments.length;
}
