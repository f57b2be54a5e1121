/**
 * The second side of the RFM square: the mean of frequency and monetary score, rounded up from ½.
 *
 * @param frequency Frequency score.
 * @param monetary Monetary score.
 * @returns A whole number between the two.
 */
export function rfmVolume(frequency: number, monetary: number): number {
  return Math.round((frequency + monetary) / 2);
}
