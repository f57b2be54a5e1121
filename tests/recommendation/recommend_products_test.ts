import pl from "nodejs-polars";
import { assert, assertEquals, assertThrows } from "@std/assert";
import { createRandom } from "../../src/numeric/random.ts";
import { recommendProducts } from "../../src/recommendation/recommend_products.ts";
import { numberColumn, textColumn } from "../../src/transactions/columns.ts";
import { onlineRetail, onlineRetailPath } from "../online_retail.ts";
import { type Line, lines, SHOP } from "./purchases.ts";

const of = (customer: string) => pl.col("customer_id").eq(pl.lit(customer));

Deno.test("recommendProducts: rebuys, discoveries and popular products, by hand", () => {
  const offers = recommendProducts(lines(SHOP), { minimumSupport: 1, perCustomer: 5, rebuys: 2 });
  assertEquals(offers.columns, ["customer_id", "rank", "product_id", "score", "kind", "because"]);
  assertEquals(offers.filter(of("ada")).rows(), [
    ["ada", 1, "TEA", 2, "rebuy", "bought 2 times"],
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
