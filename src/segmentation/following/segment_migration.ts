import { formatDate } from "../../words/dates.ts";
import type { DataFrame } from "nodejs-polars";
import { numberColumn, textColumn } from "../../frames/columns.ts";
import { DAY, instantOf } from "../../frames/days.ts";
import { amountOfSum, inMillionths } from "../../frames/money.ts";
import { assignSegments } from "../assign_segments.ts";
import type { SegmentationModel } from "../segmentation_model.ts";
import { sum } from "../../numeric/sums.ts";

/** The dates between which customers are followed. */
export interface MigrationDates {
  /** ISO date of the earlier snapshot. */
  readonly from: string;
  /** ISO date of the later one. */
  readonly to: string;
}

/** Customers and their revenue, by segment. */
interface BySegment {
  readonly customers: readonly number[];
  readonly revenue: readonly number[];
}

/** Moves between segments from one snapshot to the next; plain data, JSON-able. */
export interface SegmentMigration extends MigrationDates {
  readonly days: number;
  /** Names of the segments: the order of all rows, columns and lists below. */
  readonly segments: readonly string[];
  /** Customers of both snapshots: one row per segment at `from`, one column per segment at `to`. */
  readonly customers: readonly (readonly number[])[];
  /** What those customers have spent in all up to `to`. */
  readonly revenue: readonly (readonly number[])[];
  /** Those of `customers` who bought nothing between the dates: time alone moved them. */
  readonly no_purchase_since: readonly (readonly number[])[];
  /** First purchase between the dates, by segment at `to`; revenue up to `to`. */
  readonly entries: BySegment;
  /**
   * Customers of the earlier table who are missing from the later one, by segment at `from`;
   * revenue up to `from`. Nobody leaves a snapshot of all that was ever bought: exits come from
   * tables that forget, such as those of the last twelve months.
   */
  readonly exits: BySegment;
  /** Share (0 to 1) of the customers of both who are in the same segment; null if there are none. */
  readonly share_stayed: number | null;
}

/**
 * Follows customers from segment to segment between two snapshots, both labelled by one model.
 *
 * @param model The segmentation that labels both.
 * @param before Customers at `from`: `customer_id`, `recency_days`, `frequency`, `monetary_value`
 * and the model's features.
 * @param after Customers at `to`, with the same columns.
 * @param dates See {@linkcode MigrationDates}.
 * @returns Matrices of customers and revenue, entries and exits; every customer of either table is
 * counted once.
 * @throws {InputError} If a feature of the model is missing.
 * @throws {RangeError} If `to` is not after `from`, or a value is missing.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { fitOutlierTreatment } from "../../learning/preparation/outlier_treatment.ts";
 * import { matrixFromRows } from "../../numeric/matrix.ts";
 * import { segmentMigration } from "./segment_migration.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const model = {
 *   kind: "segmentation", version: 1, asOf: null, features: ["frequency"],
 *   treatment: fitOutlierTreatment(matrixFromRows([[1], [10]]), "none"),
 *   scaler: { kind: "standard_scaler", means: [5], scales: [5] },
 *   clusters: {
 *     kind: "k_means", engine: "built-in", clusters: 2, centroids: [[1], [-1]],
 *     inertia: 0, iterations: 1,
 *   },
 *   names: ["Frequent buyers", "Rare buyers"], reference: [],
 * } as const;
 * // Customer 7 becomes a frequent buyer, 8 is silent, 9 is new.
 * const before = pl.DataFrame({
 *   customer_id: ["7", "8"], recency_days: [5, 1], frequency: [2, 2], monetary_value: [20, 30],
 * });
 * const after = pl.DataFrame({
 *   customer_id: ["7", "8", "9"], recency_days: [3, 31, 9], frequency: [9, 2, 1],
 *   monetary_value: [90, 30, 10],
 * });
 * const moved = segmentMigration(model, before, after, { from: "2024-05-01", to: "2024-05-31" });
 * assertEquals(moved.customers, [[0, 0], [1, 1]]);
 * assertEquals(moved.no_purchase_since, [[0, 0], [0, 1]]);
 * assertEquals(moved.entries, { customers: [0, 1], revenue: [0, 10] });
 * ```
 */
export function segmentMigration(
  model: SegmentationModel,
  before: DataFrame,
  after: DataFrame,
  { from, to }: MigrationDates,
): SegmentMigration {
  const days = (instantOf(to) - instantOf(from)) / DAY;
  if (!(days > 0)) {
    throw new RangeError(
      `Following customers: ${formatDate(to)} is not after ${formatDate(from)}.`,
    );
  }
  const k = model.names.length;
  const earlier = customersById(model, before);
  const later = customersById(model, after);
  const customers = square(k, 0), spend = square(k, 0n), silent = square(k, 0);
  const entries = createCount(k), exits = createCount(k);
  for (const [id, now] of later) {
    const then = earlier.get(id);
    if (then === undefined) {
      entries.add(now);
      continue;
    }
    customers[then.cluster][now.cluster]++;
    spend[then.cluster][now.cluster] += now.spend;
    if (boughtNothing(then, now, days)) silent[then.cluster][now.cluster]++;
  }
  for (const [id, then] of earlier) if (!later.has(id)) exits.add(then);

  const both = sum(customers.flat());
  return {
    from,
    to,
    days,
    segments: model.names,
    customers,
    revenue: spend.map((row) => row.map(amountOfSum)),
    no_purchase_since: silent,
    entries: entries.counted(),
    exits: exits.counted(),
    share_stayed: both > 0 ? sum(customers.map((row, segment) => row[segment])) / both : null,
  };
}

interface Standing {
  readonly cluster: number;
  readonly recency: number;
  readonly frequency: number;
  /** In whole millionths, so that the order of customers does not change a sum. */
  readonly spend: bigint;
}

function customersById(model: SegmentationModel, customers: DataFrame): Map<string, Standing> {
  const cluster = numberColumn(assignSegments(model, customers), "cluster");
  const recency = numberColumn(customers, "recency_days");
  const frequency = numberColumn(customers, "frequency");
  const spend = inMillionths(numberColumn(customers, "monetary_value"));
  const ids = textColumn(customers, "customer_id");
  return new Map(ids.map((id, i) => [id, {
    cluster: cluster[i],
    recency: recency[i],
    frequency: frequency[i],
    spend: BigInt(spend[i]),
  }]));
}

/** Without a purchase, recency grows by a day each day and no order is added. */
function boughtNothing(then: Standing, now: Standing, days: number): boolean {
  return now.recency - then.recency >= days && now.frequency <= then.frequency;
}

function createCount(segments: number) {
  const customers = new Array<number>(segments).fill(0);
  const total = new Array<bigint>(segments).fill(0n);
  return {
    add({ cluster, spend }: Standing) {
      customers[cluster]++;
      total[cluster] += spend;
    },
    counted: (): BySegment => ({ customers, revenue: total.map(amountOfSum) }),
  };
}

function square<T>(k: number, value: T): T[][] {
  return Array.from({ length: k }, () => new Array<T>(k).fill(value));
}
