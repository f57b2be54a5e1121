import { assert, assertEquals } from "@std/assert";
import { isBetter, meanLoss, selectModel, type Tried } from "../../src/backtest/select_model.ts";
import { createRandom } from "../../src/numeric/random/random.ts";

function tried(family: string, ...losses: (readonly number[])[]): Tried {
  return { family, losses: losses.map((ofPeriod) => Float64Array.from(ofPeriod)) };
}

Deno.test("selectModel: chance replaces the simplest as rarely as two standard errors say", () => {
  const random = createRandom(5);
  const noise = () => Array.from({ length: 300 }, () => random.next());
  let replaced = 0;
  for (let trial = 0; trial < 200; trial++) {
    if (selectModel([tried("a", noise()), tried("b", noise())]).selected.family === "b") replaced++;
  }
  assert(replaced < 12, `${replaced} of 200`); // 2.3 % are to be expected
  const simple = noise();
  const better = simple.map((value) => value - 0.02 * random.next());
  assertEquals(selectModel([tried("a", simple), tried("b", better)]).selected.family, "b");
});

Deno.test("selectModel: the lowest mean within a family, the simplest of families as good", () => {
  const line = tried("line", [3, 3, 3, 3]), strict = tried("line", [2, 2, 2, 3]);
  const forest = tried("forest", [2, 2, 2.5, 2]);
  const { selected, of_family } = selectModel([line, strict, forest]);
  assertEquals([selected, of_family], [strict, [strict, forest]]);
});

Deno.test("selectModel: the best is held against the simplest, not against what lies between", () => {
  const a = tried("a", [4, 4, 4, 4]), b = tried("b", [2, 2, 2, 2]), c = tried("c", [2, 1, 3, 1.9]);
  assertEquals(selectModel([a, b, c]).selected, c);
  assertEquals(selectModel([b, c]).selected, b);
});

Deno.test("isBetter: two periods of the same customers are no more evidence than one", () => {
  // By ½ on average, with a standard deviation of ½: an error of ¼ with four customers.
  const simple = [[0, 0, 0, 0], [0, 0, 0, 0]].map((zeros) => Float64Array.from(zeros));
  const other = simple.map(() => Float64Array.of(-1, 0, -1, 0));
  assertEquals(isBetter(simple, other), false);
  assertEquals(isBetter(simple, other.map((losses) => losses.map((loss) => loss - 0.01))), true);
  assertEquals(meanLoss(other), -0.5);
});

Deno.test("meanLoss: the mean loss over periods, each period counting the same", () => {
  assertEquals(meanLoss([Float64Array.of(1, 2, 3), Float64Array.of(4)]), 3);
});
