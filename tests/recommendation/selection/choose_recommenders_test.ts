import { assert, assertEquals, assertThrows } from "@std/assert";
import { createRandom } from "../../../src/numeric/random/random.ts";
import { chooseRecommenders } from "../../../src/recommendation/selection/choose_recommenders.ts";
import { DEFAULT_PLAN } from "../../../src/recommendation/selection/recommendation_plan.ts";
import { type Line, lines, SHOP } from "../purchases.ts";
import { syntheticShop } from "../synthetic_shop.ts";
import { slowTest } from "../../slow.ts";

const OPTIONS = { asOf: "2020-08-01", horizonDays: 60, excludeServices: true };

Deno.test("chooseRecommenders: habits in the synthetic shop speak for the blend", () => {
  const { discover, rebuy } = chooseRecommenders(lines(syntheticShop()), OPTIONS);
  assertEquals(rebuy.model, "rebuy_blend");
  assert(
    /^NDCG at 10 in the 60 days from 2 Jun 2020: rebuy blend 0\.\d+ \(rebuy 0\.\d+, rebuy rhythm 0\.\d+\)\.$/
      .test(
        rebuy.selection_reason,
      ),
  );
  assert(discover.lambda > 0);
});

Deno.test("chooseRecommenders: the order of rows is no matter", () => {
  const shop = syntheticShop();
  assertEquals(
    chooseRecommenders(lines(createRandom(4).shuffle(shop)), OPTIONS),
    chooseRecommenders(lines(shop), OPTIONS),
  );
});

slowTest("chooseRecommenders: chance replaces the default as seldom as the rule allows", () => {
  let kept = 0;
  for (let seed = 1; seed <= 20; seed++) {
    const random = createRandom(seed);
    const pick = (n: number) => Math.floor(random.next() * n);
    const rows = Array.from({ length: 3_000 }, (_, i): Line => [
      `c${pick(200)}`,
      `${i}`,
      new Date(Date.parse("2020-03-01") + pick(150) * 864e5).toISOString().slice(0, 10),
      `P${pick(60)}`,
      1,
    ]);
    const { discover, rebuy } = chooseRecommenders(lines(rows), { ...OPTIONS, asOf: "2020-07-20" });
    if (discover.model === "item_cosine" && discover.trendPower === 0) kept++;
    if (rebuy.model === "rebuy") kept++;
  }
  assert(kept >= 36, `${kept} of 40`); // one standard error keeps 19
});

Deno.test("chooseRecommenders: too few customers, or none yet, leave the defaults", () => {
  for (const asOf of ["2020-01-10", "2019-01-01"]) {
    const { discover, rebuy } = chooseRecommenders(lines(SHOP), { asOf, horizonDays: 5 });
    assertEquals({ ...discover, selection_reason: "" }, {
      ...DEFAULT_PLAN.discover,
      selection_reason: "",
    });
    assertEquals({ ...rebuy, selection_reason: "" }, {
      ...DEFAULT_PLAN.rebuy,
      selection_reason: "",
    });
    assert(discover.selection_reason.includes("needs 50"));
  }
});

Deno.test("chooseRecommenders: refuses bad input in one sentence", () => {
  const choose = (options: object) => () =>
    chooseRecommenders(lines(SHOP), { ...OPTIONS, ...options });
  assertThrows(choose({ horizonDays: 0 }), RangeError, "horizonDays");
  assertThrows(choose({ asOf: "soon" }), RangeError, "soon");
  assertThrows(() => chooseRecommenders(lines([]), OPTIONS), RangeError, "no lines");
});
