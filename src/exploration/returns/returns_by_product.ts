import pl, { type DataFrame } from "nodejs-polars";
import { numberColumn, textColumn } from "../../frames/columns.ts";
import { exactTotal } from "../../frames/exact_total.ts";
import { productNames } from "../../transactions/product_names.ts";
import { isProduct } from "../../transactions/is_product.ts";

/** Sales and returns of one product. */
export interface ReturnedProductRow {
  readonly product_id: string;
  readonly description: string;
  /** Value of the purchases. */
  readonly sold: number;
  /** Value of the cancelled lines, above 0. */
  readonly returned: number;
  /** Returned relative to sold, above 1 where more came back than the file saw go; null without any purchase. */
  readonly returned_share: number | null;
  /** How many customers gave some back: one of them is an accident, many are a complaint. */
  readonly customers: number;
}

/** Options of {@linkcode returnsByProduct}. */
export interface ReturnsByProductOptions {
  /** How many products. Default 10. */
  readonly count?: number;
}

/**
 * The products of which most value came back, services left out.
 *
 * @param transactions Purchases of known customers.
 * @param returns Cancelled lines of known customers, with negative revenue.
 * @param options See {@linkcode ReturnsByProductOptions}.
 * @returns The largest returned value first.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { returnsByProduct } from "./returns_by_product.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const lines = (revenue: number) =>
 *   pl.DataFrame({
 *     product_id: ["A"], description: ["LAMP"], customer_id: ["7"], revenue: [revenue],
 *     is_service: [false],
 *   });
 * assertEquals(returnsByProduct(lines(8), lines(-2)), [
 *   {
 *     product_id: "A", description: "LAMP", sold: 8, returned: 2, returned_share: 0.25, customers: 1,
 *   },
 * ]);
 * ```
 */
export function returnsByProduct(
  transactions: DataFrame,
  returns: DataFrame,
  { count = 10 }: ReturnsByProductOptions = {},
): ReturnedProductRow[] {
  const back = returns
    .filter(isProduct())
    .groupBy("product_id")
    .agg(exactTotal("revenue"), pl.col("customer_id").nUnique().alias("customers"))
    .sort(["revenue", "product_id"]) // negative, so the largest return comes first
    .head(count);
  const purchases = transactions.join(back.select("product_id"), { on: "product_id", how: "semi" });
  const sold = totals(purchases.groupBy("product_id").agg(exactTotal("revenue")));
  const named = ["product_id", "description"];
  const names = productNames(purchases.select(...named).vstack(returns.select(...named)));
  const [revenue, customers] = ["revenue", "customers"].map((name) => numberColumn(back, name));
  return textColumn(back, "product_id").map((product_id, row) => {
    const bought = sold.get(product_id) ?? 0;
    return {
      product_id,
      description: names.get(product_id) ?? "",
      sold: bought,
      returned: 0 - revenue[row],
      returned_share: bought > 0 ? -revenue[row] / bought : null,
      customers: customers[row],
    };
  });
}

function totals(products: DataFrame): Map<string, number> {
  const revenue = numberColumn(products, "revenue");
  return new Map(textColumn(products, "product_id").map((id, row) => [id, revenue[row]]));
}
