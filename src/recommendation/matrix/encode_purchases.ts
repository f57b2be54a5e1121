import pl, { type DataFrame } from "nodejs-polars";
import { dateColumn, numberColumn, textColumn } from "../../frames/columns.ts";

/** Purchase lines with their ids as positions in sorted lists; one element per line. */
export interface EncodedPurchases {
  /** Customer ids, sorted. */
  readonly customers: readonly string[];
  /** Product ids, sorted. */
  readonly products: readonly string[];
  /** For each product, 1 if it is a service (postage, fees), else 0. */
  readonly services: Uint8Array;
  /** Position of the line's customer in `customers`. */
  readonly customer: Int32Array;
  /** Position of the line's product in `products`. */
  readonly product: Int32Array;
  /** A number per invoice. */
  readonly invoice: Int32Array;
  /** Milliseconds since 1970. */
  readonly date: Float64Array;
  /** Quantity times unit price. */
  readonly revenue: Float64Array;
}

const COLUMNS = [
  "invoice_id",
  "product_id",
  "invoice_date",
  "customer_id",
  "revenue",
  "is_service",
];

/**
 * Encodes transaction lines for counting: ids become positions in sorted lists.
 *
 * @param transactions Kept transaction lines: `invoice_id, product_id, invoice_date, customer_id,
 * revenue, is_service`, one row per line, in any order.
 * @returns The lines as typed arrays, in the same order.
 * @throws {TypeError} If a column is missing.
 * @throws {RangeError} If there are no lines.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { dateSeries } from "../../frames/columns.ts";
 * import { encodePurchases } from "./encode_purchases.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const { products, product } = encodePurchases(pl.DataFrame({
 *   invoice_id: ["1", "1"], product_id: ["TEA", "CUP"], customer_id: ["Ada", "Ada"],
 *   invoice_date: dateSeries("invoice_date", Float64Array.of(0, 0)),
 *   revenue: [2.5, 4], is_service: [false, false],
 * }));
 * assertEquals(products, ["CUP", "TEA"]);
 * assertEquals(product, Int32Array.of(1, 0));
 * ```
 */
export function encodePurchases(transactions: DataFrame): EncodedPurchases {
  const missing = COLUMNS.filter((name) => !transactions.columns.includes(name));
  if (missing.length > 0) {
    throw new TypeError(
      `Encoding purchases: missing ${missing.join(", ")}; found ${
        transactions.columns.join(", ") || "no columns"
      }.`,
    );
  }
  if (transactions.height === 0) throw new RangeError("Encoding purchases: there are no lines.");

  const customers = encode(transactions, "customer_id");
  const products = encode(transactions, "product_id");
  const services = new Uint8Array(products.ids.length);
  numberColumn(transactions, "is_service").forEach((isService, line) => {
    if (isService === 1) services[products.codes[line]] = 1;
  });
  return {
    customers: customers.ids,
    products: products.ids,
    services,
    customer: customers.codes,
    product: products.codes,
    invoice: encode(transactions, "invoice_id").codes,
    date: dateColumn(transactions, "invoice_date"),
    revenue: numberColumn(transactions, "revenue"),
  };
}

function encode(lines: DataFrame, column: string): { ids: string[]; codes: Int32Array } {
  const texts = lines.select(pl.col(column).fillNull(pl.lit("")));
  const ids = textColumn(texts.unique(), column).sort();
  const positions = pl.DataFrame([
    pl.Series(column, ids, pl.Utf8),
    pl.Series("code", Int32Array.from(ids.keys()), pl.Int32),
  ]);
  const codes = texts.join(positions, { on: column, how: "left" }).getColumn("code");
  return { ids, codes: codes.toTypedArray() as Int32Array };
}
