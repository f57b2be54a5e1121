import pl, { type DataFrame } from "nodejs-polars";
import { exactTotal } from "../../frames/exact_total.ts";

/** Orders' worth of belief that a customer buys evenly over the year. */
const PRIOR_ORDERS = 4;

/**
 * The largest share of each customer's spend in three consecutive months of the year, December
 * next to January, drawn towards an even ¼ by four orders so that one order is no season.
 *
 * @returns One row per customer, in no order: `customer_id, season_concentration`, 0 to 1.
 */
export function seasonConcentration(visits: DataFrame): DataFrame {
  const seasons = Array.from({ length: 12 }, (_, first) => {
    const isWithin = pl.col("month").sub(1 + first).add(12).modulo(12).lt(3);
    return pl.when(isWithin).then(pl.col("revenue")).otherwise(pl.lit(0)).alias(`season_${first}`);
  });
  const names = seasons.map((_, first) => `season_${first}`);
  return visits.lazy()
    .withColumns(pl.col("invoice_date").dt.month().cast(pl.Float64).alias("month"))
    .withColumns(...seasons)
    .groupBy("customer_id")
    .agg(
      exactTotal("revenue"),
      pl.col("invoice_id").nUnique().cast(pl.Float64).alias("orders"),
      ...names.map((name) => exactTotal(name)),
    )
    .withColumns(
      pl.maxHorizontal(names.map((name) => pl.col(name))).div(pl.col("revenue")).alias("share"),
    )
    .select(
      pl.col("customer_id"),
      pl.col("share").mul(pl.col("orders")).add(0.25 * PRIOR_ORDERS)
        .div(pl.col("orders").add(PRIOR_ORDERS)).alias("season_concentration"),
    )
    .collectSync();
}
