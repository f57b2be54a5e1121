import pl from "nodejs-polars";
import { assert, assertEquals, assertThrows } from "@std/assert";
import { createRandom } from "../../src/numeric/random/random.ts";
import { binaryInteractions } from "../../src/recommendation/matrix/build_interactions.ts";
import { chooseRecommenders } from "../../src/recommendation/selection/choose_recommenders.ts";
import { encodePurchases } from "../../src/recommendation/matrix/encode_purchases.ts";
import { purchaseHistories } from "../../src/recommendation/matrix/purchase_histories.ts";
import { recommendProducts } from "../../src/recommendation/recommend_products.ts";
import {
  DEFAULT_PLAN,
  type RecommendationPlan,
} from "../../src/recommendation/selection/recommendation_plan.ts";
import { similarProducts } from "../../src/recommendation/similarity/similar_products.ts";
import { numberColumn, textColumn } from "../../src/frames/columns.ts";
import { onlineRetail, onlineRetailPath } from "../online_retail.ts";
import { type Line, lines, SHOP } from "./purchases.ts";
import { syntheticShop } from "./synthetic_shop.ts";
import { slowTest } from "../slow.ts";

const of = (customer: string) => pl.col("customer_id").eq(pl.lit(customer));

Deno.test("recommendProducts: rebuys, discoveries and popular products, by hand", () => {
  const offers = recommendProducts(lines(SHOP), { minimumSupport: 1, perCustomer: 5, rebuys: 2 });
  assertEquals(offers.columns, ["customer_id", "rank", "product_id", "score", "kind", "because"]);
  assertEquals(offers.filter(of("ada")).rows(), [
    ["ada", 1, "TEA", 2, "rebuy", "bought twice, about every 8 days"],
    ["ada", 2, "CUP", 1, "rebuy", "bought once"],
    ["ada", 3, "JAM", 1, "discover", "bought with THE CUP (1 customer in common)"],
    ["ada", 4, "PEN", 0, "discover", "popular: bought by 1 customer"],
  ]);
  // Cyd's jam and pen were bought once each, on the same day: jam has more customers.
  assertEquals(offers.filter(of("cyd")).rows().map((row) => row.slice(1, 4)), [
    [1, "JAM", 1],
    [2, "PEN", 1],
    [3, "CUP", 0.5],
    [4, "TEA", 0.5],
  ]);
});

Deno.test("recommendProducts: services are never recommended, nor a reason", () => {
  const offers = recommendProducts(lines(SHOP), { minimumSupport: 1 });
  assert(!textColumn(offers, "product_id").includes("POST"));
  assert(!textColumn(offers, "because").some((because) => because.includes("POST")));
});

Deno.test("recommendProducts: who bought only postage is offered what is popular", () => {
  const rows: Line[] = [...SHOP, ["dan", "5", "2020-01-06", "POST", 9]];
  assertEquals(
    recommendProducts(lines(rows), { perCustomer: 2, rebuys: 1 }).filter(of("dan")).rows(),
    [
      ["dan", 1, "CUP", 0, "discover", "popular: bought by 2 customers"],
      ["dan", 2, "JAM", 0, "discover", "popular: bought by 2 customers"],
    ],
  );
});

Deno.test("recommendProducts: the order of rows is no matter", () => {
  const expected = recommendProducts(lines(SHOP), { minimumSupport: 1 }).rows();
  const shuffled = lines(createRandom(5).shuffle(SHOP));
  assertEquals(recommendProducts(shuffled, { minimumSupport: 1 }).rows(), expected);
});

Deno.test("recommendProducts: lines on or after asOf change nothing", () => {
  const asOf = "2020-01-05";
  const past = SHOP.filter(([, , date]) => date < asOf);
  assertEquals(
    recommendProducts(lines(SHOP), { asOf, minimumSupport: 1 }).rows(),
    recommendProducts(lines(past), { minimumSupport: 1 }).rows(),
  );
});

