/**
 * The second side of the RFM square: the mean of frequency and monetary score, rounded up from ½.
 */
export function rfmVolume(frequency: number, monetary: number): number {
  return Math.round((frequency + monetary) / 2);
}
