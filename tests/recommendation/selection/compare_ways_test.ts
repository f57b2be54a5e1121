import { assert, assertEquals } from "@std/assert";
import {
  type ComparedWay,
  compareWays,
  selectWay,
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

Deno.test("selectWay: the simplest of equals, the best settings of each", () => {
  const usual = compared("item_cosine", [0.5, 0.5]);
  const { plan, because, best } = selectWay([
    usual,
    compared("ease", [0.1, 0.2]),
    compared("ease", [0.5, 0.5]),
  ]);
  assertEquals([plan, because], ["item_cosine", "item cosine 0.500 (EASE 0.500)"]);
  assertEquals(best.map(({ ndcg }) => [...ndcg]), [[0.5, 0.5], [0.5, 0.5]]);
});

Deno.test("selectWay: where a better one is within the error, the words give the rule", () => {
  const { plan, because } = selectWay([
    compared("item_cosine", [0, 0.5, 0, 0.5]),
    compared("ease", [0, 0.5, 1, 0]),
  ]);
  assertEquals(plan, "item_cosine");
  assertEquals(
    because,
    "item cosine 0.250 (EASE 0.375); another is selected only if it beats the simplest by more " +
      "than two standard errors",
  );
});
