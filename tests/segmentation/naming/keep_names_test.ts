import { assert, assertEquals, assertNotEquals, assertThrows } from "@std/assert";
import { keepNames } from "../../../src/segmentation/naming/keep_names.ts";
import { matchClusters } from "../../../src/segmentation/following/match_clusters.ts";
import { refitSegments } from "../../../src/segmentation/following/refit_segments.ts";
import { NotEnoughDataError } from "../../../src/frames/errors.ts";
import { assignSegments } from "../../../src/segmentation/assign_segments.ts";
import { permuted, toyCustomers, toyModel } from "../toy_model.ts";

const customers = toyCustomers();
const names = ["Alpha", "Beta", "Gamma"];
const model = toyModel(customers, names);
const ORDERS = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];

Deno.test("matchClusters: every permutation of the centroids is found exactly", () => {
  for (const order of ORDERS) assertEquals(matchClusters(model, permuted(model, order)), order);
});

Deno.test("keepNames: permuted centroids are undone exactly, whatever the new names are", () => {
  for (const order of ORDERS) {
    const shuffled = { ...permuted(model, order), names: ["X", "Y", "Z"] };
    const kept = keepNames(model, shuffled);
    assertEquals(kept.model, model);
    assertEquals(kept.order.map((cluster) => order[cluster]), [0, 1, 2]);
  }
});

Deno.test("matchClusters: models of other scaling and outlier treatment are compared in features' units", () => {
  const raw = toyModel(customers, names, "none");
  const { means, scales } = model.scaler;
  const centroids = model.clusters.centroids.map((centroid) =>
    centroid.map((z, j) =>
      (Math.expm1(z * scales[j] + means[j]) - raw.scaler.means[j]) / raw.scaler.scales[j]
    )
  );
  // The centroids of the logarithmic model, written down in the units of the raw one.
  const same = { ...raw, clusters: { ...raw.clusters, centroids } };
  for (const order of ORDERS) {
    assertEquals(matchClusters(model, permuted(same, order)), order);
    assertEquals(matchClusters(same, permuted(model, order)), order);
  }
});

Deno.test("keepNames: a refit with more clusters keeps the old names and adds new ones", () => {
  const more = toyModel(customers, ["Alpha", "Beta", "Gamma", "Delta", "Beta"].slice(0, 4));
  const { model: kept, order } = keepNames(model, more);
  assertEquals(kept.names.slice(0, 3), names);
  assertEquals(order.toSorted(), [0, 1, 2, 3]);
  assertEquals(new Set(kept.names).size, 4);
  assert(!names.includes(kept.names[3]), kept.names[3]);
});

Deno.test("keepNames: a refit with fewer clusters keeps the names of those that go on", () => {
  const four = toyModel(customers, ["Alpha", "Beta", "Gamma", "Delta"]);
  const three = { ...toyModel(customers, names), names: ["P", "Q", "R"] };
  const { model: kept, order } = keepNames(four, three);
  assertEquals(order.toSorted(), [0, 1, 2]);
  for (const name of kept.names) assert([...four.names, "P", "Q", "R"].includes(name));
  assert(kept.names.filter((name) => four.names.includes(name)).length >= 2, `${kept.names}`);
});

Deno.test("keepNames: a cluster that moved farther than its neighbour is a new one", () => {
  const [first, ...rest] = model.clusters.centroids;
  const centroids = [first.map((z) => z + 40), ...rest];
  const moved = { ...model, clusters: { ...model.clusters, centroids }, names: ["New", "Y", "Z"] };
  assertEquals(matchClusters(model, moved)[0], -1);
  assertEquals(keepNames(model, moved).model.names, ["New", "Beta", "Gamma"]);
  const alike = keepNames(model, { ...moved, names: ["Beta", "Y", "Z"] });
  assertEquals(alike.model.names, ["Beta (2)", "Beta", "Gamma"]);
});

Deno.test("keepNames: models of other features cannot be matched, and say so", () => {
  const other = { ...model, features: ["frequency", "recency_days", "monetary_value"] };
  assertThrows(() => keepNames(model, other), RangeError, "the new one at frequency");
});

Deno.test("refitSegments: other customers of the same kinds keep numbers and names", () => {
  for (const seed of [2, 3, 4, 5]) {
    const refitted = refitSegments(model, toyCustomers(300, seed), { asOf: "2012-03-10", seed });
    assertEquals(refitted.names, names);
    assertEquals(refitted.asOf, "2012-03-10");
    assertNotEquals(refitted.clusters.centroids, model.clusters.centroids);
    assertEquals(
      assignSegments(refitted, customers).rows(),
      assignSegments(model, customers).rows(),
    );
  }
  assertEquals(refitSegments(model, customers), refitSegments(model, customers));
});

Deno.test("refitSegments: fewer customers than clusters are said in a sentence", () => {
  assertThrows(
    () => refitSegments(model, customers.head(2)),
    NotEnoughDataError,
    "2 customers cannot form 3 segments",
  );
});
