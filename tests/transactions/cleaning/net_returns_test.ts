import { netReturns } from "../../../src/transactions/cleaning/net_returns.ts";
import { assertEquals } from "@std/assert";

Deno.test("netReturns: nets returns against the purchases that they take back", () => {
  const line = (quantity: number, day: number) => ({
    customer: Int32Array.of(7),
    product: Int32Array.of(1),
    quantity: Float64Array.of(quantity),
    instant: Float64Array.of(day * 864e5),
  });
  const bought = line(6, 1), broughtBack = line(-2, 2);
  const { returnedQuantity, netRevenue, audit } = netReturns(
    bought,
    broughtBack,
    Float64Array.of(6_600_000),
  );
  assertEquals([...returnedQuantity, ...netRevenue], [2, 4.4]);
  assertEquals([audit.returned_revenue, audit.net_revenue], [2.2, 4.4]);
});

Deno.test("netReturns: what orders say came back is subtracted at its own amount", () => {
  const purchases = {
    customer: Int32Array.of(0, 0, 1),
    product: Int32Array.of(0, 1, 0),
    quantity: Float64Array.of(2, 1, 4),
    instant: Float64Array.of(1, 1, 2),
  };
  const none = {
    customer: new Int32Array(0),
    product: new Int32Array(0),
    quantity: new Float64Array(0),
    instant: new Float64Array(0),
  };
  const worth = Float64Array.of(10e6, 5e6, 8e6), refunded = Float64Array.of(10e6, 6e6, 0);
  const { returnedQuantity, netRevenue, audit } = netReturns(purchases, none, worth, refunded);
  assertEquals([...netRevenue], [0, -1, 8]);
  assertEquals([...returnedQuantity], [2, 1, 0]);
  assertEquals([audit.returned_revenue, audit.net_revenue], [16, 7]);
});
