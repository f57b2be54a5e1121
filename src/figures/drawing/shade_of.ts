/**
 * Finds the shade of a value on a ramp of equally wide steps.
 *
 * @param value The value; outside the range it takes the first or the last shade.
 * @param shades At least one colour, from the lower to the upper end.
 * @returns One of the shades; the middle one where the range is empty.
 */
export function shadeOf(
  value: number,
  [low, high]: readonly [number, number],
  shades: readonly string[],
): string {
  if (!(high > low)) return shades[Math.floor(shades.length / 2)];
  const step = Math.floor(((value - low) / (high - low)) * shades.length);
  return shades[Math.max(0, Math.min(shades.length - 1, step))];
}

/**
 * Says whether text on a colour is better white than dark.
 *
 * @returns Whether its relative luminance is low (WCAG 2.2, "relative luminance").
 */
export function isDark(colour: string): boolean {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b < 0.23;
}
