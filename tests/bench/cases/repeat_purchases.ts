import { fitBetaGeoNbd } from "../../../src/lifetime_value/models/beta_geo_nbd.ts";
import type { BenchCase } from "../bench_case.ts";
import {
  purchaseHistories,
  readPurchaseHistories,
  writePurchaseHistories,
} from "../purchase_histories.ts";

const SIZES: readonly [name: string, customers: number][] = [["20k", 20_000], ["1M", 1_000_000]];

const repeatPurchases: BenchCase = {
  title: "BG/NBD of 20,000 and of 1,000,000 customers, beside lifetimes",
  async input({ folder }) {
    for (const [name, customers] of SIZES) {
      await writePurchaseHistories(`${folder}/${name}.f64`, purchaseHistories(customers));
    }
    return folder;
  },
  async run(bench, folder) {
    for (const [name] of SIZES) {
      const { repeatFrequency, lastPurchaseAge, age } = await readPurchaseHistories(
        `${folder}/${name}.f64`,
      );
      const model = await bench.stage(
        `fit, ${name} customers`,
        () => fitBetaGeoNbd(repeatFrequency, lastPurchaseAge, age),
      );
      for (const parameter of ["r", "alpha", "a", "b"] as const) {
        bench.check(`${parameter}, ${name}`, model[parameter]);
      }
    }
  },
  reach: [
    ...SIZES.map(([name]) => ({ stage: `fit, ${name} customers`, ratio: 1 / 5, to: "Python" })),
    { stage: "fit, 20k customers", seconds: 1 },
    { stage: "fit, 1M customers", seconds: 30 },
  ],
  // lifetimes ends its search where the slope is small; this one goes on to the top.
  tolerances: [[/./, 1e-5]],
};
export default repeatPurchases;
