import pl, { type DataFrame, type Expr } from "nodejs-polars";
import { DAY, instantOf } from "../../frames/days.ts";
import { exactTotal, exactTotalOf } from "../../frames/exact_total.ts";
import { FEATURE_DEFINITIONS } from "./feature_definitions.ts";
import { orders } from "./orders.ts";
import { purchaseRhythm } from "./purchase_rhythm.ts";
import { rfmSummary } from "../rfm/rfm_summary.ts";
import { seasonConcentration } from "./season_concentration.ts";
import type { Snapshot } from "../snapshot.ts";
import { visits } from "./visits.ts";

/** The name of a numeric customer feature. */
export type CustomerFeature = typeof FEATURE_DEFINITIONS[number]["name"];

/** The numeric features that {@linkcode customerFeatures} computes, in order. */
export const CUSTOMER_FEATURES: readonly CustomerFeature[] = FEATURE_DEFINITIONS
  .map(({ name }) => name);

/**
 * RFM and behaviour of each customer at a snapshot; nothing on or after it is looked at.
 *
 * Formula, unit, reason and the rule for missing values of each feature are data:
 * {@linkcode FEATURE_DEFINITIONS}.
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
 * assertEquals(features.row(0).slice(1, 7), [7, 2, 60, 60, 30, 3]);
 * ```
 */
export function customerFeatures(snapshot: Snapshot): DataFrame {
  const visited = visits(snapshot);
  const parts = [
    purchaseRhythm(visited, snapshot.asOf),
    behaviour(visited, snapshot.asOf),
    seasonConcentration(visited),
    times(visited),
    country(visited),
    distinctProducts(snapshot),
    returned(snapshot),
  ];
  return parts
    .reduce(
      (table, part) => table.join(part, { on: "customer_id", how: "left" }),
      rfmSummary({ ...snapshot, transactions: visited }),
    )
    .withColumns(pl.col("returned").fillNull(pl.lit(0)))
    .withColumns(...ratios())
    .select("customer_id", ...CUSTOMER_FEATURES, "country")
    .sort("customer_id");
}

/** What follows from the other columns. */
function ratios(): Expr[] {
  const spend = pl.col("monetary_value"), returned = pl.col("returned");
  const last = pl.col("spend_last_90_days"), previous = pl.col("spend_previous_90_days");
  const share = returned.div(spend), net = spend.sub(returned).round({ decimals: 6 });
  return [
    pl.when(net.lt(0)).then(pl.lit(0)).otherwise(net).alias("net_monetary_value"),
    pl.when(share.gt(1)).then(pl.lit(1)).otherwise(share).alias("return_rate"),
    spend.div(pl.col("frequency")).alias("average_basket_value"),
    pl.col("items").div(pl.col("frequency")).alias("average_basket_size"),
    pl.col("recency_days").div(pl.col("mean_days_between_purchases").add(1))
      .alias("recency_to_gap"),
    pl.when(last.add(previous).gt(0)).then(last.sub(previous).div(last.add(previous)))
      .otherwise(pl.lit(0)).alias("spend_trend"),
  ];
}

function behaviour(visited: DataFrame, asOf: string): DataFrame {
  const date = pl.col("invoice_date");
  const age = date.cast(pl.Int64).cast(pl.Float64).mul(-1).add(instantOf(asOf)).div(DAY);
  const recent = age.ltEq(90), previous = age.gt(90).and(age.ltEq(180));
  return visited.lazy()
    .withColumns(
      date.dt.year().cast(pl.Int32).mul(12).add(date.dt.month()).alias("month"),
      recent.alias("recent"),
      onlyWhere(recent, "revenue").alias("recent_revenue"),
      onlyWhere(previous, "revenue").alias("previous_revenue"),
    )
    .groupBy("customer_id")
    .agg(
      number(pl.col("month").nUnique()).alias("active_months"),
      number(pl.col("invoice_id").filter(pl.col("recent")).nUnique())
        .alias("purchases_last_90_days"),
      exactTotal("items"),
      exactTotalOf(pl.col("recent_revenue")).alias("spend_last_90_days"),
      exactTotalOf(pl.col("previous_revenue")).alias("spend_previous_90_days"),
    )
    .collectSync();
}

/** Shares of orders by the shop's wall clock. */
function times(visited: DataFrame): DataFrame {
  const date = pl.col("invoice_date");
  const share = (condition: Expr) => number(condition).sum().div(number(date.count()));
  return orders(visited).groupBy("customer_id").agg(
    share(date.dt.weekday().cast(pl.Int32).gtEq(SATURDAY)).alias("weekend_share"),
    share(date.dt.hour().cast(pl.Int32).gtEq(EVENING)).alias("evening_share"),
  );
}

/** Of most invoices; of equally many, the first in the alphabet. */
function country(visited: DataFrame): DataFrame {
  return visited
    .groupBy("customer_id", "country")
    .agg(number(pl.col("invoice_id").nUnique()).mul(-1).alias("fewer"))
    .sort(["customer_id", "fewer", "country"])
    .groupBy("customer_id")
    .agg(pl.col("country").first());
}

function distinctProducts(snapshot: Snapshot): DataFrame {
  return snapshot.transactions.groupBy("customer_id")
    .agg(number(pl.col("product_id").nUnique()).alias("distinct_products"));
}

function returned(snapshot: Snapshot): DataFrame {
  return snapshot.returns.groupBy("customer_id")
    .agg(exactTotal("revenue").mul(-1).alias("returned"));
}

/** The day of the week and the hour, from which on an order counts; Monday is 1. */
const SATURDAY = 6, EVENING = 18;

function onlyWhere(condition: Expr, column: string): Expr {
  return pl.when(condition).then(pl.col(column)).otherwise(pl.lit(0));
}

function number(values: Expr): Expr {
  return values.cast(pl.Float64);
}
