import { revenueShareAt } from "../../../src/figures/sales/pareto.ts";
import { assertEquals } from "@std/assert";

Deno.test("revenueShareAt: reads the concentration curve at one share of the customers", () => {
  const curve = [{ customer_share: 0, revenue_share: 0 }, {
    customer_share: 0.4,
    revenue_share: 1,
  }];
  assertEquals(revenueShareAt(curve, 0.2), 0.5);
});
