import { segmentCards } from "../../../src/report/parts/segment_cards.ts";
import { assert } from "@std/assert";

Deno.test("segmentCards: writes one card per segment", () => {
  const { markup } = segmentCards([{
    name: "Regular",
    customers: 900,
    share_of_customers: 0.25,
    share_of_revenue: 0.31,
  }]);
  assert(markup.includes("31.0\u00a0%"));
});
