/**
 * The second side of the RFM square: the mean of frequency and monetary score, rounded up from ½.
 *
 * @param frequency Frequency score.
 * @param monetary Monetary score.
 * @returns A whole number between the two.
 *
 * @example
 * ```ts
 * import { rfmVolume } from "./rfm_volume.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([rfmVolume(1, 1), rfmVolume(4, 5), rfmVolume(1, 5)], [1, 5, 3]);
 * ```
 */
export function rfmVolume(frequency: number, monetary: number): number {
  return Math.round((frequency + monetary) / 2);
}
