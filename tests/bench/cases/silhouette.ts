import { fitKMeans, predictKMeans } from "../../../src/learning/clusters/k_means.ts";
import { silhouetteScores } from "../../../src/metrics/silhouette.ts";
import type { BenchCase } from "../bench_case.ts";
import { customerMatrix, readMatrix, writeMatrix } from "../customer_matrices.ts";

const CLUSTERS = [2, 3, 4, 5, 6, 7, 8, 9, 10];

const silhouette: BenchCase = {
  title: "exact silhouettes of the customers in 2 … 10 clusters, the same ones on both sides",
  async input({ transactions, folder }) {
    const X = customerMatrix(transactions);
    await writeMatrix(`${folder}/customers.f64`, X);
    for (const clusters of CLUSTERS) {
      const labels = predictKMeans(fitKMeans(X, { clusters }), X);
      await Deno.writeFile(`${folder}/labels_${clusters}.u8`, Uint8Array.from(labels));
    }
    return folder;
  },
  async run(bench, folder) {
    const X = await readMatrix(`${folder}/customers.f64`);
    const labellings = await Promise.all(
      CLUSTERS.map((clusters) => Deno.readFile(`${folder}/labels_${clusters}.u8`)),
    );
    const scores = await bench.stage(
      "nine silhouettes",
      () => silhouetteScores(X, labellings, { maximumRows: X.rows }),
    );
    scores.forEach((score, i) => bench.check(`silhouette, k = ${CLUSTERS[i]}`, score));
  },
  reach: [{ ratio: 1 / 5, to: "Python" }],
};
export default silhouette;
