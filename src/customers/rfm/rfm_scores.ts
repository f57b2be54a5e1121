import pl, { type DataFrame } from "nodejs-polars";
import { numberColumn } from "../../frames/columns.ts";
import { checkCutPoints, checkLevels, type RfmCutPoints, rfmCutPoints } from "./rfm_cut_points.ts";
import { checkRfmSegments, rfmSegmentOf } from "./rfm_segment_of.ts";
import { RFM_SEGMENTS, type RfmSegment } from "./rfm_segments.ts";
import { rfmVolume } from "./rfm_volume.ts";

/** Options of {@linkcode rfmScores}. */
export interface RfmScoresOptions {
  /** How many score levels; 5 gives scores 1 to 5. */
  readonly levels?: number;
  /** The caller's own cut points; a measure without any is cut at its quantiles. */
  readonly cutPoints?: Partial<RfmCutPoints>;
  /** Named segments, the first match counts. With other than 5 levels they have to be given. */
  readonly segments?: readonly RfmSegment[];
}

/**
 * Scores recency, frequency and monetary value from 1 (worst) to 5 (best) and names the result.
 *
 * A score is the number of cut points that a value passes, so equal values always get equal
 * scores, however many customers share them. A value equal to a cut point has not passed it; few
 * days of recency score high. Where all customers are alike (or there is only one) nobody passes
 * anything: everybody is as recent as can be and scores 5, and 1 in frequency and monetary value.
 *
 * @param rfm Columns `recency_days, frequency, monetary_value`, at least one row.
 * @param options See {@linkcode RfmScoresOptions}.
 * @returns The table with `recency_score, frequency_score, monetary_score` and `rfm_segment`,
 * which is "Others" where no segment matches.
 * @throws {RangeError} If there is no customer, a value is missing, or levels, cut points or
 * segments do not fit together.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { rfmScores } from "./rfm_scores.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const rfm = pl.DataFrame({
 *   recency_days: [1, 10, 20, 40, 300], frequency: [9, 1, 1, 1, 1], monetary_value: [900, 50, 40, 30, 20],
 * });
 * const scores = rfmScores(rfm);
 * assertEquals(scores.getColumn("recency_score").toArray(), [5, 4, 3, 2, 1]);
 * assertEquals(scores.getColumn("frequency_score").toArray(), [5, 1, 1, 1, 1]);
 *
 * const own = rfmScores(rfm, { cutPoints: { recency: [7, 30, 90, 180] } });
 * assertEquals(own.getColumn("recency_score").toArray(), [5, 4, 4, 3, 1]);
 * ```
 */
export function rfmScores(rfm: DataFrame, options: RfmScoresOptions = {}): DataFrame {
  const { levels = 5, cutPoints = {}, segments = RFM_SEGMENTS } = options;
  checkLevels(levels);
  if (levels !== 5 && !options.segments) {
    throw new RangeError(
      `Scoring RFM: the named segments are for 5 levels; give segments for ${levels} levels.`,
    );
  }
  checkRfmSegments(segments, levels);
  const cuts = { ...rfmCutPoints(rfm, levels), ...cutPoints };
  checkCutPoints("recency", cuts.recency, levels);
  checkCutPoints("frequency", cuts.frequency, levels);
  checkCutPoints("monetary", cuts.monetary, levels);

  const recency = passed(rfm, "recency_days", cuts.recency).map((score) => levels - score);
  const frequency = passed(rfm, "frequency", cuts.frequency).map((score) => 1 + score);
  const monetary = passed(rfm, "monetary_value", cuts.monetary).map((score) => 1 + score);
  const named = Array.from(
    recency,
    (score, i) => rfmSegmentOf(score, rfmVolume(frequency[i], monetary[i]), segments),
  );
  return rfm.withColumns(
    pl.Series("recency_score", recency, pl.Int32),
    pl.Series("frequency_score", frequency, pl.Int32),
    pl.Series("monetary_score", monetary, pl.Int32),
    pl.Series("rfm_segment", named, pl.Utf8),
  );
}

/** How many cut points each value lies above. */
function passed(rfm: DataFrame, column: string, cuts: readonly number[]): Int32Array {
  return Int32Array.from(
    numberColumn(rfm, column),
    (value) => cuts.filter((cut) => value > cut).length,
  );
}