const ASOF = "2020-06-01";
const LEARNED: RecommendationPlan = {
  discover: { model: "ease", lambda: 50, trendPower: 1, selection_reason: "said so" },
  rebuy: { model: "rebuy_blend", itemWeight: 2, trendPower: 0.5, selection_reason: "said so" },
};
const PLANS: readonly RecommendationPlan[] = [
  DEFAULT_PLAN,
  LEARNED,
  {
    discover: { ...DEFAULT_PLAN.discover, model: "popularity" },
    rebuy: { ...DEFAULT_PLAN.rebuy, model: "rebuy_rhythm" },
  },
];

slowTest(
  "recommendProducts: a shorter list is the beginning of a longer one, whatever the plan",
  () => {
    const shop = lines(syntheticShop());
    for (const plan of PLANS) {
      const lists = (perCustomer: number) => {
        const offers = recommendProducts(shop, { asOf: ASOF, plan, perCustomer });
        return Map.groupBy(offers.rows(), (row) => row[0]);
      };
      const long = lists(20);
      for (const perCustomer of [1, 4, 5, 6, 13]) {
        for (const [customer, rows] of lists(perCustomer)) {
          assertEquals(rows, long.get(customer)!.slice(0, perCustomer));
        }
      }
      for (const rows of long.values()) {
        assertEquals(rows.length, 20);
        assertEquals(new Set(rows.map((row) => row[2])).size, 20);
      }
    }
  },
);

slowTest("recommendProducts: rebuys are what the customer owns, discoveries are not", () => {
  const shop = syntheticShop();
  const owns = new Set(
    shop.filter(([, , date]) => date < ASOF).map(([customer, , , product]) =>
      `${customer} ${product}`
    ),
  );
  for (const plan of PLANS) {
    for (const rebuys of [0, 5]) {
      const offers = recommendProducts(lines(shop), { asOf: ASOF, plan, rebuys });
      for (const [customer, , product, , kind] of offers.rows()) {
        assertEquals(kind === "rebuy", owns.has(`${customer} ${product}`));
        assert(rebuys > 0 || kind === "discover");
      }
    }
  }
});

Deno.test("recommendProducts: where discoveries run out further rebuys fill the list", () => {
  const offers = recommendProducts(lines(SHOP), { minimumSupport: 1, perCustomer: 4, rebuys: 1 });
  assertEquals(
    offers.filter(of("bob")).rows().map((row) => [row[2], row[4]]),
    [["CUP", "rebuy"], ["PEN", "discover"], ["JAM", "rebuy"], ["TEA", "rebuy"]],
  );
});

Deno.test("recommendProducts: EASE explains by a product that the customer owns", () => {
  const shop = syntheticShop();
  const offers = recommendProducts(lines(shop), { asOf: ASOF, plan: LEARNED });
  const told = offers.rows().filter((row) => row[4] === "discover" && row[3] > 0);
  assert(told.length > 100);
  for (const [customer, , , , , because] of told) {
    const [, source] = /^bought with THE (.+) \(\d+ customers? in common\)$/.exec(because) ?? [];
    assert(
      shop.some(([who, , date, product]) => who === customer && product === source && date < ASOF),
      because,
    );
  }
});

Deno.test("recommendProducts: withdrawn products and services can be left out or let in", () => {
  const shop = lines(syntheticShop());
  const offered = (options: object) =>
    new Set(textColumn(recommendProducts(shop, { asOf: ASOF, ...options }), "product_id"));
  const withdrawn = (ids: Set<string>) => [...ids].filter((id) => id.startsWith("S"));
  assert(withdrawn(offered({})).length > 0);
  assertEquals(withdrawn(offered({ soldWithinDays: 20 })), []);
  assert(!offered({}).has("POST"));
  assert(offered({ excludeServices: false }).has("POST"));
});

