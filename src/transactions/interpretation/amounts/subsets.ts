/** Of more parts there are too many sets: they are taken alone and all together only. */
const MOST_PARTS = 4;

/**
 * The sets that can be made of some parts, none of them first.
 *
 * @param parts Any parts, such as columns of discounts.
 * @returns All sets of up to four parts; of more parts none, each, and all.
 */
export function subsets<Part>(parts: readonly Part[]): (readonly Part[])[] {
  if (parts.length > MOST_PARTS) return [[], ...parts.map((part) => [part]), parts];
  return parts.reduce<(readonly Part[])[]>(
    (sets, part) => [...sets, ...sets.map((set) => [...set, part])],
    [[]],
  );
}
