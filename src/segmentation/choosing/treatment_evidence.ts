import {
  OUTLIER_TREATMENTS,
  type OutlierTreatment,
} from "../../learning/preparation/outlier_treatment.ts";
import type { Matrix } from "../../numeric/matrix.ts";
import { chooseClusters } from "./choose_clusters.ts";
import { type SelectionOptions, type SelectionRow, selectionTable } from "./selection_table.ts";
import { standardise } from "./standardise.ts";

/** Outcome of one treatment of outliers. */
export interface TreatmentEvidence {
  readonly treatment: OutlierTreatment["kind"];
  /** The number of clusters chosen, and the clustering's measures. */
  readonly k: number;
  readonly silhouette: number;
  readonly stability: number | null;
  readonly smallest_share: number;
  /** How many of its clusters only isolate outliers. */
  readonly outlier_clusters: number;
  /** The numbers of clusters for which some cluster only isolates outliers. */
  readonly isolating: readonly number[];
}

/**
 * Reads a selection table as evidence for or against a treatment of outliers.
 *
 * @param treatment What was done about outliers before the table was made.
 */
export function evidenceOf(
  treatment: OutlierTreatment["kind"],
  rows: readonly SelectionRow[],
  k = chooseClusters(rows).k,
): TreatmentEvidence {
  const { silhouette, stability, smallest_share, outlier_clusters } = rows.find((row) =>
    row.k === k
  )!;
  const isolating = rows.filter((row) => row.outlier_clusters > 0).map((row) => row.k);
  return { treatment, k, silhouette, stability, smallest_share, outlier_clusters, isolating };
}

/**
 * Clusters the same customers under every treatment of outliers, so that the choice of one can be
 * seen to be right.
 *
 * @param values Customers × features, in their own units.
 * @returns One row per treatment; those that the values do not allow are left out.
 */
export function treatmentEvidence(
  values: Matrix,
  options: SelectionOptions = {},
): TreatmentEvidence[] {
  const kinds = OUTLIER_TREATMENTS.filter((kind) =>
    kind !== "log1p" || values.values.every((value) => value > -1)
  );
  return kinds.map((kind) =>
    evidenceOf(kind, selectionTable(standardise(values, kind).X, options).map(({ row }) => row))
  );
}
