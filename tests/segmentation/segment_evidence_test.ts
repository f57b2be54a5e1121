import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import pl from "nodejs-polars";
import { createRandom } from "../../src/numeric/random/random.ts";
import { segmentEvidence } from "../../src/segmentation/segment_evidence.ts";
import { segmentCustomers } from "../../src/segmentation/segment_customers.ts";
import { slowTest } from "../slow.ts";

/** Two kinds of customers: many small and few large ones. */
function customers(rows: number) {
  const random = createRandom(7, "segment pictures");
  const large = Array.from({ length: rows }, (_, i) => i % 4 === 0);
  const draw = (high: number, low: number) =>
    large.map((yes) => (yes ? high : low) * (1 + random.next()));
  return pl.DataFrame({
    customer_id: large.map((_, i) => `${10_000 + i}`),
    monetary_value: draw(9000, 100),
    frequency: draw(30, 2),
    recency_days: draw(5, 150),
    average_basket_size: draw(90, 80),
    season_concentration: draw(0.2, 0.2),
  });
}

const frame = customers(240);
const segmentation = segmentCustomers(frame, { segments: 2, resamples: 2 });
const pictures = segmentEvidence(frame, segmentation);

Deno.test("segmentEvidence: one silhouette per customer, their mean is the one of the selection", () => {
  const { silhouettes } = pictures;
  assertEquals(silhouettes.length, frame.height);
  const mean = silhouettes.reduce((sum, row) => sum + row.silhouette, 0) / silhouettes.length;
  const chosen = segmentation.selection.find(({ k }) => k === 2)!;
  assertAlmostEquals(mean, chosen.silhouette, 1e-12);
  for (const { cluster, segment } of silhouettes) {
    assertEquals(segment, segmentation.model.names[cluster]);
  }
});

Deno.test("segmentEvidence: a point for each customer, loadings of unit length, shares of one whole", () => {
  const { points, loadings, explained } = pictures.components;
  assertEquals(points.length, frame.height);
  assertEquals(loadings.map(({ feature }) => feature), [...segmentation.model.features]);
  for (const axis of ["x", "y"] as const) {
    assertAlmostEquals(loadings.reduce((sum, row) => sum + row[axis] ** 2, 0), 1, 1e-9);
    assertAlmostEquals(points.reduce((sum, row) => sum + row[axis], 0), 0, 1e-6);
  }
  assert(explained[0] >= explained[1] && explained[0] + explained[1] <= 1 + 1e-9);
});

Deno.test("segmentEvidence: the means of the segments balance around the average customer", () => {
  const size = new Map(segmentation.segments.map(({ name, customers }) => [name, customers]));
  const features = new Set(pictures.snake.map(({ feature }) => feature));
  assert(features.size >= 4);
  for (const feature of features) {
    const rows = pictures.snake.filter((row) => row.feature === feature);
    assertEquals(rows.length, 2);
    assertAlmostEquals(
      rows.reduce((sum, { segment, z }) => sum + z * size.get(segment)!, 0),
      0,
      1e-6,
    );
  }
});

slowTest("segmentEvidence: above 2,000 customers a sample by seed is drawn on the map", () => {
  const many = customers(2400);
  const segments = segmentCustomers(many, { segments: 2, to: 2, resamples: 1, starts: 1 });
  const [first, again, other] = [1, 1, 2].map((seed) => segmentEvidence(many, segments, seed));
  assertEquals(first.components.points.length, 2000);
  assertEquals(first, again);
  assert(JSON.stringify(first.components.points) !== JSON.stringify(other.components.points));
  assertEquals(first.silhouettes, other.silhouettes);
});

Deno.test("segmentEvidence: a segmentation by one feature has one axis", () => {
  const one = segmentCustomers(frame, {
    segments: 2,
    resamples: 1,
    features: ["monetary_value"],
  });
  const { points, loadings, explained } = segmentEvidence(frame, one).components;
  assertEquals([Math.abs(loadings[0].x), loadings[0].y], [1, 0]);
  assertAlmostEquals(explained[0], 1, 1e-12);
  assertEquals(explained[1], 0);
  assert(points.every(({ x, y }) => Number.isFinite(x) && y === 0));
});
