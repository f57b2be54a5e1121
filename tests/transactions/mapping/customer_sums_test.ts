import { customerSums, isOfCustomers } from "../../../src/transactions/mapping/customer_sums.ts";
import { table } from "../reading/rows/tables.ts";
import { assertEquals } from "@std/assert";

Deno.test("customerSums: sums, counts, averages, first and last dates, in seven languages", () => {
  const names = [
    ...[
      "Recency",
      "total_spent",
      "Number of Orders",
      "orders_count",
      "avg_basket",
      "Last Purchase",
    ],
    ...[
      "Anzahl Bestellungen",
      "Nombre de commandes",
      "Última compra",
      "Numero ordini",
      "churned",
      "num_items",
    ],
  ];
  assertEquals(customerSums(names), names);
});

Deno.test("customerSums: names of people and of purchases are none", () => {
  assertEquals(
    customerSums([
      "first_name",
      "Last Name",
      "nombre",
      "Number",
      "Discount",
      "account",
      "primary_email",
    ]),
    [],
  );
});

Deno.test("isOfCustomers: no customer twice, and a sum", () => {
  const is = (...lines: readonly string[]) => isOfCustomers(table(...lines), "customer_id");
  assertEquals(is("customer_id,revenue,recency_days", "1,5,30", "2,6,20"), true);
  assertEquals(is("customer_id,revenue,recency_days", "1,5,30", "1,6,20"), false);
  assertEquals(is("customer_id,revenue,paid", "1,5,2024-01-05", "2,6,2024-01-06"), false);
  assertEquals(is("customer_id,recency", "1,5"), false);
});
