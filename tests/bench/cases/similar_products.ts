import { createRandom } from "../../../src/numeric/random/random.ts";
import { buildInteractions } from "../../../src/recommendation/matrix/build_interactions.ts";
import {
  type SimilarProducts,
  similarProducts,
} from "../../../src/recommendation/similarity/similar_products.ts";
import { cleanTransactions } from "../../../src/transactions/cleaning/clean_transactions.ts";
import { readTransactions } from "../../../src/transactions/reading/read_transactions.ts";
import type { BenchCase } from "../bench_case.ts";
import { type Purchases, readInteractions, writeInteractions } from "../interactions.ts";

const NEIGHBOURS = 20;
const LARGE = { customers: 43_000, products: 37_000, basket: 65 };
const SIZES = ["file", "large"];

/**
 * Purchases of a shop ten times the size of UCI's, with popularity by Zipf's law (flattened for the
 * first few) and skewed numbers of products per customer; always the same ones.
 */
function zipfPurchases(): Purchases {
  const random = createRandom(5, "shop");
  const names = random.shuffle(Array.from({ length: LARGE.products }, (_, product) => product));
  const cumulated = new Float64Array(LARGE.products);
  let total = 0;
  for (let rank = 0; rank < LARGE.products; rank++) {
    total += 1 / (rank + LARGE.products / 100);
    cumulated[rank] = total;
  }
  function draw(): number {
    const at = random.next() * total;
    let low = 0;
    let high = LARGE.products - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cumulated[middle] > at) high = middle;
      else low = middle + 1;
    }
    return names[low];
  }
  const offsets = Int32Array.of(0, ...new Int32Array(LARGE.customers));
  const productIndices: number[] = [];
  for (let customer = 0; customer < LARGE.customers; customer++) {
    const size = Math.ceil(LARGE.basket * Math.exp(1.1 * random.normal() - 0.6));
    const bought = new Set<number>();
    for (let i = 0; i < Math.min(size, LARGE.products / 2); i++) bought.add(draw());
    for (const product of [...bought].sort((a, b) => a - b)) productIndices.push(product);
    offsets[customer + 1] = productIndices.length;
  }
  return { offsets, productIndices: Int32Array.from(productIndices) };
}

/** The sum of the similarities of every product's first few neighbours. */
function sumOfFirst({ offsets, similarities }: SimilarProducts, count: number): number {
  let sum = 0;
  for (let product = 0; product + 1 < offsets.length; product++) {
    const end = Math.min(offsets[product] + count, offsets[product + 1]);
    for (let e = offsets[product]; e < end; e++) sum += similarities[e];
  }
  return sum;
}

const similar: BenchCase = {
  title:
    "the 20 most similar products of each, by the cosine of their customers, in the file and " +
    "in a shop of 43,000 customers and 37,000 products",
  async input({ transactions, folder }) {
    const { transactions: kept } = cleanTransactions(readTransactions([transactions]).lines);
    await writeInteractions(`${folder}/file`, buildInteractions(kept));
    await writeInteractions(`${folder}/large`, zipfPurchases());
    return folder;
  },
  async run(bench, folder) {
    for (const name of SIZES) {
      const interactions = await readInteractions(`${folder}/${name}`);
      const found = await bench.stage(
        name,
        () => similarProducts(interactions, { neighbours: NEIGHBOURS, minimumSupport: 1 }),
      );
      bench.check(`entries, ${name}`, interactions.values.length);
      bench.check(`pairs, ${name}`, found.neighbours.length);
      bench.check(`cosines of the nearest, ${name}`, sumOfFirst(found, 1));
      bench.check(`cosines of all, ${name}`, sumOfFirst(found, NEIGHBOURS));
    }
  },
  reach: [
    { stage: "file", ratio: 1 / 4, to: "Python" },
    { stage: "large", ratio: 1 / 7, to: "Python" },
    { peakBytes: 300e6 },
  ],
};
export default similar;
