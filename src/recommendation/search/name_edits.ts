/** Number of edits from the typed text to a name. */
export interface NameEdits {
  /** To the part of the name that fits best. */
  readonly part: number;
  /** To the whole name. */
  readonly whole: number;
}

/**
 * Counts the edits between a typed text and a name: a character inserted, left out, replaced, or
 * swapped with its neighbour.
 *
 * Sources: Damerau (1964), "A technique for computer detection and correction of spelling errors",
 * in the restricted form (no character is edited twice); Sellers (1980), "The theory and computation
 * of evolutionary distances", for the best-fitting part.
 *
 * @param name The name; both in the same form, see {@linkcode normalisedName}.
 */
export function nameEdits(typed: string, name: string): NameEdits {
  return {
    part: Math.min(...lastRow(typed, name, 0)),
    whole: lastRow(typed, name, 1)[name.length],
  };
}

/** Edits from all of `typed` to the name's first 0, 1, … characters, each skipped first at a cost. */
function lastRow(typed: string, name: string, skipCost: 0 | 1): Int32Array {
  let beforeLast = new Int32Array(name.length + 1);
  let last = Int32Array.from(beforeLast, (_, j) => j * skipCost);
  let row = new Int32Array(name.length + 1);
  for (let i = 1; i <= typed.length; i++) {
    row[0] = i;
    for (let j = 1; j <= name.length; j++) {
      const isSame = typed[i - 1] === name[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (isSame ? 0 : 1));
      const isSwapped = i > 1 && j > 1 && typed[i - 1] === name[j - 2] &&
        typed[i - 2] === name[j - 1];
      if (isSwapped) row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
    }
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return last;
}
