/** Renard's series R5 (ISO 3): five round numbers per decade, each about 1.6 times the one before. */
const R5 = ["1", "1.6", "2.5", "4", "6.3"];

/**
 * Round edges of histogram bins that are equally wide on a logarithmic scale.
 *
 * @param least The smallest value, above 0.
 * @returns Ascending preferred numbers, the first at or below `least`, the last above `most`.
 * @throws {RangeError} Unless `0 < least <= most`, both finite.
 */
export function preferredEdges(least: number, most: number): number[] {
  if (!(least > 0 && least <= most && most < Infinity)) {
    throw new RangeError(
      `Choosing bins: values must be finite and above 0, got ${least} to ${most}.`,
    );
  }
  let first = Math.floor(Math.log10(least) * 5);
  while (edge(first + 1) <= least) first++;
  while (edge(first) > least) first--;
  const edges = [edge(first)];
  while (edges[edges.length - 1] <= most) edges.push(edge(first + edges.length));
  return edges;
}

/** The preferred number at a place; 0 is 1, 5 is 10. Read as text, so that no digit is lost. */
function edge(place: number): number {
  const decade = Math.floor(place / 5);
  return Number(`${R5[place - 5 * decade]}e${decade}`);
}
