import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { fitBetaGeoNbd } from "../../src/lifetime_value/models/beta_geo_nbd.ts";
import { purchaseCountProbability } from "../../src/lifetime_value/models/purchase_count_probability.ts";
import { repeatPurchaseSummary } from "../../src/lifetime_value/repeat_purchase_summary.ts";
import { rocAuc } from "../../src/metrics/classification.ts";
import { noPurchaseBaseline } from "../../src/pipeline/no_purchase_baseline.ts";
import { churnLabels } from "../../src/prediction/selection/classification_tasks.ts";
import { labelledSnapshot } from "../../src/customers/outcomes/labelled_snapshot.ts";
import { numberColumn, textColumn } from "../../src/frames/columns.ts";
import { source } from "../customers/purchases.ts";
import { onlineRetail, onlineRetailPath } from "../online_retail.ts";

/** 60 customers, each buying every 5 to 24 days for a while. */
const shop = source(
  Array.from({ length: 60 }, (_, i) => i).flatMap((i) =>
    Array.from({ length: 1 + i % 6 }, (_, n) => ({
      customer: `${100 + i}`,
      invoice: `${i}-${n}`,
      date: new Date(Date.UTC(2024, 0, 1 + i % 15 + n * (5 + i % 20))).toISOString().slice(0, 10),
    }))
  ),
);

Deno.test("noPurchaseBaseline: who never came back is silent as fresh customers are, by equation 8", () => {
  const asOf = "2024-06-01", horizon = 30;
  const summary = repeatPurchaseSummary(shop.transactions, asOf);
  const customers = textColumn(summary, "customer_id");
  const repeats = numberColumn(summary, "repeat_frequency");
  const age = numberColumn(summary, "age");
  const last = numberColumn(summary, "last_purchase_age");
  const model = fitBetaGeoNbd(repeats, last, age);
  const silent = noPurchaseBaseline(horizon).probabilities(shop, asOf, customers)!;
  const never = repeats.indexOf(0);
  // P(nothing in T + t) = P(nothing in T) · P(nothing in t, given nothing in T).
  const until = (time: number) => purchaseCountProbability(model, time, 0);
  assertAlmostEquals(silent[never], until(age[never] + horizon) / until(age[never]), 1e-12);
  assert(silent.every((p) => p > 0 && p < 1));
});

Deno.test("noPurchaseBaseline: asks in any order, and answers nothing where nobody comes back", () => {
  const { probabilities } = noPurchaseBaseline(30);
  const [a, b] = probabilities(shop, "2024-06-01", ["105", "110"])!;
  assertEquals([...probabilities(shop, "2024-06-01", ["110", "105"])!], [b, a]);
  assertEquals(probabilities(shop, "2024-01-02", ["100"]), null);
});

Deno.test({
  name: "noPurchaseBaseline: about the reference's AUC on the UCI file",
  ignore: !onlineRetailPath,
  fn() {
    const { features, outcomes } = labelledSnapshot(onlineRetail(), "2011-09-09", 91);
    const ids = textColumn(features, "customer_id");
    const silent = noPurchaseBaseline(91).probabilities(onlineRetail(), "2011-09-09", ids)!;
    // The reference (.729) fitted it on 2011-06-10, one horizon before.
    assertAlmostEquals(rocAuc(churnLabels(outcomes), silent), 0.732, 5e-4);
  },
});