slowTest(
  "recommendProducts: no line on or after asOf changes a list, a plan or a neighbour",
  () => {
    const shop = syntheticShop();
    const past = shop.filter(([, , date]) => date < ASOF);
    const future = shop.filter(([, , date]) => date >= ASOF);
    const options = { asOf: ASOF, horizonDays: 60 };
    const until = Date.parse(ASOF);
    const everything = (rows: readonly Line[]) => {
      const frame = lines(rows);
      const plan = chooseRecommenders(frame, options);
      const histories = purchaseHistories(encodePurchases(frame), { until });
      return {
        plan,
        neighbours: similarProducts(binaryInteractions(histories)),
        lists: PLANS.map((plan) => recommendProducts(frame, { asOf: ASOF, plan }).rows()),
      };
    };
    const expected = everything(past);
    const changed = future.map(([customer, invoice, date, product, revenue], i): Line =>
      i % 2 === 0
        ? [`c${(i * 31) % 170}`, invoice, date, `A${product}`, 9 * revenue]
        : [customer, `${invoice}!`, date, i % 3 === 0 ? "T0-1" : "POST", -revenue]
    );
    for (const later of [future, changed, future.slice(0, 1)]) {
      assertEquals(everything([...past, ...later]), expected);
    }
  },
);

Deno.test("recommendProducts: the order of rows is no matter to any plan", () => {
  const shop = syntheticShop();
  const shuffled = lines(createRandom(12).shuffle(shop));
  for (const plan of PLANS) {
    const options = { asOf: ASOF, plan };
    assertEquals(
      recommendProducts(shuffled, options).rows(),
      recommendProducts(lines(shop), options).rows(),
    );
  }
});

Deno.test("recommendProducts: one customer with one product, and a shop of postage only", () => {
  const one = recommendProducts(lines(SHOP.slice(0, 1)));
  assertEquals(one.rows(), [["ada", 1, "TEA", 1, "rebuy", "bought once"]]);
  const postage = recommendProducts(lines([["ada", "1", "2020-01-01", "POST", 9]]));
  assertEquals([postage.height, postage.width], [0, 6]);
});

Deno.test("recommendProducts: refuses bad input in one sentence", () => {
  const frame = lines(SHOP);
  assertThrows(() => recommendProducts(lines([])), RangeError, "there are no lines");
  assertThrows(() => recommendProducts(frame, { asOf: "2019-01-01" }), RangeError, "no lines");
  assertThrows(() => recommendProducts(frame, { asOf: "1/9/2020" }), RangeError, "1/9/2020");
  assertThrows(() => recommendProducts(frame, { perCustomer: 0 }), RangeError, "perCustomer");
  assertThrows(() => recommendProducts(frame, { rebuys: 11 }), RangeError, "rebuys");
  assertThrows(() => recommendProducts(frame, { soldWithinDays: 0 }), RangeError, "soldWithinDays");
  assertThrows(() => recommendProducts(frame.drop("is_service")), TypeError, "missing is_service");
});

Deno.test({
  name: "recommendProducts: UCI Online Retail, ten different products for each of 4,338 customers",
  ignore: onlineRetailPath === undefined,
  fn() {
    const offers = recommendProducts(onlineRetail().transactions);
    assertEquals(offers.height, 43_380);
    const customers = textColumn(offers, "customer_id");
    const products = textColumn(offers, "product_id");
    const kinds = textColumn(offers, "kind");
    const ranks = numberColumn(offers, "rank");
    const services = onlineRetail().transactions.filter(pl.col("is_service")).getColumn(
      "product_id",
    ).unique();
    const isService = new Set(services.toArray() as string[]);
    assert(isService.has("POST") && isService.has("M"));
    for (let first = 0; first < offers.height; first += 10) {
      const ten = Array.from({ length: 10 }, (_, i) => first + i);
      assert(ten.every((row, i) => customers[row] === customers[first] && ranks[row] === i + 1));
      assertEquals(new Set(ten.map((row) => products[row])).size, 10);
      const rebuys = ten.filter((row) => kinds[row] === "rebuy").length;
      assert(rebuys <= 5 && ten.slice(rebuys).every((row) => kinds[row] === "discover"));
    }
    assert(products.every((product) => !isService.has(product)));
  },
});
