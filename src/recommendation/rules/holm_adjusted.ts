/**
 * Adjusts p-values for the number of hypotheses tested, by Holm's step-down method: of the adjusted
 * ones at or below a level, the chance of even one false discovery is at most that level, however
 * the hypotheses depend on each other.
 *
 * Hypotheses whose p-value is not given are counted as less significant than all that are, which
 * errs on the safe side.
 *
 * Source: Holm (1979), "A simple sequentially rejective multiple test procedure", Scandinavian
 * Journal of Statistics 6.
 *
 * @param hypotheses Number of hypotheses; default as many as there are p-values.
 * @returns An adjusted p-value per given one, at most 1.
 * @throws {RangeError} If there are fewer hypotheses than p-values.
 */
export function holmAdjusted(pValues: Float64Array, hypotheses = pValues.length): Float64Array {
  if (!(hypotheses >= pValues.length)) {
    throw new RangeError(
      `Adjusting p-values: ${pValues.length} p-values cannot belong to ${hypotheses} hypotheses.`,
    );
  }
  const order = Uint32Array.from(pValues.keys()).sort((a, b) => pValues[a] - pValues[b]);
  const adjusted = new Float64Array(pValues.length);
  let highest = 0;
  order.forEach((test, rank) => {
    highest = Math.max(highest, Math.min(1, (hypotheses - rank) * pValues[test]));
    adjusted[test] = highest;
  });
  return adjusted;
}
