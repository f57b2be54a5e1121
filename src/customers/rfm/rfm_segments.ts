/** A named region of the RFM square: ranges of the recency score and of the volume score. */
export interface RfmSegment {
  readonly name: string;
  /** Lowest and highest recency score, 1 to 5. */
  readonly recency: readonly [number, number];
  /** Lowest and highest mean of frequency and monetary score, rounded, 1 to 5. */
  readonly volume: readonly [number, number];
}

/**
 * The usual named RFM segments, in the order in which they are tried; they cover the whole square.
 *
 * Source: the recency × (frequency and monetary) grid in common use in direct marketing.
 */
export const RFM_SEGMENTS: readonly RfmSegment[] = [
  { name: "Champions", recency: [5, 5], volume: [4, 5] },
  { name: "Loyal", recency: [3, 4], volume: [4, 5] },
  { name: "Potential loyalists", recency: [4, 5], volume: [2, 3] },
  { name: "New", recency: [5, 5], volume: [1, 1] },
  { name: "Promising", recency: [4, 4], volume: [1, 1] },
  { name: "Need attention", recency: [3, 3], volume: [3, 3] },
  { name: "About to sleep", recency: [3, 3], volume: [1, 2] },
  { name: "Cannot lose them", recency: [1, 2], volume: [5, 5] },
  { name: "At risk", recency: [1, 2], volume: [3, 4] },
  { name: "Hibernating", recency: [2, 2], volume: [1, 2] },
  { name: "Lost", recency: [1, 1], volume: [1, 2] },
];
