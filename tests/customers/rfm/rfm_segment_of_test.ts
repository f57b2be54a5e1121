import { assertEquals, assertThrows } from "@std/assert";
import { checkRfmSegments, rfmSegmentOf } from "../../../src/customers/rfm/rfm_segment_of.ts";
import { RFM_SEGMENTS } from "../../../src/customers/rfm/rfm_segments.ts";

const square = (range: readonly [number, number], name = "A") =>
  ({ name, recency: range, volume: range }) as const;

Deno.test("rfmSegmentOf: the usual map leaves no gap, and each of its segments is reached", () => {
  const scores = [1, 2, 3, 4, 5];
  const names = new Set(scores.flatMap((r) => scores.map((v) => rfmSegmentOf(r, v))));
  assertEquals([...names].toSorted(), RFM_SEGMENTS.map(({ name }) => name).toSorted());
});

Deno.test("rfmSegmentOf: the first that covers a cell, bounds included; a gap is Others", () => {
  const map = [square([2, 3], "first"), square([3, 4], "second")];
  const named = [1, 2, 3, 4, 5].map((score) => rfmSegmentOf(score, score, map));
  assertEquals(named, ["Others", "first", "first", "second", "Others"]);
  assertEquals([rfmSegmentOf(2, 4, map), rfmSegmentOf(4, 2, map)], ["Others", "Others"]);
});

Deno.test("checkRfmSegments: a range that no score reaches is refused", () => {
  checkRfmSegments(RFM_SEGMENTS, 5);
  checkRfmSegments([square([1, 3])], 3);
  for (const range of [[0, 2], [3, 2], [1, 4], [NaN, 2]] as const) {
    assertThrows(
      () => checkRfmSegments([square(range)], 3),
      RangeError,
      `a range of "A" must ascend within 1 to 3, got [${range.join(", ")}]`,
    );
  }
});
