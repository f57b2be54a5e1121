import { assert, assertEquals, assertThrows } from "@std/assert";
import { rfmSummary } from "../../src/customers/rfm/rfm_summary.ts";
import { takeSnapshot } from "../../src/customers/snapshot.ts";
import { textColumn } from "../../src/frames/columns.ts";
import { NotEnoughDataError } from "../../src/frames/errors.ts";
import { offer, type OfferOptions } from "../../src/pipeline/offer.ts";
import { lines } from "../recommendation/purchases.ts";
import { OPENING, syntheticShop } from "../recommendation/synthetic_shop.ts";

const shop = lines(syntheticShop());
const asked: string[] = [];
const options: OfferOptions = {
  asOf: "2020-08-28",
  horizonDays: 60,
  firstDate: OPENING,
  featuresAt(asOf) {
    asked.push(asOf);
    return rfmSummary(takeSnapshot({ transactions: shop, returns: shop.head(0) }, asOf));
  },
};

Deno.test("offer: ten products to every customer, no services and nothing that is no longer sold", () => {
  const { recommendations, similar, evaluation } = offer(shop, options);
  const customers = textColumn(recommendations, "customer_id");
  assertEquals(new Set(customers).size, 150);
  assert(Map.groupBy(customers, (id) => id).values().every((rows) => rows.length === 10));
  const products = new Set([
    ...textColumn(recommendations, "product_id"),
    ...textColumn(similar, "neighbour_id"),
  ]);
  assertEquals([...products].filter((id) => id === "POST" || id.startsWith("S")), []);
  // Measured on the last horizon, with the segments of the day on which it began.
  assertEquals([evaluation.kind, new Set(asked)], ["result", new Set(["2020-06-29"])]);
});

Deno.test("offer: too short to be measured is still offered; without products there is nothing", () => {
  const { recommendations, evaluation } = offer(shop, { ...options, horizonDays: 100 });
  assertEquals([evaluation.kind, recommendations.height], ["not_enough_data", 1500]);
  const nameless = lines(
    syntheticShop().map(([id, invoice, day, , value]) => [id, invoice, day, "", value] as const),
  );
  assertThrows(() => offer(nameless, options), NotEnoughDataError, "has no products to recommend");
});
