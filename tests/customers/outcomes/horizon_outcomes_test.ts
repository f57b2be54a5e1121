import { assertEquals } from "@std/assert";
import { horizonOutcomes } from "../../../src/customers/outcomes/horizon_outcomes.ts";
import { source } from "../purchases.ts";

const { transactions } = source([
  { customer: "a", invoice: "0", date: "2024-04-30T23:59", quantity: 9 },
  { customer: "a", invoice: "1", date: "2024-05-01T00:00", quantity: 1 },
  { customer: "a", invoice: "1", date: "2024-05-01T00:00", quantity: 2, product: "B" },
  { customer: "b", invoice: "2", date: "2024-05-05", quantity: 4 },
  { customer: "a", invoice: "3", date: "2024-05-10T23:59", quantity: 8 },
  { customer: "b", invoice: "4", date: "2024-05-11T00:00", quantity: 16 },
]);

Deno.test("horizonOutcomes: the first day counts, the day after the last does not; at 10 apiece", () => {
  const { spend, purchases } = horizonOutcomes(["b", "new", "a"], transactions, "2024-05-01", 10);
  assertEquals([...spend], [40, 0, 110]);
  assertEquals([...purchases], [1, 0, 2]);
});

Deno.test("horizonOutcomes: nobody asked for, and nothing bought", () => {
  assertEquals(horizonOutcomes([], transactions, "2024-05-01", 10).spend.length, 0);
  const { spend, purchases } = horizonOutcomes(["a"], transactions.head(0), "2024-05-01", 10);
  assertEquals([[...spend], [...purchases]], [[0], [0]]);
});
