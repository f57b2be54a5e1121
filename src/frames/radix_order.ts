/** Bits looked at in one pass: as many buckets as stay in the processor's cache. */
const MOST_BITS = 16;

/**
 * Puts rows into the order of whole numbers, without comparing them (least significant digit radix
 * sort): each pass costs the same, however the rows lie, and rows with equal keys keep their order.
 *
 * @param rows The rows to put in order, indices into the keys.
 * @param keys Whole numbers ≥ 0, one per row of the table; the most significant key first.
 * @returns The same rows, ordered by the first key, then by the second, and so on.
 */
export function radixOrder(rows: Int32Array, keys: readonly Int32Array[]): Int32Array {
  let from = rows.slice(), to = new Int32Array(rows.length);
  for (const key of [...keys].reverse()) {
    const bits = 32 - Math.clz32(greatest(key, rows));
    const passes = Math.ceil(bits / MOST_BITS);
    const width = Math.ceil(bits / passes);
    for (let pass = 0; pass < passes; pass++) {
      distribute(from, to, key, pass * width, (1 << width) - 1);
      [from, to] = [to, from];
    }
  }
  return from;
}

function greatest(key: Int32Array, rows: Int32Array): number {
  let greatest = 0;
  for (let i = 0; i < rows.length; i++) greatest = Math.max(greatest, key[rows[i]]);
  return greatest;
}

/** One pass: counts the rows of each digit, then lays them down in that order. */
function distribute(
  from: Int32Array,
  to: Int32Array,
  key: Int32Array,
  shift: number,
  mask: number,
): void {
  const next = new Int32Array(mask + 2);
  for (let i = 0; i < from.length; i++) next[((key[from[i]] >>> shift) & mask) + 1]++;
  for (let digit = 1; digit < next.length; digit++) next[digit] += next[digit - 1];
  for (let i = 0; i < from.length; i++) to[next[(key[from[i]] >>> shift) & mask]++] = from[i];
}
