import pl, { type DataFrame } from "nodejs-polars";
import { dateSeries } from "../../src/frames/columns.ts";

/** A purchase line: customer, invoice, ISO date, product, revenue. */
export type Line = readonly [string, string, string, string, number];

/** Transaction lines; a product's description is its id in words, `POST` is a service. */
export function lines(rows: readonly Line[]): DataFrame {
  const text = (name: string, of: (row: Line) => string) => pl.Series(name, rows.map(of), pl.Utf8);
  return pl.DataFrame([
    text("customer_id", (row) => row[0]),
    text("invoice_id", (row) => row[1]),
    dateSeries("invoice_date", Float64Array.from(rows, (row) => Date.parse(row[2]))),
    text("product_id", (row) => row[3]),
    text("description", (row) => `THE ${row[3]} `),
    pl.Series("revenue", Float64Array.from(rows, (row) => row[4]), pl.Float64),
    pl.Series("is_service", rows.map((row) => row[3] === "POST"), pl.Bool),
  ]);
}

/** Three customers, four products and postage; Ada's tea is on two lines of one invoice. */
export const SHOP: readonly Line[] = [
  ["ada", "1", "2020-01-01", "TEA", 2],
  ["ada", "1", "2020-01-01", "TEA", 0.1],
  ["ada", "1", "2020-01-01", "CUP", 4],
  ["ada", "2", "2020-01-09", "TEA", 0.2],
  ["ada", "2", "2020-01-09", "POST", 9],
  ["bob", "3", "2020-01-03", "TEA", 2],
  ["bob", "3", "2020-01-03", "CUP", 4],
  ["bob", "3", "2020-01-03", "JAM", 3],
  ["cyd", "4", "2020-01-05", "JAM", 3],
  ["cyd", "4", "2020-01-05", "PEN", 1],
];
