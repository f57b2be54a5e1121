/**
 * Picks the candidates with the highest scores, best first; equal scores by the lower candidate.
 *
 * Candidates are positions in sorted ids, so a tie goes to the lower id. Keeping the best few while
 * passing over the candidates once is faster than sorting them all.
 *
 * @param candidates Positions in `scores`, each once, in any order.
 * @param count How many to pick at most.
 */
export function bestFirst(
  candidates: Int32Array,
  scores: ArrayLike<number>,
  count: number,
): Int32Array {
  const best = new Int32Array(Math.min(count, candidates.length));
  let kept = 0;
  for (const candidate of candidates) {
    const score = scores[candidate];
    const isBetterThan = (other: number) =>
      score > scores[other] || (score === scores[other] && candidate < other);
    if (kept === best.length) {
      if (kept === 0 || !isBetterThan(best[kept - 1])) continue;
      kept--;
    }
    let place = kept++;
    while (place > 0 && isBetterThan(best[place - 1])) best[place] = best[--place];
    best[place] = candidate;
  }
  return best;
}
