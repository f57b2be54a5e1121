import pl from "nodejs-polars";
import { CORE_FEATURES } from "../../src/customers/features/feature_sets.ts";
import type { SpendSnapshot } from "../../src/lifetime_value/spend/spend_model.ts";
import { createRandom } from "../../src/numeric/random/random.ts";

/** How the customers of a {@linkcode spendSnapshot} are drawn. */
export interface SpendSnapshotOptions {
  readonly asOf?: string;
  /** By what all spend is multiplied. */
  readonly rate?: number;
  /** By what all features are multiplied. */
  readonly size?: number;
  /** Spend of a customer by the first two features; default a rising one, half of them nothing. */
  readonly spendOf?: (features: readonly number[], random: () => number) => number;
}

/** Customers with random features, who spend by the first of them. */
export function spendSnapshot(
  seed: number,
  customers: number,
  options: SpendSnapshotOptions = {},
): SpendSnapshot {
  const { asOf = "2024-05-01", rate = 1, size = 1 } = options;
  const { spendOf = ([first], random) => random() < 0.5 ? 0 : 10 * first * (0.5 + random()) } =
    options;
  const random = createRandom(seed);
  const rows = Array.from(
    { length: customers },
    () => CORE_FEATURES.map(() => size * random.gamma(2)),
  );
  return {
    asOf,
    features: pl.DataFrame(
      CORE_FEATURES.map((name, j) => pl.Series(name, rows.map((row) => row[j]), pl.Float64)),
    ),
    spend: Float64Array.from(rows, (row) => rate * spendOf(row, () => random.next())),
  };
}
