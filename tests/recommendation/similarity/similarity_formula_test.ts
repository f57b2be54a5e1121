import { assert, assertEquals, assertThrows } from "@std/assert";
import { similarityFormula } from "../../../src/recommendation/similarity/similarity_formula.ts";

const SIMILARITIES = ["cosine", "jaccard", "lift", "conditional_probability"] as const;

Deno.test("similarityFormula: 4 customers, 9 customers, 2 in common, of 20", () => {
  const customers = Float64Array.of(4, 9);
  const values = SIMILARITIES.map((similarity) =>
    similarityFormula(customers, 20, { similarity }).of(2, 0, 1)
  );
  assertEquals(values, [2 / 6, 2 / 11, 40 / 36, 2 / 4]);
  assertEquals(similarityFormula(customers, 20, { shrinkage: 6 }).of(2, 0, 1), 2 / 6 * (2 / 8));
});

Deno.test("similarityFormula: no similarity is more than its bound", () => {
  const customers = Float64Array.from({ length: 40 }, (_, i) => i + 1);
  for (const similarity of SIMILARITIES) {
    for (const shrinkage of [0, 3]) {
      const popularityPenalty = similarity === "conditional_probability" ? 0.3 : 0;
      const { of, from, to } = similarityFormula(customers, 70, {
        similarity,
        shrinkage,
        popularityPenalty,
      });
      for (let i = 0; i < 40; i++) {
        for (let j = 0; j < 40; j++) {
          const most = Math.min(customers[i], customers[j]);
          for (let both = 1; both <= most; both++) {
            assert(
              of(both, i, j) <= both * to[j] * from[i],
              `${similarity} of ${both}, ${i}, ${j}`,
            );
          }
        }
      }
    }
  }
});

Deno.test("similarityFormula: refuses a measure that it does not know", () => {
  assertThrows(
    () => similarityFormula(Float64Array.of(1), 1, { similarity: "dice" as "jaccard" }),
    RangeError,
    "got dice",
  );
});
