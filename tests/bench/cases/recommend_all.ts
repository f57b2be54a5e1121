import { buildInteractions } from "../../../src/recommendation/matrix/build_interactions.ts";
import { cosineScorer } from "../../../src/recommendation/ranking/cosine_scorer.ts";
import { newItemRanker } from "../../../src/recommendation/ranking/new_item_ranker.ts";
import { similarProducts } from "../../../src/recommendation/similarity/similar_products.ts";
import { cleanTransactions } from "../../../src/transactions/cleaning/clean_transactions.ts";
import { readTransactions } from "../../../src/transactions/reading/read_transactions.ts";
import type { BenchCase } from "../bench_case.ts";
import { readInteractions, writeInteractions } from "../interactions.ts";

const NEIGHBOURS = 20;
const OFFERS = 10;

const recommendAll: BenchCase = {
  title: "ten new products for every customer by item cosine with 20 neighbours, beside implicit",
  async input({ transactions, folder }) {
    const { transactions: kept } = cleanTransactions(readTransactions([transactions]).lines);
    await writeInteractions(`${folder}/file`, buildInteractions(kept));
    return folder;
  },
  async run(bench, folder) {
    const interactions = await readInteractions(`${folder}/file`);
    const similar = await bench.stage(
      "fit",
      () => similarProducts(interactions, { neighbours: NEIGHBOURS, minimumSupport: 1 }),
    );
    const lists = await bench.stage("recommend to all", () => {
      const rank = newItemRanker(interactions, cosineScorer(interactions, similar));
      return interactions.customers.map((_, customer) => rank(customer, OFFERS));
    });
    bench.check("customers", lists.length);
    bench.check("offers", lists.reduce((sum, list) => sum + list.length, 0));
    bench.check("scores of all", lists.flat().reduce((sum, { score }) => sum + score, 0));
  },
  reach: [{ ratio: 1, to: "Python" }],
  // Which of equally similar products is the 20th neighbour is decided otherwise.
  tolerances: [[/scores/, 1e-3]],
};
export default recommendAll;
