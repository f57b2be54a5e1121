import pl, { type DataFrame } from "nodejs-polars";
import { numberColumn } from "../../frames/columns.ts";
import { fromMillionths } from "../../frames/money.ts";

/**
 * Adds to the return lines one for each purchase line of which its order says that it came back: the
 * same line with all its pieces and below 0, or one piece at the refund's amount where a part came back.
 *
 * @param returns Return lines.
 * @param transactions Purchase lines, with the same columns.
 * @param refunded What came back of each purchase line, in whole millionths.
 * @returns The return lines, then the refunds in the order of the purchases.
 */
export function withRefunds(
  returns: DataFrame,
  transactions: DataFrame,
  refunded: Float64Array,
): DataFrame {
  const rows = refunded.reduce<number[]>((all, amount, row) => {
    if (amount > 0) all.push(row);
    return all;
  }, []);
  if (rows.length === 0) return returns;
  const back = fromMillionths(refunded);
  const bought = ["revenue", "quantity", "unit_price"].map((name) =>
    numberColumn(transactions, name)
  );
  const [revenue, quantity, price] = bought;
  const isWhole = (row: number) => back[row] === revenue[row];
  const refunds = transactions
    .withColumns(pl.Series("refunded", back, pl.Float64))
    .filter(pl.col("refunded").gt(0))
    .drop("refunded")
    .withColumns(
      numbers("quantity", rows.map((row) => isWhole(row) ? -quantity[row] : -1)),
      numbers("unit_price", rows.map((row) => isWhole(row) ? price[row] : back[row])),
      numbers("revenue", rows.map((row) => -back[row])),
      numbers("matched_quantity", rows.map((row) => isWhole(row) ? quantity[row] : 1)),
      numbers("unmatched_revenue", rows.map(() => 0)),
      pl.Series("is_return", rows.map(() => true), pl.Bool),
    );
  return returns.height === 0 ? refunds.select(...returns.columns) : pl.concat([returns, refunds]);
}

function numbers(name: string, values: readonly number[]) {
  return pl.Series(name, values as number[], pl.Float64);
}
