import { assert } from "@std/assert";
import {
  fitBetaGeoNbd,
  geometricDropoutLogLikelihood,
} from "../../../src/lifetime_value/models/beta_geo_nbd.ts";
import { expectedSpend, fitGammaGamma } from "../../../src/lifetime_value/models/gamma_gamma.ts";
import { repeatPurchaseSummary } from "../../../src/lifetime_value/repeat_purchase_summary.ts";
import { buildInteractions } from "../../../src/recommendation/matrix/build_interactions.ts";
import { similarProducts } from "../../../src/recommendation/similarity/similar_products.ts";
import { cleanTransactions } from "../../../src/transactions/cleaning/clean_transactions.ts";
import { numberColumn, textColumn } from "../../../src/frames/columns.ts";
import { transactionLines } from "../../../src/transactions/mapping/transaction_lines.ts";
import { DEMO_GROUPS } from "../../../src/transactions/synthesis/groups.ts";
import {
  type SynthesisOptions,
  synthesizeTransactions,
} from "../../../src/transactions/synthesis/synthesize_transactions.ts";
import { slowTest } from "../../slow.ts";

function shop(options: SynthesisOptions) {
  const { lines, truth } = synthesizeTransactions(options);
  return { truth, transactions: cleanTransactions(transactionLines(lines, "demo")).transactions };
}

let even: ReturnType<typeof makeEvenShop> | undefined;
const evenShop = () => even ??= makeEvenShop();

/** Customers of one kind in a shop without seasons, which is what the models assume. */
function makeEvenShop() {
  const bgNbd = { r: 1.2, alpha: 60, a: 0.9, b: 3 };
  const gammaGamma = { p: 6, q: 4, gamma: 60 };
  const season = Array(12).fill(1);
  const group = { ...DEMO_GROUPS[1], bgNbd, gammaGamma, season, arrival: [0, 0.5] as const };
  const { truth, transactions } = shop({ customers: 4000, groups: [group], seed: 2 });
  const summary = repeatPurchaseSummary(transactions, "2024-12-31");
  const [repeatFrequency, lastPurchaseAge, age, spend] = [
    "repeat_frequency",
    "last_purchase_age",
    "age",
    "mean_repeat_spend",
  ].map((name) => numberColumn(summary, name));
  const ids = textColumn(summary, "customer_id");
  return { truth, bgNbd, ids, times: { repeatFrequency, lastPurchaseAge, age }, spend };
}

slowTest(
  "synthesizeTransactions: a BG/NBD fit of the file does not refute the true parameters",
  () => {
    const { bgNbd, times } = evenShop();
    const fit = fitBetaGeoNbd(times.repeatFrequency, times.lastPurchaseAge, times.age);
    const likelihoodRatio = 2 *
      (fit.logLikelihood -
        geometricDropoutLogLikelihood({ kind: "beta_geo_nbd", ...bgNbd }, times));
    // χ² with 4 degrees of freedom exceeds this in one of a thousand shops.
    assert(likelihoodRatio < 18.47, `likelihood ratio ${likelihoodRatio}`);
  },
);

slowTest("synthesizeTransactions: Gamma-Gamma finds who spends how much per order", () => {
  const { truth, ids, times, spend } = evenShop();
  const fit = fitGammaGamma(times.repeatFrequency, spend);
  const expected = expectedSpend(fit, times.repeatFrequency, spend);
  const trueMean = new Map(
    textColumn(truth.customers, "customer_id").map((id, i) =>
      [id, numberColumn(truth.customers, "mean_order_value")[i]] as const
    ),
  );
  const known = ids.flatMap((_, i) => times.repeatFrequency[i] >= 5 ? [i] : []);
  const errors = known.map((i) => Math.abs(Math.log(expected[i] / trueMean.get(ids[i])!)));
  errors.sort((a, b) => a - b);
  // A mean of 5 orders, each with a standard deviation of 1/√6, is uncertain by 18 %.
  assert(errors[errors.length >> 1] < 0.18, `median error ${errors[errors.length >> 1]}`);
});

slowTest("synthesizeTransactions: products of one theme are found as similar products", () => {
  const { truth, transactions } = shop({ customers: 2000, seed: 5 });
  const themeOf = new Map(
    textColumn(truth.products, "product_id").map((id, i) =>
      [id, numberColumn(truth.products, "theme")[i]] as const
    ),
  );
  const { products, offsets, neighbours } = similarProducts(buildInteractions(transactions), {
    neighbours: 1,
  });
  const theme = (product: number) => themeOf.get(products[product]);
  const found = products.flatMap((_, product) =>
    offsets[product + 1] > offsets[product] ? [[product, neighbours[offsets[product]]]] : []
  );
  const same = found.filter(([product, nearest]) => theme(product) === theme(nearest)).length;
  const byChance = found.length / new Set(themeOf.values()).size;
  assert(same > 5 * byChance, `${same} of ${found.length}, ${byChance} by chance`);
});
