import { assertEquals } from "@std/assert";
import pl from "nodejs-polars";
import {
  recommendationExamples,
  ruleExamples,
  similarExamples,
} from "../../src/recommendation/examples.ts";

const names = new Map([["C", "CUP"], ["T", "TEA"]]);

Deno.test("similarExamples: three products in the order asked for, the nearest four of each", () => {
  const ids = ["A", "B", "C", "D"];
  const rows = ids.flatMap((product_id) =>
    [5, 4, 3, 2, 1].map((rank) => ({
      product_id,
      neighbour_id: `T${rank}`,
      rank,
      similarity: 1 / rank,
      customers_in_common: 10 - rank,
    }))
  );
  const examples = similarExamples(pl.DataFrame(rows), ["D", "X", "C", "B", "A"], names);
  assertEquals(examples.map(({ product }) => product), ["D", "CUP", "B"]);
  assertEquals(examples[0].neighbours.map(({ description }) => description), [
    "T1",
    "T2",
    "T3",
    "T4",
  ]);
});

Deno.test("ruleExamples: most baskets first, two products only, ten at most", () => {
  const rule = (antecedents: string[], consequent: string, baskets: number) => (
    { antecedents, consequent, baskets, confidence: 0.5, lift: 2 }
  );
  const many = Array.from({ length: 12 }, (_, i) => rule([`P${i}`], "T", 20 + i));
  const examples = ruleExamples([rule(["A", "B"], "C", 99), ...many], names);
  assertEquals(examples.length, 10);
  assertEquals([examples[0].product, examples[0].also], ["P11", "TEA"]);
});

Deno.test("recommendationExamples: customers of median, upper quartile and largest spend, each once", () => {
  const customers = (spend: number[]) =>
    pl.DataFrame({ customer_id: spend.map((_, i) => `${i}`), monetary_value: spend });
  const recommendations = pl.DataFrame({
    customer_id: ["0", "1", "2", "2", "4"],
    rank: [1, 1, 2, 1, 1],
    product_id: ["C", "C", "T", "C", "X"],
    kind: ["discover", "discover", "rebuy", "discover", "rebuy"],
    because: ["", "", "", "", ""],
  });
  const shown = recommendationExamples(recommendations, customers([1, 2, 3, 4, 5]), names);
  assertEquals(shown.map(({ customer_id, description }) => [customer_id, description]), [
    ["2", "CUP"],
    ["2", "TEA"],
    ["4", "X"],
  ]);
  assertEquals(recommendationExamples(recommendations, customers([9]), names).length, 1);
});
