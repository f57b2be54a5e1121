import { type OpenOptions, openShop, type Shop } from "../../src/pipeline/open_shop.ts";
import { numberColumn, textColumn } from "../../src/frames/columns.ts";

/** Opens a shop from lines of CSV, and from more files. */
export function shopOf(
  csv: readonly string[],
  options: OpenOptions = {},
  more: readonly string[] = [],
): Shop {
  const path = Deno.makeTempFileSync({ suffix: ".csv" });
  try {
    Deno.writeTextFileSync(path, csv.join("\n") + "\n");
    return openShop([path, ...more], options);
  } finally {
    Deno.removeSync(path);
  }
}

/** What remains of each invoice of known customers, in whole millionths. */
export function netOfInvoices({ transactions }: Shop): Map<string, number> {
  const net = numberColumn(transactions, "net_revenue"), sums = new Map<string, number>();
  textColumn(transactions, "invoice_id").forEach((id, row) => {
    sums.set(id, (sums.get(id) ?? 0) + Math.round(1e6 * net[row]));
  });
  return sums;
}

/** What remains of all customers, to the millionth. */
export function netOf(shop: Shop): number {
  return [...netOfInvoices(shop).values()].reduce((sum, net) => sum + net, 0) / 1e6;
}

/** Reasons with lines and money. */
export function reasonsOf({ audit }: Shop): Record<string, [number, number]> {
  return Object.fromEntries(
    audit.rejected.map(({ reason, rows, revenue }) => [reason, [rows, revenue]]),
  );
}
