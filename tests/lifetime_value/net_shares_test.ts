import { assertAlmostEquals, assertEquals } from "@std/assert";
import pl from "nodejs-polars";
import { netShares } from "../../src/lifetime_value/net_shares.ts";
import { dateSeries } from "../../src/frames/columns.ts";

const LINES = pl.DataFrame({
  customer_id: ["7", "8", "7", "9"],
  revenue: [60, 30, 40, 500],
  net_revenue: [60, 0, 40, 0],
  invoice_date: dateSeries("invoice_date", Float64Array.of(0, 0, 864e5, 2 * 864e5)),
});

Deno.test("netShares: own share and everyone's, mixed by money; later lines do not count", () => {
  // Of 130 spent 100 are kept; the usual spend is 65.
  const [seven, eight] = netShares(LINES, "1970-01-03", ["7", "8"]);
  assertAlmostEquals(seven, (100 + 65 * 100 / 130) / (100 + 65), 1e-12);
  assertAlmostEquals(eight, (0 + 65 * 100 / 130) / (30 + 65), 1e-12);
});

Deno.test("netShares: nothing is known of returns, so nothing is taken off", () => {
  assertEquals([...netShares(LINES.drop("net_revenue"), "1970-01-03", ["7", "8"])], [1, 1]);
});

Deno.test("netShares: what came back of no line lowers the share of its customer", () => {
  const returns = pl.DataFrame({
    customer_id: ["7", "8"],
    unmatched_revenue: [-20, -5],
    invoice_date: dateSeries("invoice_date", Float64Array.of(864e5, 2 * 864e5)), // the second is later
  });
  const [seven] = netShares(LINES, "1970-01-03", ["7", "8"], returns);
  assertAlmostEquals(seven, (80 + 65 * 80 / 130) / (100 + 65), 1e-12);
});
