import type { Measured } from "./report_input.ts";

/** Who moved between the segments in the horizon before the snapshot. */
export interface ReportMigration {
  /** ISO dates of the two snapshots. */
  readonly from: string;
  readonly to: string;
  readonly days: number;
  /** Names: the order of all rows, columns and lists below. */
  readonly segments: readonly string[];
  /** Customers of both snapshots, one row per segment at `from`, one column per segment at `to`. */
  readonly customers: readonly (readonly number[])[];
  /** What they have spent in all up to `to`. */
  readonly revenue: readonly (readonly number[])[];
  /** Those of them who bought nothing in between. */
  readonly no_purchase_since: readonly (readonly number[])[];
  /** Customers who first bought in between, by segment at `to`. */
  readonly entries: { readonly customers: readonly number[]; readonly revenue: readonly number[] };
  /** Customers who are missing at `to`, by segment at `from`. */
  readonly exits: { readonly customers: readonly number[]; readonly revenue: readonly number[] };
  /** Share of the customers of both who are where they were, 0 to 1. */
  readonly share_stayed: Measured;
  /** How far each feature moved. */
  readonly population_stability: readonly {
    readonly feature: string;
    readonly psi: Measured;
    readonly by_chance: Measured;
    readonly reading: string;
  }[];
  /** Whether to fit the segmentation anew, in one sentence. */
  readonly advice: { readonly because: string };
}
