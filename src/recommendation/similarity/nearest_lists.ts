/** The neighbours of every product, best first; those of product `i` from `offsets[i]` on. */
export interface ListedNeighbours {
  readonly offsets: Int32Array;
  readonly neighbours: Int32Array;
  readonly similarities: Float64Array;
  readonly customersInCommon: Int32Array;
}

/** Short lists that keep the best of what they are offered; see {@linkcode nearestLists}. */
export interface NearestLists {
  /** The last similarity of each full list, else −∞: what is less need not be offered. */
  readonly worst: Float64Array;
  /** Proposes a neighbour for a product's list; each pair at most once. */
  offer(product: number, neighbour: number, similarity: number, inCommon: number): void;
  /**
   * All lists, one after the other.
   *
   * @param order Which product each list is of, if not its own position.
   */
  listed(order?: Int32Array): ListedNeighbours;
}

/**
 * Keeps for each product the most similar ones among those offered, equals by the lower position,
 * whatever the order in which they are offered.
 *
 * @param length How many neighbours a list holds at most.
 */
export function nearestLists(products: number, length: number): NearestLists {
  const kept = new Int32Array(products);
  const worst = new Float64Array(products).fill(length > 0 ? -Infinity : Infinity);
  const neighbours = new Int32Array(products * length);
  const similarities = new Float64Array(products * length);
  const customersInCommon = new Int32Array(products * length);

  function offer(product: number, neighbour: number, similarity: number, inCommon: number) {
    const start = product * length;
    let place = start + kept[product];
    if (kept[product] < length) kept[product]++;
    else if (length === 0 || !isBetter(similarity, neighbour, --place)) return;
    for (; place > start && isBetter(similarity, neighbour, place - 1); place--) {
      neighbours[place] = neighbours[place - 1];
      similarities[place] = similarities[place - 1];
      customersInCommon[place] = customersInCommon[place - 1];
    }
    neighbours[place] = neighbour;
    similarities[place] = similarity;
    customersInCommon[place] = inCommon;
    if (kept[product] === length) worst[product] = similarities[start + length - 1];
  }

  function isBetter(similarity: number, neighbour: number, other: number): boolean {
    return similarity > similarities[other] ||
      (similarity === similarities[other] && neighbour < neighbours[other]);
  }

  function listed(order: Int32Array = Int32Array.from(kept.keys())): ListedNeighbours {
    const offsets = new Int32Array(products + 1);
    order.forEach((product, list) => offsets[product + 1] = kept[list]);
    for (let product = 0; product < products; product++) offsets[product + 1] += offsets[product];

    const all = {
      offsets,
      neighbours: new Int32Array(offsets[products]),
      similarities: new Float64Array(offsets[products]),
      customersInCommon: new Int32Array(offsets[products]),
    };
    for (let list = 0; list < products; list++) {
      const from = list * length, to = offsets[order[list]];
      for (let i = 0; i < kept[list]; i++) {
        all.neighbours[to + i] = neighbours[from + i];
        all.similarities[to + i] = similarities[from + i];
        all.customersInCommon[to + i] = customersInCommon[from + i];
      }
    }
    return all;
  }
  return { worst, offer, listed };
}
