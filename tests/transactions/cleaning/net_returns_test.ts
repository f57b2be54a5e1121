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
