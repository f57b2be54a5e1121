import { assert, assertEquals } from "@std/assert";
import { createRandom } from "../../../src/numeric/random/random.ts";
import {
  betterWay,
  type ComparedWay,
  compareWays,
} from "../../../src/recommendation/selection/compare_ways.ts";

function compared(name: string, ndcg: readonly number[]): ComparedWay<string> {
  return { name, plan: name, recommend: () => [], ndcg: Float64Array.from(ndcg) };
}

Deno.test("compareWays: who has nothing to find is not asked, of very many evenly many are", () => {
  const asked: number[] = [];
  const way = {
    name: "asks",
    plan: 0,
    recommend: (customer: number) => {
      asked.push(customer);
      return [customer % 2];
    },
  };
  const truth = Array.from({ length: 9_000 }, (_, i) => new Set(i % 3 === 0 ? [0] : []));
  const [{ ndcg }] = compareWays([way], truth, 1);
  assertEquals([ndcg.length, asked.length, new Set(asked).size], [2_000, 2_000, 2_000]);
  assert(asked.every((customer) => customer % 3 === 0));
  assert(Math.min(...asked) < 10 && Math.max(...asked) > 8_980);
  assertEquals([...ndcg], asked.map((customer) => customer % 2 === 0 ? 1 : 0));
  assertEquals(compareWays([way], [new Set()], 1)[0].ndcg.length, 0);
});

Deno.test("betterWay: chance rarely replaces the usual way, a real difference does", () => {
  const random = createRandom(5);
  const noise = () => Array.from({ length: 300 }, () => random.next());
  let replaced = 0;
  for (let trial = 0; trial < 200; trial++) {
    if (betterWay(compared("usual", noise()), [compared("other", noise())]).plan === "other") {
      replaced++;
    }
  }
  assert(replaced < 12, `${replaced} of 200`); // 2.3 % are to be expected
  const usual = noise();
  const better = compared("other", usual.map((value) => value + 0.02 * random.next()));
  assertEquals(betterWay(compared("usual", usual), [better]).plan, "other");
});

Deno.test("betterWay: among equals nothing changes", () => {
  const usual = compared("item_cosine", [0.5, 0.5]);
  assertEquals(betterWay(usual, [compared("ease", [0.5, 0.5])]), {
    plan: "item_cosine",
    because: "item cosine 0.500, none better",
  });
});
