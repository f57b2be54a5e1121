import { measureVerdicts } from "../../../src/segmentation/choosing/measure_verdicts.ts";
import { assertEquals } from "@std/assert";

Deno.test("measureVerdicts: reads each measure of a selection table by itself", () => {
  const row = {
    inertia: 9,
    silhouette_error: 0,
    calinski_harabasz: 1,
    davies_bouldin: 1,
    stability: null,
    smallest_share: 0.2,
    outlier_clusters: 0,
  };
  const verdicts = measureVerdicts([
    { k: 2, silhouette: 0.3, gap: 0.5, gap_error: 0.1, ...row },
    { k: 3, silhouette: 0.4, gap: 0.9, gap_error: 0.1, ...row },
    { k: 4, silhouette: 0.2, gap: 0.8, gap_error: 0.1, ...row },
  ]);
  assertEquals([verdicts.silhouette, verdicts.gap], [3, 3]);
});
