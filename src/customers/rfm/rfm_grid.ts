import type { DataFrame } from "nodejs-polars";
import { exactSums } from "../../frames/exact_sum.ts";
import { amountOfSum, inMillionths } from "../../frames/money.ts";
import { numberColumn } from "../../frames/columns.ts";
import { checkLevels } from "./rfm_cut_points.ts";
import { rfmSegmentOf } from "./rfm_segment_of.ts";
import { RFM_SEGMENTS, type RfmSegment } from "./rfm_segments.ts";
import { rfmVolume } from "./rfm_volume.ts";

/** Options of {@linkcode rfmGrid}. */
export interface RfmGridOptions {
  /** How many score levels `rfmScores` made. */
  readonly levels?: number;
  /** The map by which `rfmScores` named. */
  readonly segments?: readonly RfmSegment[];
}

/** One cell of the RFM square, whether or not somebody is in it. */
export interface RfmGridCell {
  /** Recency score, 1 to 5. */
  readonly recency: number;
  /** Mean of frequency and monetary score, rounded, 1 to 5. */
  readonly volume: number;
  readonly segment: string;
  readonly customers: number;
  /** Total spend of its customers. */
  readonly revenue: number;
}

/**
 * Counts customers and revenue in each cell of the RFM square: recency against volume.
 *
 * @param customers One row per customer with scores and `monetary_value`, see `rfmScores`.
 * @param options See {@linkcode RfmGridOptions}.
 * @returns `levels × levels` cells, recency ascending, within it volume ascending.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { rfmGrid } from "./rfm_grid.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const cells = rfmGrid(pl.DataFrame({
 *   recency_score: [5, 5], frequency_score: [5, 4], monetary_score: [5, 5], monetary_value: [90, 70],
 * }));
 * assertEquals(cells.length, 25);
 * assertEquals(cells[24], {
 *   recency: 5, volume: 5, segment: "Champions", customers: 2, revenue: 160,
 * });
 * ```
 */
export function rfmGrid(customers: DataFrame, options: RfmGridOptions = {}): RfmGridCell[] {
  const { levels = 5, segments = RFM_SEGMENTS } = options;
  checkLevels(levels);
  const [recency, frequency, monetary] = ["recency_score", "frequency_score", "monetary_score"]
    .map((column) => numberColumn(customers, column));
  const cellOf = Int32Array.from(
    recency,
    (score, i) => (score - 1) * levels + rfmVolume(frequency[i], monetary[i]) - 1,
  );
  const spend = inMillionths(numberColumn(customers, "monetary_value"));
  const revenue = exactSums(spend, cellOf, levels * levels);
  const counts = new Int32Array(levels * levels);
  for (const cell of cellOf) counts[cell]++;
  return Array.from(counts, (count, cell) => {
    const recency = 1 + Math.floor(cell / levels), volume = 1 + cell % levels;
    return {
      recency,
      volume,
      segment: rfmSegmentOf(recency, volume, segments),
      customers: count,
      revenue: amountOfSum(revenue[cell]),
    };
  });
}
