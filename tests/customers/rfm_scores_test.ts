import pl from "nodejs-polars";
import { assertEquals } from "@std/assert";
import { rfmScores } from "../../src/customers/rfm_scores.ts";
import { RFM_SEGMENTS } from "../../src/customers/rfm_segments.ts";

Deno.test("rfmScores: equal values get equal scores", () => {
  const rfm = pl.DataFrame({
    recency_days: [5, 5, 5, 5, 5, 90],
    frequency: [1, 1, 1, 1, 1, 1],
    monetary_value: [10, 10, 10, 10, 20, 20],
  });
  const scores = rfmScores(rfm);
  assertEquals(new Set(scores.getColumn("recency_score").toArray().slice(0, 5)).size, 1);
  assertEquals(new Set(scores.getColumn("frequency_score").toArray()), new Set([1]));
});

Deno.test("RFM_SEGMENTS: every pair of scores falls into exactly one first segment", () => {
  for (let recency = 1; recency <= 5; recency++) {
    for (let volume = 1; volume <= 5; volume++) {
      const matches = RFM_SEGMENTS.filter((s) =>
        recency >= s.recency[0] && recency <= s.recency[1] && volume >= s.volume[0] &&
        volume <= s.volume[1]
      );
      assertEquals(matches.length, 1, `recency ${recency}, volume ${volume}`);
    }
  }
});
