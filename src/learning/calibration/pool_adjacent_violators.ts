/**
 * Makes values never fall, at the least weighted squared distance: neighbours that fall are pooled to
 * their mean until none does (Ayer et al. 1955).
 *
 * @param weights How much each counts, above 0.
 * @returns As many values, ascending or level.
 */
export function poolAdjacentViolators(
  values: readonly number[],
  weights: readonly number[],
): number[] {
  const pools: { mean: number; weight: number; size: number }[] = [];
  values.forEach((value, i) => {
    let pool = { mean: value, weight: weights[i], size: 1 };
    for (let before = pools.at(-1); before && before.mean >= pool.mean; before = pools.at(-1)) {
      pools.pop();
      const weight = before.weight + pool.weight;
      pool = {
        mean: (before.mean * before.weight + pool.mean * pool.weight) / weight,
        weight,
        size: before.size + pool.size,
      };
    }
    pools.push(pool);
  });
  return pools.flatMap(({ mean, size }) => new Array<number>(size).fill(mean));
}
