import pl, { type DataFrame, type Expr } from "nodejs-polars";
import { exactTotal, exactTotalOf } from "../transactions/exact_total.ts";
import { rfmSummary } from "./rfm_summary.ts";
import { DAY, instantOf } from "../transactions/days.ts";
import type { Snapshot } from "./snapshot.ts";

/** Orders' worth of belief that a customer buys evenly over the year. */
const SEASON_PRIOR_ORDERS = 4;

/** The numeric features that {@linkcode customerFeatures} computes, in order. */
export const CUSTOMER_FEATURES = [
  "recency_days",
  "frequency",
  "monetary_value",
  "average_basket_value",
  "average_basket_size",
  "distinct_products",
  "tenure_days",
  "mean_days_between_purchases",
  "recency_to_gap",
  "return_rate",
  "season_concentration",
  "purchases_last_90_days",
  "spend_last_90_days",
  "spend_previous_90_days",
  "active_months",
] as const;

/** The name of a numeric customer feature. */
export type CustomerFeature = typeof CUSTOMER_FEATURES[number];

/**
 * RFM and behaviour of each customer at a snapshot; nothing on or after it is looked at.
 *
 * | column | meaning |
 * |---|---|
 * | `recency_days` | whole days from the last purchase to the snapshot |
 * | `frequency` | purchase invoices |
 * | `monetary_value` | total spend |
 * | `average_basket_value` | spend per invoice |
 * | `average_basket_size` | pieces per invoice |
 * | `distinct_products` | different products bought |
 * | `tenure_days` | whole days from the first purchase to the snapshot |
 * | `mean_days_between_purchases` | first to last purchase ÷ (purchase days − 1); with one purchase day, `tenure_days` |
 * | `recency_to_gap` | `recency_days` ÷ (1 + `mean_days_between_purchases`): above 1 a purchase is overdue |
 * | `return_rate` | value returned ÷ value bought, at most 1 |
 * | `season_concentration` | largest share of spend within three consecutive months of the year, drawn towards an even ¼ by four orders so that one order is no season |
 * | `purchases_last_90_days` | purchase invoices in the 90 days before the snapshot |
 * | `spend_last_90_days`, `spend_previous_90_days` | spend in the last and in the previous 90 days |
 * | `active_months` | calendar months with a purchase |
 *
 * @param snapshot See {@linkcode takeSnapshot}.
 * @returns One row per customer, sorted by `customer_id`: the features as Float64, never null or
 * NaN, and `country` (of most invoices) as text.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { customerFeatures } from "./customer_features.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const transactions = pl.DataFrame({
 *   customer_id: ["7", "7"], invoice_id: ["1", "2"], product_id: ["A", "A"], country: ["UK", "UK"],
 *   quantity: [2, 4], revenue: [20, 40],
 *   invoice_date: [new Date("2024-05-01T10:00:00Z"), new Date("2024-05-03T10:00:00Z")],
 * });
 * const features = customerFeatures({
 *   asOf: "2024-05-11", transactions, returns: transactions.head(0),
 * });
 * assertEquals(features.row(0).slice(1, 6), [7, 2, 60, 30, 3]);
 * ```
 */
export function customerFeatures(snapshot: Snapshot): DataFrame {
  const features = rfmSummary(snapshot)
    .join(behaviour(snapshot), { on: "customer_id", how: "left" })
    .join(returned(snapshot), { on: "customer_id", how: "left" })
    .join(season(snapshot), { on: "customer_id", how: "left" })
    .join(country(snapshot), { on: "customer_id", how: "left" })
    .withColumns(pl.col("returned").fillNull(pl.lit(0)))
    .withColumns(
      pl.col("monetary_value").div(pl.col("frequency")).alias("average_basket_value"),
      pl.col("pieces").div(pl.col("frequency")).alias("average_basket_size"),
      pl.when(pl.col("purchase_days").gt(1))
        .then(pl.col("span_days").div(pl.col("purchase_days").sub(1)))
        .otherwise(pl.col("tenure_days")).alias("mean_days_between_purchases"),
      atMostOne(pl.col("returned").div(pl.col("monetary_value"))).alias("return_rate"),
      pl.col("strongest_season").mul(pl.col("frequency")).add(0.25 * SEASON_PRIOR_ORDERS)
        .div(pl.col("frequency").add(SEASON_PRIOR_ORDERS)).alias("season_concentration"),
    )
    .withColumns(
      pl.col("recency_days").div(pl.col("mean_days_between_purchases").add(1))
        .alias("recency_to_gap"),
    );
  return features.select("customer_id", ...CUSTOMER_FEATURES, "country").sort("customer_id");
}

