import { netOfShop } from "../../../src/transactions/cleaning/net_of_shop.ts";
import { assertEquals } from "@std/assert";

Deno.test("netOfShop: sales less returns, of customers and without; refunds come off both", () => {
  const lines = {
    sold: Int32Array.of(0, 1),
    soldToCustomers: Int32Array.of(0),
    returned: Int32Array.of(2, 3),
    returnedByCustomers: Int32Array.of(2),
  };
  const worth = Float64Array.of(10e6, 5e6, -4e6, -1e6);
  assertEquals(netOfShop(lines, worth), { shop: 10, customers: 6, without_customer: 4 });
  assertEquals(
    netOfShop(lines, worth, Float64Array.of(1e6, 2e6, 0, 0)),
    { shop: 7, customers: 5, without_customer: 2 },
  );
});
