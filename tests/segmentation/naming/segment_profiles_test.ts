import pl from "nodejs-polars";
import { assertEquals, assertStringIncludes } from "@std/assert";
import { segmentProfiles } from "../../../src/segmentation/naming/segment_profiles.ts";

const name = (name: string) => ({ name, description: `${name}.`, action: "" });
const CUSTOMERS = pl.DataFrame({
  monetary_value: [900, 100, 40, 40, 20],
  frequency: [9, 3, 1, 1, 1],
  recency_days: [1, 21, 50, 60, 70],
  return_rate: [0, 0, 0, 0, 0],
  rfm_segment: ["Champions", "Loyal", "Lost", "Lost", "Hibernating"],
});
const LABELS = Int32Array.of(0, 0, 1, 1, 1);

Deno.test("segmentProfiles: a card by hand: shares, medians, traits in order, RFM segments inside", () => {
  const [best, rest] = segmentProfiles(CUSTOMERS, LABELS, {
    names: [name("Best"), name("Rest")],
    stability: [0.9, 0.55],
    outliers: [true, false],
  });
  assertEquals([best.customers, best.share_of_customers, best.share_of_revenue], [
    2,
    0.4,
    1000 / 1100,
  ]);
  assertEquals([best.medians.monetary_value, best.medians_of_everyone.monetary_value], [500, 40]);
  assertEquals(best.traits.map(({ feature, effect, size }) => [feature, effect, size]), [
    ["monetary_value", 1, "large"],
    ["frequency", 1, "large"],
    ["recency_days", -1, "large"],
  ]);
  assertEquals(best.traits.map(({ words }) => words), [
    "spends 13 × the typical customer",
    "6 orders against 1",
    "last order 11 days ago against 50",
  ]);
  assertEquals(rest.rfm_segments, [
    { segment: "Lost", customers: 2, share: 2 / 3 },
    { segment: "Hibernating", customers: 1, share: 1 / 3 },
  ]);
  assertEquals([best.stable, rest.stable, best.isolates_outliers], [true, false, true]);
  assertStringIncludes(rest.description, "Unstable: resampled customers give back only 55 %");
  assertStringIncludes(best.description, "Mere outliers");
});

Deno.test("segmentProfiles: without RFM segments and stability nothing is claimed of them", () => {
  const [all] = segmentProfiles(CUSTOMERS.drop("rfm_segment"), new Int32Array(5), {
    names: [name("All")],
    stability: [null],
  });
  assertEquals([all.rfm_segments, all.traits], [[], []]);
  assertEquals([all.stability, all.stable, all.season], [null, null, null]);
  assertEquals(all.description, "All.");
});
