import { fitKMeans } from "../../../src/learning/clusters/k_means.ts";
import type { Bench, BenchCase } from "../bench_case.ts";
import { customerMatrix, mixtureMatrix, readMatrix, writeMatrix } from "../customer_matrices.ts";

const CLUSTERS = [2, 3, 4, 5, 6, 7, 8, 9, 10];
const MIXTURE_ROWS = 100_000;
const MATRICES = ["customers", "mixture"];

const kMeans: BenchCase = {
  title: "k-means for k = 2 … 10, ten starts each, on the customers and on 100,000 rows",
  async input({ transactions, folder }) {
    await writeMatrix(`${folder}/customers.f64`, customerMatrix(transactions));
    await writeMatrix(`${folder}/mixture.f64`, mixtureMatrix(MIXTURE_ROWS));
    return folder;
  },
  async run(bench: Bench, folder: string) {
    for (const name of MATRICES) {
      const X = await readMatrix(`${folder}/${name}.f64`);
      bench.check(`rows, ${name}`, X.rows);
      const models = await bench.stage(
        name,
        () => CLUSTERS.map((clusters) => fitKMeans(X, { clusters })),
      );
      models.forEach((model) =>
        bench.check(`inertia, ${name}, k = ${model.clusters}`, model.inertia)
      );
    }
  },
  reach: MATRICES.map((stage) => ({ stage, ratio: 1, to: "Python" })),
  // The starts are drawn by other generators.
  tolerances: [[/inertia/, 0.005]],
};
export default kMeans;
