import pl from "nodejs-polars";
import { assert, assertEquals, assertThrows } from "@std/assert";
import { rfmCutPoints } from "../../../src/customers/rfm/rfm_cut_points.ts";
import { rfmScores } from "../../../src/customers/rfm/rfm_scores.ts";
import { RFM_SEGMENTS, type RfmSegment } from "../../../src/customers/rfm/rfm_segments.ts";
import { rfmSummary } from "../../../src/customers/rfm/rfm_summary.ts";
import { takeSnapshot } from "../../../src/customers/snapshot.ts";
import { numberColumn, textColumn } from "../../../src/frames/columns.ts";
import pandas from "../../fixtures/customers_pandas.json" with { type: "json" };
import { onlineRetail, onlineRetailPath } from "../../online_retail.ts";

const SCORES = ["recency_score", "frequency_score", "monetary_score"];

function rfmOf(recency_days: number[], frequency: number[], monetary_value: number[]) {
  return pl.DataFrame({ recency_days, frequency, monetary_value });
}

/** Three scores per customer, such as 515. */
function scoresOf(frame: pl.DataFrame): string[] {
  const columns = SCORES.map((name) => numberColumn(frame, name));
  return Array.from(columns[0], (_, i) => columns.map((scores) => scores[i]).join(""));
}

Deno.test("rfmScores: equal values get equal scores", () => {
  const rfm = rfmOf([5, 5, 5, 5, 5, 90], [1, 1, 1, 1, 1, 1], [10, 10, 10, 10, 20, 20]);
  const scores = rfmScores(rfm);
  assertEquals(new Set(scores.getColumn("recency_score").toArray().slice(0, 5)).size, 1);
  assertEquals(new Set(scores.getColumn("frequency_score").toArray()), new Set([1]));
});

Deno.test({
  name: "rfmScores: parity with quantiles of pandas on the UCI file, at two dates",
  ignore: !onlineRetailPath,
  fn() {
    for (const { as_of, rfm_scores } of pandas.features) {
      const counts: Record<string, number> = {};
      for (const score of scoresOf(rfmScores(rfmSummary(takeSnapshot(onlineRetail(), as_of))))) {
        counts[score] = (counts[score] ?? 0) + 1;
      }
      assertEquals(counts, Object.fromEntries(rfm_scores));
    }
  },
});

Deno.test("rfmScores: a value equal to a cut point lies in the range that it ends", () => {
  const rfm = rfmOf([30, 31, 365, 366], [1, 2, 9, 10], [100, 100.01, 5, 900]);
  const cutPoints = {
    recency: [30, 90, 180, 365],
    frequency: [1, 2, 5, 9],
    monetary: [10, 100, 200, 800],
  };
  assertEquals(scoresOf(rfmScores(rfm, { cutPoints })), ["512", "423", "241", "155"]);
  const recencyOnly = rfmScores(rfm, { cutPoints: { recency: cutPoints.recency } });
  assertEquals(recencyOnly.getColumn("recency_score").toArray(), [5, 4, 2, 1]);
});

Deno.test("rfmScores: cut points learned on the past score the same customers alike", () => {
  const rfm = rfmOf([1, 2, 2, 40, 90, 300], [9, 1, 1, 1, 2, 4], [90, 5, 6, 7, 30, 70]);
  const cutPoints = rfmCutPoints(rfm);
  assertEquals(scoresOf(rfmScores(rfm, { cutPoints })), scoresOf(rfmScores(rfm)));
  assertEquals(
    scoresOf(rfmScores(rfm.head(2), { cutPoints })),
    scoresOf(rfmScores(rfm)).slice(0, 2),
  );
});

Deno.test("rfmScores: refuses cut points that do not fit, naming them", () => {
  const rfm = rfmOf([1, 2], [1, 2], [1, 2]);
  const refused = (cutPoints: object, message: string) =>
    assertThrows(() => rfmScores(rfm, { cutPoints }), RangeError, message);
  refused({ recency: [30, 60] }, "5 levels take 4 cut points of recency, got [30, 60]");
  refused({ frequency: [1, 3, 2, 4] }, "of frequency must be ascending numbers, got [1, 3, 2, 4]");
  refused({ monetary: [1, 2, NaN, 4] }, "of monetary must be ascending numbers");
  assertThrows(() => rfmScores(rfm, { levels: 1 }), RangeError, "got 1");
  assertThrows(() => rfmScores(rfm, { levels: 4 }), RangeError, "give segments for 4 levels");
});

Deno.test("rfmScores: one customer, or all alike, is as recent as can be and 1 in the rest", () => {
  assertEquals(scoresOf(rfmScores(rfmOf([40], [3], [99]))), ["511"]);
  const alike = rfmScores(rfmOf([40, 40, 40], [3, 3, 3], [99, 99, 99]));
  assertEquals(scoresOf(alike), ["511", "511", "511"]);
  assertEquals(new Set(textColumn(alike, "rfm_segment")), new Set(["New"]));
  assertThrows(() => rfmScores(rfmOf([40], [3], [99]).head(0)), RangeError, "no customers");
  assertThrows(() => rfmScores(rfmOf([NaN], [3], [99])), RangeError, "NaN");
});

Deno.test("rfmScores: fewer than five different values keep their order", () => {
  const scores = rfmScores(rfmOf([1, 1, 1, 1, 9, 9], [1, 1, 1, 2, 2, 7], [5, 5, 5, 5, 5, 6]));
  const frequency = numberColumn(scores, "frequency_score");
  assert(frequency[0] < frequency[3] && frequency[4] < frequency[5], `${frequency}`);
  // Recency is cut at 1, 1, 1 and 9 days: 9 days pass the first three.
  assertEquals([...numberColumn(scores, "recency_score")], [5, 5, 5, 5, 2, 2]);
});

Deno.test("rfmScores: the caller's map: the first match counts, gaps are Others", () => {
  const map: RfmSegment[] = [
    { name: "Best", recency: [3, 3], volume: [2, 3] },
    { name: "Recent", recency: [2, 3], volume: [1, 3] },
  ];
  const rfm = rfmOf([1, 1, 50, 99], [9, 1, 5, 9], [9, 1, 5, 9]);
  const scores = rfmScores(rfm, {
    levels: 3,
    segments: map,
    cutPoints: { recency: [10, 60], frequency: [2, 7], monetary: [2, 7] },
  });
  assertEquals(textColumn(scores, "rfm_segment"), ["Best", "Recent", "Recent", "Others"]);
});

Deno.test("rfmScores: refuses a map with a range that no score reaches", () => {
  const rfm = rfmOf([1, 2], [1, 2], [1, 2]);
  for (const recency of [[5, 4], [0, 2], [4, 6], [NaN, 2]] as [number, number][]) {
    const segments = [{ name: "Odd", recency, volume: [1, 5] as const }];
    assertThrows(() => rfmScores(rfm, { segments }), RangeError, `"Odd"`);
  }
});

Deno.test("RFM_SEGMENTS: every pair of scores falls into exactly one of eleven segments", () => {
  assertEquals(new Set(RFM_SEGMENTS.map(({ name }) => name)).size, 11);
  const reached = new Set<string>();
  for (let recency = 1; recency <= 5; recency++) {
    for (let volume = 1; volume <= 5; volume++) {
      const matches = RFM_SEGMENTS.filter((s) =>
        recency >= s.recency[0] && recency <= s.recency[1] && volume >= s.volume[0] &&
        volume <= s.volume[1]
      );
      assertEquals(matches.length, 1, `recency ${recency}, volume ${volume}`);
      reached.add(matches[0].name);
    }
  }
  assertEquals(reached.size, 11);
});
