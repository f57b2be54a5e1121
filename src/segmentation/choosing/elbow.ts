/** Inertia of one number of clusters. */
export interface InertiaPoint {
  readonly k: number;
  readonly inertia: number;
}

/**
 * How far each point of the inertia curve lies below the chord from its first to its last point,
 * both axes scaled to 0 … 1; the elbow is where the curve is deepest.
 *
 * Source: Satopää et al., "Finding a 'Kneedle' in a Haystack" (2011).
 *
 * @param points Ascending by `k`.
 * @returns One depth per point, 0 at both ends.
 */
export function depthBelowChord(points: readonly InertiaPoint[]): number[] {
  const first = points[0], last = points[points.length - 1];
  const width = last.k - first.k || 1;
  const height = first.inertia - last.inertia || 1;
  return points.map(({ k, inertia }) =>
    1 - (k - first.k) / width - (inertia - last.inertia) / height
  );
}
