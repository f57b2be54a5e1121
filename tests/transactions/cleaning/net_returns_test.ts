import { netReturns } from "../../../src/transactions/cleaning/net_returns.ts";
import type { CustomerLines } from "../../../src/transactions/cleaning/match_returns.ts";
import { assertEquals } from "@std/assert";

/** Lines of one customer. */
function lines(
  rows: readonly {
    readonly product?: number;
    readonly quantity: number;
    readonly day: number;
    readonly worth: number;
    readonly order?: number;
    readonly hasPieces?: boolean;
  }[],
): CustomerLines {
  return {
    customer: Int32Array.from(rows, () => 7),
    product: Int32Array.from(rows, ({ product = 1 }) => product),
    quantity: Float64Array.from(rows, ({ quantity }) => quantity),
    instant: Float64Array.from(rows, ({ day }) => day * 864e5),
    worth: Float64Array.from(rows, ({ worth }) => worth * 1e6),
    order: Int32Array.from(rows, ({ order = -1 }) => order),
    hasPieces: Uint8Array.from(rows, ({ hasPieces = true }) => Number(hasPieces)),
  };
}

Deno.test("netReturns: a purchase is lowered by what was really given back for its pieces", () => {
  const { returnedQuantity, netRevenue, unmatchedRevenue, audit } = netReturns(
    lines([{ quantity: 6, day: 1, worth: 6.6 }]),
    lines([{ quantity: -2, day: 2, worth: -2 }]), // less than it cost
  );
  assertEquals([...returnedQuantity, ...netRevenue, ...unmatchedRevenue], [2, 4.6, 0]);
  assertEquals([audit.returned_revenue, audit.net_revenue, audit.rows_matched], [2, 4.6, 1]);
});

Deno.test("netReturns: the pieces of a return share its amount, to the last millionth", () => {
  const bought = lines([
    { quantity: 1, day: 1, worth: 5 },
    { quantity: 1, day: 2, worth: 5 },
  ]);
  const { netRevenue, unmatchedRevenue, audit } = netReturns(
    bought,
    lines([{ quantity: -3, day: 3, worth: -10 }]), // the third piece was bought before the file
  );
  assertEquals([...netRevenue], [1.666666, 1.666667]);
  assertEquals([...unmatchedRevenue], [-3.333333]);
  assertEquals([audit.returned_revenue, audit.net_revenue, audit.rows_matched], [10, 0, 0]);
});

Deno.test("netReturns: an amount alone lowers its customer, a full one the purchase", () => {
  const bought = lines([
    { quantity: 1, day: 1, worth: 120, hasPieces: false },
    { quantity: 1, day: 2, worth: 50, hasPieces: false },
  ]);
  const back = lines([
    { quantity: -1, day: 3, worth: -10, hasPieces: false },
    { quantity: -1, day: 3, worth: -50, hasPieces: false },
  ]);
  const { netRevenue, unmatchedRevenue, matchedQuantity } = netReturns(bought, back);
  assertEquals([...netRevenue], [120, 0]);
  assertEquals([...unmatchedRevenue], [-10, 0]);
  assertEquals([...matchedQuantity], [0, 1]);
});

Deno.test("netReturns: a return that names an order lowers that order", () => {
  const bought = lines([
    { quantity: 1, day: 1, worth: 10, order: 1 },
    { quantity: 1, day: 1, worth: 20, order: 1, product: 2 },
    { quantity: 1, day: 2, worth: 10, order: 2 },
  ]);
  const pieces = netReturns(bought, lines([{ quantity: -1, day: 3, worth: -10, order: 1 }]));
  assertEquals([...pieces.netRevenue], [0, 20, 10]);
  const money = netReturns(
    bought,
    lines([{ product: 9, quantity: -1, day: 3, worth: -4, order: 1 }]),
  );
  assertEquals([...money.netRevenue], [8.666667, 17.333333, 10]);
  assertEquals([money.audit.rows_matched, money.audit.net_revenue], [1, 36]);
  const more = netReturns(
    bought,
    lines([{ product: 9, quantity: -1, day: 3, worth: -33, order: 1 }]),
  );
  assertEquals([...more.netRevenue, ...more.unmatchedRevenue], [0, 0, 10, -3]);
});

Deno.test("netReturns: what was refunded without a return line counts as returned", () => {
  const { netRevenue, audit } = netReturns(
    lines([{ quantity: 1, day: 1, worth: 10 }]),
    lines([]),
    Float64Array.of(2.5e6),
  );
  assertEquals([...netRevenue], [7.5]);
  assertEquals([audit.gross_revenue, audit.returned_revenue, audit.net_revenue], [10, 2.5, 7.5]);
});

Deno.test("netReturns: what orders say came back is subtracted at its own amount", () => {
  const { returnedQuantity, netRevenue, audit } = netReturns(
    lines([
      { quantity: 2, day: 1, worth: 10 },
      { quantity: 1, day: 1, worth: 5 },
      { quantity: 4, day: 2, worth: 8 },
    ]),
    lines([]),
    Float64Array.of(10e6, 6e6, 0),
  );
  assertEquals([...netRevenue], [0, -1, 8]);
  assertEquals([...returnedQuantity], [2, 1, 0]);
  assertEquals([audit.returned_revenue, audit.net_revenue], [16, 7]);
});