function behaviour(snapshot: Snapshot): DataFrame {
  const now = instantOf(snapshot.asOf);
  const date = pl.col("invoice_date").cast(pl.Int64).cast(pl.Float64);
  const age = date.mul(-1).add(now).div(DAY);
  const recent = age.ltEq(90), previous = age.gt(90).and(age.ltEq(180));
  return snapshot.transactions.lazy()
    .withColumns(
      date.div(DAY).floor().alias("day"),
      pl.col("invoice_date").dt.year().cast(pl.Int32).mul(12)
        .add(pl.col("invoice_date").dt.month()).alias("month"),
      recent.alias("recent"),
      onlyWhere(recent, "revenue").alias("recent_revenue"),
      onlyWhere(previous, "revenue").alias("previous_revenue"),
    )
    .groupBy("customer_id")
    .agg(
      pl.col("day").min().mul(-DAY).add(now).div(DAY).sub(1).alias("tenure_days"),
      pl.col("day").max().sub(pl.col("day").min()).alias("span_days"),
      number(pl.col("day").nUnique()).alias("purchase_days"),
      number(pl.col("month").nUnique()).alias("active_months"),
      number(pl.col("product_id").nUnique()).alias("distinct_products"),
      number(pl.col("invoice_id").filter(pl.col("recent")).nUnique())
        .alias("purchases_last_90_days"),
      exactTotalOf(pl.col("quantity")).alias("pieces"),
      exactTotalOf(pl.col("recent_revenue")).alias("spend_last_90_days"),
      exactTotalOf(pl.col("previous_revenue")).alias("spend_previous_90_days"),
    )
    .collectSync();
}

function returned(snapshot: Snapshot): DataFrame {
  return snapshot.returns.groupBy("customer_id")
    .agg(exactTotal("revenue").mul(-1).alias("returned"));
}

/** Largest share of spend in three consecutive months of the year, December next to January. */
function season(snapshot: Snapshot): DataFrame {
  const monthly = snapshot.transactions.lazy()
    .withColumns(number(pl.col("invoice_date").dt.month()).alias("month"))
    .groupBy(["customer_id", "month"])
    .agg(exactTotal("revenue"))
    .collectSync();
  const shares = Array.from({ length: 12 }, (_, first) => {
    const inWindow = pl.col("month").sub(1 + first).add(12).modulo(12).lt(3);
    return onlyWhere(inWindow, "revenue").alias(`season_${first}`);
  });
  const names = shares.map((_, first) => `season_${first}`);
  const totals = monthly.withColumns(...shares).groupBy("customer_id")
    .agg(exactTotal("revenue"), ...names.map((name) => exactTotal(name)));
  return totals.select(
    pl.col("customer_id"),
    pl.maxHorizontal(names.map((name) => pl.col(name))).div(pl.col("revenue"))
      .alias("strongest_season"),
  );
}

function country(snapshot: Snapshot): DataFrame {
  return snapshot.transactions
    .groupBy("customer_id", "country")
    .agg(pl.col("invoice_id").nUnique().cast(pl.Float64).mul(-1).alias("fewer"))
    .sort(["customer_id", "fewer", "country"])
    .groupBy("customer_id")
    .agg(pl.col("country").first());
}

function onlyWhere(condition: Expr, column: string): Expr {
  return pl.when(condition).then(pl.col(column)).otherwise(pl.lit(0));
}

function number(values: Expr): Expr {
  return values.cast(pl.Float64);
}

function atMostOne(values: Expr): Expr {
  return pl.when(values.gt(1)).then(pl.lit(1)).otherwise(values);
}
