import pl, { type DataFrame } from "nodejs-polars";
import { assertEquals } from "@std/assert";
import { createRandom } from "../../src/numeric/random.ts";
import { dateSeries } from "../../src/transactions/columns.ts";
import { pickable } from "../../src/transactions/pick_lines.ts";
import { TRANSACTION_COLUMNS } from "../../src/transactions/reading/column_synonyms.ts";
import { salesOrder, SORT_KEYS } from "../../src/transactions/sales_order.ts";
import { textsHeldOnce } from "../../src/transactions/texts_held_once.ts";

/** Few different values, so that lines agree in many columns; dates days or centuries apart. */
function randomLines(rows: number, spanOfDays: number): DataFrame {
  const random = createRandom(rows + spanOfDays);
  const text = (values: string[]) =>
    Array.from({ length: rows }, () => values[random.integer(values.length)]);
  const number = (most: number) => Float64Array.from({ length: rows }, () => random.integer(most));
  return pl.DataFrame([
    pl.Series("input", text(["a.csv", "b.csv"]), pl.Utf8),
    pl.Series("line", random.shuffle([...Array(rows).keys()]), pl.Int32),
    ...["invoice_id", "product_id", "description", "customer_id", "country"].map((name) =>
      pl.Series(name, text(["10", "9", ""]), pl.Utf8)
    ),
    dateSeries("invoice_date", number(3).map((day) => day * spanOfDays * 864e5)),
    pl.Series("quantity", number(2), pl.Float64),
    pl.Series("unit_price", number(2), pl.Float64),
  ]);
}

for (const spanOfDays of [1, 40_000]) {
  Deno.test(`salesOrder: as Polars sorts by all columns, dates ${spanOfDays} days apart`, () => {
    const lines = randomLines(3000, spanOfDays);
    const rows = Int32Array.from([...Array(3000).keys()].filter((row) => row % 7 !== 0));
    const from = pickable(textsHeldOnce(lines), ["invoice_id", "product_id"]);
    const { order, copies } = salesOrder(from, rows);
    const chosen = pl.Series("row", rows, pl.Int32);
    const expected = lines.select(...SORT_KEYS.map((name) => pl.col(name).gather(chosen)))
      .withColumns(chosen).sort([...SORT_KEYS]);
    const sorted = expected.getColumn("row").toArray() as number[];
    assertEquals([...order], sorted);
    const said = expected.select(...TRANSACTION_COLUMNS).rows().map((row) => JSON.stringify(row));
    assertEquals([...copies], sorted.filter((_, i) => i > 0 && said[i] === said[i - 1]));
  });
}
