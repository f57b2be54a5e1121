import pl, { type DataFrame } from "nodejs-polars";
import { DAY, instantOf } from "../../frames/days.ts";

/**
 * How long each customer has been one, and the gaps between purchase days.
 *
 * Gaps are whole days, so their sums are exact and equal gaps have a spread of exactly 0.
 *
 * @param asOf ISO date of the snapshot.
 * @returns One row per customer, in no order: `tenure_days, mean_days_between_purchases,
 * spread_of_days_between_purchases, purchase_regularity`, see {@linkcode FEATURE_DEFINITIONS}.
 */
export function purchaseRhythm(visits: DataFrame, asOf: string): DataFrame {
  const moment = pl.col("invoice_date").cast(pl.Int64).cast(pl.Float64);
  const gap = pl.col("day").sub(pl.col("day").shift(1));
  const isFirst = pl.col("customer_id").neq(pl.col("customer_id").shift(1)).fillNull(pl.lit(true));
  return visits.lazy()
    .withColumns(moment.alias("moment"), moment.div(DAY).floor().alias("day"))
    .groupBy(["customer_id", "day"])
    .agg(pl.col("moment").min())
    .sort(["customer_id", "day"])
    .withColumns(pl.when(isFirst).then(pl.lit(0)).otherwise(gap).alias("gap"))
    .groupBy("customer_id")
    .agg(
      pl.col("moment").min().mul(-1).add(instantOf(asOf)).div(DAY).floor().alias("tenure_days"),
      pl.col("day").count().cast(pl.Float64).sub(1).alias("gaps"),
      pl.col("gap").sum().alias("span"),
      pl.col("gap").mul(pl.col("gap")).sum().alias("squares"),
    )
    .withColumns(
      pl.when(pl.col("gaps").gt(0)).then(pl.col("span").div(pl.col("gaps")))
        .otherwise(pl.col("tenure_days")).alias("mean_days_between_purchases"),
    )
    .withColumns(
      pl.when(pl.col("gaps").gt(1)).then(sampleDeviation())
        .otherwise(pl.col("mean_days_between_purchases"))
        .alias("spread_of_days_between_purchases"),
    )
    .withColumns(
      pl.when(pl.col("gaps").gt(1)).then(regularity()).otherwise(pl.lit(0.5))
        .alias("purchase_regularity"),
    )
    .drop("gaps", "span", "squares")
    .collectSync();
}

/** √((n Σgap² − (Σgap)²) ÷ n (n − 1)): whole numbers up to the division. */
function sampleDeviation() {
  const n = pl.col("gaps"), span = pl.col("span");
  const deviations = n.mul(pl.col("squares")).sub(span.mul(span));
  return deviations.div(n.mul(n.sub(1))).pow(0.5);
}

function regularity() {
  const variation = pl.col("spread_of_days_between_purchases")
    .div(pl.col("mean_days_between_purchases"));
  return pl.lit(1).div(variation.add(1));
}
