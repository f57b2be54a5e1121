/**
 * Reorders numbers so that the k-th smallest stands where sorting would put it, with none larger
 * before it and none smaller after it: quickselect (Hoare, "Algorithm 65: Find", 1961), in a time in
 * proportion to the count.
 *
 * @param values Numbers, none of them NaN; reordered in place.
 * @param k A place, from 0.
 */
export function selectInPlace(values: Float64Array, k: number): number {
  let [first, last] = [0, values.length - 1];
  // Where pivots keep being poor choices, sorting what is left bounds the time.
  for (let rounds = 2 * Math.log2(values.length + 1); first < last; rounds--) {
    if (rounds < 0) {
      values.subarray(first, last + 1).sort();
      break;
    }
    const pivot = middleOf(values[first], values[(first + last) >> 1], values[last]);
    let [i, j] = [first, last];
    while (i <= j) {
      while (values[i] < pivot) i++;
      while (values[j] > pivot) j--;
      if (i <= j) {
        const value = values[i];
        values[i++] = values[j];
        values[j--] = value;
      }
    }
    // Between j and i all are the pivot.
    if (k <= j) last = j;
    else if (k >= i) first = i;
    else break;
  }
  return values[k];
}

function middleOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
