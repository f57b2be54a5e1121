import { assertEquals } from "@std/assert";
import { customerFeatures } from "../../../src/customers/features/customer_features.ts";
import { labelledSnapshot } from "../../../src/customers/outcomes/labelled_snapshot.ts";
import { takeSnapshot } from "../../../src/customers/snapshot.ts";
import { textColumn } from "../../../src/frames/columns.ts";
import { type Line, source } from "../purchases.ts";

const LINES: readonly Line[] = [
  { customer: "b", invoice: "1", date: "2024-03-01", quantity: 3 },
  { customer: "a", invoice: "2", date: "2024-04-01", quantity: 2 },
  { customer: "b", invoice: "3", date: "2024-05-02", quantity: 5 },
  { customer: "new", invoice: "4", date: "2024-05-03", quantity: 7 },
];

Deno.test("labelledSnapshot: customers of before, with what they did after; newcomers are none of them", () => {
  const { asOf, features, outcomes } = labelledSnapshot(source(LINES), "2024-05-01", 30);
  const ids = textColumn(features, "customer_id");
  assertEquals([asOf, ids.toSorted()], ["2024-05-01", ["a", "b"]]);
  assertEquals(ids.map((id, i) => [id, outcomes.spend[i]]).toSorted(), [["a", 0], ["b", 50]]);
});

Deno.test("labelledSnapshot: features know nothing of the horizon, outcomes nothing of the past", () => {
  const before = LINES.slice(0, 2);
  const { features } = labelledSnapshot(source(LINES), "2024-05-01", 30);
  assertEquals(
    features.rows(),
    customerFeatures(takeSnapshot(source(before), "2024-05-01")).rows(),
  );
  const { outcomes } = labelledSnapshot(source(before), "2024-05-01", 30);
  assertEquals([...outcomes.spend, ...outcomes.purchases], [0, 0, 0, 0]);
});

Deno.test("labelledSnapshot: features that are there already are taken, in their order", () => {
  const given = labelledSnapshot(source(LINES), "2024-05-01", 30).features;
  const turned = given.sort("customer_id", true);
  const { features, outcomes } = labelledSnapshot(source(LINES), "2024-05-01", 30, () => turned);
  assertEquals(features, turned);
  assertEquals([...outcomes.spend], [50, 0]);
});
