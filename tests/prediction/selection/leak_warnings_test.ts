import { assertEquals, assertThrows } from "@std/assert";
import pl from "nodejs-polars";
import { addDays } from "../../../src/frames/days.ts";
import { churnLabels } from "../../../src/prediction/selection/classification_tasks.ts";
import { labelledSnapshot } from "../../../src/customers/outcomes/labelled_snapshot.ts";
import { leakWarnings } from "../../../src/prediction/selection/leak_warnings.ts";
import { numberColumn } from "../../../src/frames/columns.ts";
import { onlineRetail, onlineRetailPath } from "../../online_retail.ts";

const LABELS = Uint8Array.of(0, 0, 0, 0, 0, 1, 1, 1, 1, 1);
const RISING = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

Deno.test("leakWarnings: a perfect feature in either direction, and no other", () => {
  const features = pl.DataFrame({
    customer_id: RISING.map(String),
    leak: RISING,
    upside_down: RISING.map((value) => -value),
    constant: RISING.map(() => 1),
    // 24 of 25 pairs in order: an AUC of .96.
    strong: [1, 2, 3, 4, 6, 5, 7, 8, 9, 10],
  });
  assertEquals(leakWarnings(features, LABELS).map(({ feature, roc_auc }) => [feature, roc_auc]), [
    ["leak", 1],
    ["upside_down", 1],
  ]);
  const [, , third] = leakWarnings(features, LABELS, { above: 0.95 });
  assertEquals([third.feature, third.roc_auc.toFixed(2)], ["strong", "0.96"]);
  assertEquals(leakWarnings(features, LABELS, { features: ["strong"] }), []);
});

Deno.test("leakWarnings: missing values are left out, too few of a kind are not judged", () => {
  const leak = [...RISING, null, null];
  const labels = Uint8Array.of(...LABELS, 0, 1);
  assertEquals(leakWarnings(pl.DataFrame({ leak }), labels).length, 1);
  const four = Uint8Array.of(0, 0, 0, 0, 0, 0, 1, 1, 1, 1);
  assertEquals(leakWarnings(pl.DataFrame({ leak: RISING }), four), []);
  const never = new Uint8Array(10);
  assertEquals(leakWarnings(pl.DataFrame({ leak: RISING }), never), []);
  assertEquals(leakWarnings(pl.DataFrame({ leak: [] }), new Uint8Array(0)), []);
});

Deno.test("leakWarnings: labels of other customers are refused", () => {
  assertThrows(() => leakWarnings(pl.DataFrame({ leak: [1] }), LABELS), TypeError, "10 labels");
});

Deno.test({
  name: "leakWarnings: on the UCI file the leaky churn label is caught, the honest one is not",
  ignore: !onlineRetailPath,
  fn() {
    const { features, outcomes } = labelledSnapshot(onlineRetail(), "2011-09-09", 91);
    assertEquals(leakWarnings(features, churnLabels(outcomes)), []);
    // The label of most public projects: nothing of it lies after the snapshot.
    const today = labelledSnapshot(onlineRetail(), addDays("2011-12-09", 1), 91).features;
    const leaky = numberColumn(today, "recency_days").map((days) => Number(days > 90));
    const [{ feature, roc_auc }, ...others] = leakWarnings(today, Uint8Array.from(leaky));
    assertEquals([feature, roc_auc], ["purchases_last_90_days", 1]);
    assertEquals(others.map((one) => one.feature), ["recency_days", "spend_last_90_days"]);
  },
});
