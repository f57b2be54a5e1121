/**
 * Refuses two arrays that cannot be compared element by element.
 *
 * @throws {TypeError} If the lengths differ.
 * @throws {RangeError} If there are no rows, or a value is NaN or infinite.
 */
export function checkPairs(
  doing: string,
  truth: ArrayLike<number>,
  predictions: ArrayLike<number>,
): void {
  if (truth.length !== predictions.length) {
    throw new TypeError(
      `${doing}: truth and predictions differ in length, ${truth.length} and ${predictions.length}.`,
    );
  }
  if (truth.length === 0) throw new RangeError(`${doing}: there are no rows.`);
  for (let i = 0; i < truth.length; i++) {
    if (!Number.isFinite(truth[i]) || !Number.isFinite(predictions[i])) {
      throw new RangeError(
        `${doing}: row ${i} has truth ${truth[i]} and prediction ${predictions[i]}.`,
      );
    }
  }
}

/**
 * Refuses values other than 0 and 1.
 *
 * @throws {RangeError} If a value is neither 0 nor 1.
 */
export function checkBinary(doing: string, values: ArrayLike<number>): void {
  for (let i = 0; i < values.length; i++) {
    if (values[i] !== 0 && values[i] !== 1) {
      throw new RangeError(`${doing}: a class must be 0 or 1, row ${i} is ${values[i]}.`);
    }
  }
}

/**
 * Refuses anything but classes 0 and 1 beside probabilities in [0, 1].
 *
 * @param truth True classes, 0 or 1.
 * @throws {TypeError} If the lengths differ.
 * @throws {RangeError} If there are no rows, a class is neither 0 nor 1, or a probability lies
 *   outside [0, 1].
 */
export function checkProbabilities(
  doing: string,
  truth: ArrayLike<number>,
  probabilities: ArrayLike<number>,
): void {
  checkPairs(doing, truth, probabilities);
  checkBinary(doing, truth);
  for (let i = 0; i < probabilities.length; i++) {
    if (probabilities[i] < 0 || probabilities[i] > 1) {
      throw new RangeError(
        `${doing}: a probability must be in [0, 1], row ${i} is ${probabilities[i]}.`,
      );
    }
  }
}

/**
 * Refuses rows that are all of one class.
 *
 * @param ofClass1 Number of rows of class 1.
 * @param ofClass0 Number of rows of class 0.
 * @throws {RangeError} If either is 0.
 */
export function checkBothClasses(doing: string, ofClass1: number, ofClass0: number): void {
  if (ofClass1 > 0 && ofClass0 > 0) return;
  throw new RangeError(`${doing}: every row is of class ${ofClass1 > 0 ? 1 : 0}.`);
}
