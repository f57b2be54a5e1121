import { RFM_SEGMENTS, type RfmSegment } from "./rfm_segments.ts";

/** Name of customers whom no segment of a map covers. */
export const OTHERS = "Others";

/**
 * Names a cell of the RFM square by the first segment that covers it.
 *
 * @param recency Recency score.
 * @param volume Volume score, see {@linkcode rfmVolume}.
 * @param segments The map, tried in order; segments may overlap.
 * @returns The segment's name, or "Others" in a gap of the map.
 *
 * @example
 * ```ts
 * import { rfmSegmentOf } from "./rfm_segment_of.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(rfmSegmentOf(5, 5), "Champions");
 * const map = [{ name: "Best", recency: [5, 5], volume: [5, 5] }] as const;
 * assertEquals(rfmSegmentOf(1, 5, map), "Others");
 * ```
 */
export function rfmSegmentOf(
  recency: number,
  volume: number,
  segments: readonly RfmSegment[] = RFM_SEGMENTS,
): string {
  const within = (score: number, [low, high]: readonly [number, number]) =>
    score >= low && score <= high;
  const match = segments.find((segment) =>
    within(recency, segment.recency) && within(volume, segment.volume)
  );
  return match?.name ?? OTHERS;
}

/**
 * Refuses a map with a segment that no score can reach.
 *
 * @throws {RangeError} If a range is empty or leaves the scores.
 */
export function checkRfmSegments(segments: readonly RfmSegment[], levels: number): void {
  for (const { name, recency, volume } of segments) {
    for (const [low, high] of [recency, volume]) {
      if (!(low >= 1 && low <= high && high <= levels)) {
        throw new RangeError(
          `Naming RFM segments: a range of "${name}" must ascend within 1 to ${levels}, ` +
            `got [${low}, ${high}].`,
        );
      }
    }
  }
}
