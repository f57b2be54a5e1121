import pl, { type DataFrame } from "nodejs-polars";
import { CUSTOMER_FEATURES } from "../customers/features/customer_features.ts";

/**
 * The table of customers of a shop that knows none: all columns, no row.
 *
 * @returns An empty table like that of the stage "customers".
 */
export function noCustomers(): DataFrame {
  const scores = ["recency_score", "frequency_score", "monetary_score"];
  return pl.DataFrame([
    pl.Series("customer_id", [], pl.Utf8),
    ...CUSTOMER_FEATURES.map((name) => pl.Series(name, [], pl.Float64)),
    pl.Series("country", [], pl.Utf8),
    ...scores.map((name) => pl.Series(name, [], pl.Int32)),
    pl.Series("rfm_segment", [], pl.Utf8),
  ]);
}
