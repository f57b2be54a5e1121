import pl, { type DataFrame } from "nodejs-polars";
import type { SnapshotSource } from "../../src/customers/snapshot.ts";

/** One purchase line, or, with a negative quantity, one that came back; each piece costs 10. */
export interface Line {
  readonly customer: string;
  readonly invoice: string;
  /** ISO date, with or without a time. */
  readonly date: string;
  readonly quantity?: number;
  readonly product?: string;
  readonly country?: string;
}

/** Purchases and returns as cleaning leaves them. */
export function source(lines: readonly Line[]): SnapshotSource {
  const pieces = ({ quantity = 1 }: Line) => quantity;
  return {
    transactions: frame(lines.filter((line) => pieces(line) > 0)),
    returns: frame(lines.filter((line) => pieces(line) < 0)),
  };
}

function frame(lines: readonly Line[]): DataFrame {
  const instants = lines.map(({ date }) => Date.parse(date.includes("T") ? `${date}Z` : date));
  return pl.DataFrame([
    pl.Series("customer_id", lines.map(({ customer }) => customer), pl.Utf8),
    pl.Series("invoice_id", lines.map(({ invoice }) => invoice), pl.Utf8),
    pl.Series("product_id", lines.map(({ product = "A" }) => product), pl.Utf8),
    pl.Series("country", lines.map(({ country = "UK" }) => country), pl.Utf8),
    pl.Series("quantity", lines.map(({ quantity = 1 }) => quantity), pl.Float64),
    pl.Series("revenue", lines.map(({ quantity = 1 }) => 10 * quantity), pl.Float64),
    pl.Series("invoice_date", Float64Array.from(instants), pl.Float64)
      .cast(pl.Int64).cast(pl.Datetime("ms")),
  ]);
}
