import { quantileSorted } from "../../numeric/quantile.ts";
import { DAY } from "../../frames/days.ts";
import type { EncodedPurchases } from "../matrix/encode_purchases.ts";
import { ownedBy, type PurchaseHistories } from "../matrix/purchase_histories.ts";

/** Customers with a gap of their own that a product needs for a usual gap. */
const MINIMUM_GAPS = 5;
/** Gaps of the usual length that every customer is given beforehand. */
const PRIOR_GAPS = 2;

/** Purchase rhythm of products; one element per entry of the histories. */
export interface RebuyRhythm {
  /** Mean days between a customer's purchases of the product; NaN where there was one day only. */
  readonly ownGap: Float64Array;
  /**
   * Days after which the customer is expected to buy the product again: their own gap, drawn towards
   * the usual one where it rests on few purchases. NaN where nobody bought anything twice.
   */
  readonly expectedGap: Float64Array;
  /** Days since the last purchase. */
  readonly age: Float64Array;
}

/**
 * Measures how regularly customers buy their products, to tell what is due again.
 *
 * A product's usual gap is the median over customers who bought it on two days or more, if there are
 * at least five of them, else the median over all products. It counts as two gaps beside
 * a customer's own.
 *
 * @param histories Entries of the same lines before `until`.
 * @param until The moment asked about, in milliseconds since 1970.
 * @returns Gaps and ages in days, per entry.
 */
export function rebuyRhythm(
  lines: EncodedPurchases,
  histories: PurchaseHistories,
  until: number,
): RebuyRhythm {
  const { purchases, lastPurchase, productIndices } = histories;
  const first = firstPurchases(lines, histories);
  const ownGap = first.map((start, entry) => {
    const days = (lastPurchase[entry] - start) / DAY;
    return purchases[entry] > 1 && days >= 1 ? days / (purchases[entry] - 1) : NaN;
  });
  const usual = usualGaps(histories, ownGap);
  const expectedGap = ownGap.map((gap, entry) => {
    const usualGap = usual[productIndices[entry]];
    if (Number.isNaN(gap)) return usualGap;
    const gaps = purchases[entry] - 1;
    return (gaps * gap + PRIOR_GAPS * usualGap) / (gaps + PRIOR_GAPS);
  });
  return { ownGap, expectedGap, age: lastPurchase.map((last) => (until - last) / DAY) };
}

/**
 * How far a product is still expected to be bought again: 1 until the expected gap is over, then
 * falling, ½ after twice the gap.
 *
 * @param age Days since the last purchase.
 * @param expectedGap Days after which another one was to be expected; NaN where unknown.
 * @returns A factor in (0, 1].
 */
export function stillDue(age: number, expectedGap: number): number {
  return age > expectedGap ? expectedGap / age : 1;
}

function firstPurchases(lines: EncodedPurchases, histories: PurchaseHistories): Float64Array {
  const { offsets } = histories;
  const rowOf = positions(lines.customers, histories.customers);
  const productOf = positions(lines.products, histories.products);
  const first = new Float64Array(histories.productIndices.length).fill(Infinity);
  for (let line = 0; line < lines.date.length; line++) {
    const row = rowOf[lines.customer[line]];
    const product = productOf[lines.product[line]];
    if (row < 0 || product < 0) continue;
    const place = placeAmong(ownedBy(histories, row), product);
    if (place < 0) continue;
    const entry = offsets[row] + place;
    first[entry] = Math.min(first[entry], lines.date[line]);
  }
  return first;
}

/** For each id its place in a sorted selection of the ids, or −1. */
function positions(ids: readonly string[], selected: readonly string[]): Int32Array {
  const placeOf = new Map(selected.map((id, place) => [id, place]));
  return Int32Array.from(ids, (id) => placeOf.get(id) ?? -1);
}

/** Where a number stands in ascending ones, or −1. */
function placeAmong(ascending: Int32Array, wanted: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (ascending[middle] === wanted) return middle;
    if (ascending[middle] < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function usualGaps(
  { products, productIndices }: PurchaseHistories,
  ownGap: Float64Array,
): Float64Array {
  const gaps = products.map((): number[] => []);
  productIndices.forEach((product, entry) => {
    if (!Number.isNaN(ownGap[entry])) gaps[product].push(ownGap[entry]);
  });
  const median = (values: ArrayLike<number>) =>
    values.length === 0 ? NaN : quantileSorted(Float64Array.from(values).sort(), 0.5);
  const overall = median(gaps.flat());
  return Float64Array.from(gaps, (own) => own.length < MINIMUM_GAPS ? overall : median(own));
}
