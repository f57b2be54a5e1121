import pl from "nodejs-polars";
import { assertEquals } from "@std/assert";
import { createRandom } from "../../../src/numeric/random/random.ts";
import { type CodedNumbers, type CodedTexts, encodeTexts } from "../../../src/frames/coded.ts";
import { salesOrder } from "../../../src/transactions/cleaning/sales_order.ts";
import type { TypedLines } from "../../../src/transactions/interpretation/typed_lines.ts";

const TEXTS = ["invoice_id", "product_id", "description", "customer_id", "country"] as const;
const SAID = ["invoice_date", "invoice_id", "product_id", "quantity", "unit_price"]
  .concat("description", "customer_id", "country");

/** Few different values, so that lines agree in many columns; dates days or centuries apart. */
function randomLines(rows: number, spanOfDays: number) {
  const random = createRandom(rows + spanOfDays);
  const drawn = <T>(values: T[]) =>
    Array.from({ length: rows }, () => values[random.integer(values.length)]);
  const numbers = (values: number[]): CodedNumbers => ({
    codes: Int32Array.from(drawn([...values.keys()])),
    values: Float64Array.from(values),
  });
  const ids = {
    ...Object.fromEntries(TEXTS.map((name) => [name, encodeTexts(drawn(["10", "9", ""]))])),
  };
  const days = [2, 0, 1].map((day) => day * spanOfDays * 864e5);
  return {
    ...ids as Record<typeof TEXTS[number], CodedTexts>,
    input: encodeTexts(drawn(["b.csv", "a.csv"])),
    line: Int32Array.from(random.shuffle([...Array(rows).keys()])),
    invoice_date: numbers(days),
    quantity: numbers([1, 0, 1]), // as of "1" and "1.0"
    unit_price: numbers([0, 1]),
  };
}

function frameOf(lines: ReturnType<typeof randomLines>) {
  const columns = Object.entries(lines).map(([name, column]) => [
    name,
    "codes" in column ? Array.from(column.codes, (code) => column.values[code]) : [...column],
  ]);
  return pl.DataFrame(Object.fromEntries(columns));
}

for (const spanOfDays of [1, 40_000]) {
  Deno.test(`salesOrder: as Polars sorts by all columns, dates ${spanOfDays} days apart`, () => {
    const lines = randomLines(3000, spanOfDays);
    const rows = Int32Array.from([...Array(3000).keys()].filter((row) => row % 7 !== 0));
    const { order, copies } = salesOrder(
      {
        ...lines,
        tables: [{ height: 3000, details: {}, beside: new Map() }],
      } as unknown as TypedLines,
    )(rows);
    const chosen = pl.Series("row", rows, pl.Int32);
    const keys = [...SAID, "input", "line"];
    const expected = frameOf(lines).select(...keys.map((name) => pl.col(name).gather(chosen)))
      .withColumns(chosen).sort(keys);
    const sorted = expected.getColumn("row").toArray() as number[];
    assertEquals([...order], sorted);
    const said = expected.select(...SAID).rows().map((row) => JSON.stringify(row));
    assertEquals([...copies], sorted.filter((_, i) => i > 0 && said[i] === said[i - 1]));
  });
}
