import { sharedCustomers } from "../../../src/recommendation/matrix/shared_customers.ts";
import { assertEquals } from "@std/assert";

Deno.test("sharedCustomers: prepares the counting of customers who bought both of two products", () => {
  // Ada and Bob bought both products, Cyd only the first one.
  const count = sharedCustomers({
    products: ["CUP", "TEA"],
    offsets: Int32Array.of(0, 2, 4, 5),
    productIndices: Int32Array.of(0, 1, 0, 1, 0),
  });
  assertEquals([count(0, 1), count(0, 0)], [2, 3]);
});
