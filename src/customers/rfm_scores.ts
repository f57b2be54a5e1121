import pl, { type DataFrame } from "nodejs-polars";
import { numberColumn } from "../transactions/columns.ts";
import { quantile } from "../numeric/quantile.ts";
import { RFM_SEGMENTS, type RfmSegment } from "./rfm_segments.ts";

/** Options of {@linkcode rfmScores}. */
export interface RfmScoresOptions {
  /** How many score levels; 5 gives scores 1 to 5. */
  readonly levels?: number;
  /** Named segments, the first match counts. */
  readonly segments?: readonly RfmSegment[];
}

/**
 * Scores recency, frequency and monetary value from 1 (worst) to 5 (best) and names the result.
 *
 * A score is the number of quantile edges that a value passes, so equal values always get equal
 * scores, however many customers share them; low recency scores high.
 *
 * @param rfm Columns `recency_days, frequency, monetary_value`.
 * @param options See {@linkcode RfmScoresOptions}.
 * @returns The table with `recency_score, frequency_score, monetary_score` and `rfm_segment`.
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
 * ```
 */
export function rfmScores(rfm: DataFrame, options: RfmScoresOptions = {}): DataFrame {
  const { levels = 5, segments = RFM_SEGMENTS } = options;
  const recency = scores(numberColumn(rfm, "recency_days").map((days) => -days), levels);
  const frequency = scores(numberColumn(rfm, "frequency"), levels);
  const monetary = scores(numberColumn(rfm, "monetary_value"), levels);
  const named = Array.from(recency, (r, i) => segmentName(r, frequency[i], monetary[i], segments));
  return rfm.withColumns(
    pl.Series("recency_score", recency, pl.Int32),
    pl.Series("frequency_score", frequency, pl.Int32),
    pl.Series("monetary_score", monetary, pl.Int32),
    pl.Series("rfm_segment", named, pl.Utf8),
  );
}

function scores(values: Float64Array, levels: number): Int32Array {
  const edges = Array.from({ length: levels - 1 }, (_, i) => quantile(values, (i + 1) / levels));
  return Int32Array.from(values, (value) => 1 + edges.filter((edge) => value > edge).length);
}

function segmentName(r: number, f: number, m: number, segments: readonly RfmSegment[]): string {
  const volume = Math.round((f + m) / 2);
  const match = segments.find(({ recency, volume: [low, high] }) =>
    r >= recency[0] && r <= recency[1] && volume >= low && volume <= high
  );
  return match?.name ?? "Others";
}
