import { assertEquals } from "@std/assert";
import { createRandom } from "../../../src/numeric/random/random.ts";
import { bestFirst } from "../../../src/recommendation/ranking/best_first.ts";

Deno.test("bestFirst: equals sorting everything, with many ties", () => {
  const random = createRandom(4);
  for (let round = 0; round < 50; round++) {
    const scores = Float64Array.from({ length: 40 }, () => random.integer(8));
    const candidates = Int32Array.from(random.shuffle([...scores.keys()]).slice(0, 30));
    const sorted = [...candidates].sort((a, b) => scores[b] - scores[a] || a - b);
    for (const count of [0, 1, 7, 30, 99]) {
      assertEquals([...bestFirst(candidates, scores, count)], sorted.slice(0, count));
    }
  }
});
