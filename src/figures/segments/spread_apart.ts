/**
 * Moves places on a line apart until none touch, each as little as possible.
 *
 * Least squares: places that would overlap are pooled around their common middle
 * (pool-adjacent-violators; Barlow et al., "Statistical Inference under Order Restrictions", 1972).
 *
 * @param range Lowest and highest place allowed, in pixels; where there are too many, the gap gives
 * way.
 * @returns One place for each wish, in the order of the wishes.
 */
export function spreadApart(
  places: readonly number[],
  gap: number,
  [low, high]: readonly [number, number],
): number[] {
  const count = places.length;
  if (count === 0) return [];
  const step = Math.min(gap, (high - low) / Math.max(1, count - 1));
  const order = [...places.keys()].sort((a, b) => places[a] - places[b] || a - b);
  // Less the steps before it, a place may equal the one before it, and must not be below it.
  const blocks: { sum: number; size: number }[] = [];
  order.forEach((at, i) => {
    blocks.push({ sum: places[at] - i * step, size: 1 });
    while (blocks.length > 1 && middle(blocks[blocks.length - 1]) < middle(blocks.at(-2)!)) {
      const { sum, size } = blocks.pop()!;
      const before = blocks[blocks.length - 1];
      blocks[blocks.length - 1] = { sum: before.sum + sum, size: before.size + size };
    }
  });
  const lowered = blocks.flatMap((block) => Array<number>(block.size).fill(middle(block)));
  const highest = high - (count - 1) * step;
  const spread = new Array<number>(count);
  order.forEach((at, i) => {
    spread[at] = Math.max(low, Math.min(highest, lowered[i])) + i * step;
  });
  return spread;
}

function middle({ sum, size }: { sum: number; size: number }): number {
  return sum / size;
}
