import pl, { type DataFrame } from "nodejs-polars";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { ndcgAt } from "../../src/metrics/ranking.ts";
import { createRandom } from "../../src/numeric/random/random.ts";
import { newcomerOffers } from "../../src/recommendation/newcomer_offers.ts";
import { dateColumn, numberColumn, textColumn } from "../../src/frames/columns.ts";
import { addDays } from "../../src/frames/days.ts";
import { onlineRetail, onlineRetailPath } from "../online_retail.ts";
import { type Line, lines, SHOP } from "./purchases.ts";

/** Ada and Bob live in Eire, everybody else in Peru. */
function shop(rows: readonly Line[] = SHOP): DataFrame {
  const country = rows.map(([customer]) => ["ada", "bob"].includes(customer) ? "Eire" : "Peru");
  return lines(rows).withColumn(pl.Series("country", country, pl.Utf8));
}

const offered = (offers: DataFrame) => textColumn(offers, "product_id");
const reasons = (offers: DataFrame) => textColumn(offers, "because");

Deno.test("newcomerOffers: nothing known, everyone's popularity; services are left out", () => {
  const offers = newcomerOffers(shop());
  assertEquals(offers.columns, ["rank", "product_id", "score", "because"]);
  assertEquals(offered(offers), ["CUP", "JAM", "TEA", "PEN"]);
  assertEquals(reasons(offers)[0], "popular: bought by 2 of 3 customers");
  numberColumn(offers, "score").forEach((score, i) =>
    assertAlmostEquals(score, (i < 3 ? 2 : 1) / 3)
  );
});

Deno.test("newcomerOffers: popularity in the country, shrunk towards everyone's, by hand", () => {
  // In Peru Cyd bought JAM and PEN; everyone's shares are 2/3 (CUP, JAM, TEA) and 1/3 (PEN).
  const peru = newcomerOffers(shop(), { country: "Peru", strength: 3 });
  assertEquals(offered(peru), ["JAM", "CUP", "PEN", "TEA"]);
  const scores = numberColumn(peru, "score");
  [(1 + 2) / 4, 2 / 4, (1 + 1) / 4, 2 / 4].forEach((score, i) =>
    assertAlmostEquals(scores[i], score)
  );
  assertEquals(reasons(peru).slice(0, 2), [
    "popular in Peru: bought by 1 of 1 customer",
    "popular: bought by 2 of 3 customers",
  ]);
  const unknown = newcomerOffers(shop(), { country: "Chad" });
  assertEquals(offered(unknown), offered(newcomerOffers(shop())));
});

Deno.test("newcomerOffers: segment and country narrow the group together", () => {
  const segments = pl.DataFrame({ customer_id: ["ada", "bob", "cyd"], segment: ["A", "B", "B"] });
  const options = { segments, segment: "B", strength: 0.1 };
  assertEquals(
    reasons(newcomerOffers(shop(), options))[0],
    "popular among B: bought by 2 of 2 customers",
  );
  const both = newcomerOffers(shop(), { ...options, country: "Eire" });
  assertEquals(reasons(both)[0], "popular among B in Eire: bought by 1 of 1 customer");
  assertThrows(() => newcomerOffers(shop(), { segment: "B" }), TypeError, 'segment "B"');
  assertThrows(
    () => newcomerOffers(lines(SHOP), { country: "Eire" }),
    TypeError,
    "missing country",
  );
});

Deno.test("newcomerOffers: neighbours of the basket and popularity add up, by hand", () => {
  // CUP and TEA have the same two customers (cosine 1), CUP and JAM one in common (cosine 1/2).
  const offers = newcomerOffers(shop(), { basket: ["CUP"], minimumSupport: 1 });
  assertEquals(offered(offers), ["TEA", "JAM", "PEN"]);
  const scores = numberColumn(offers, "score");
  [1 + 2 / 3, 1 / 2 + 2 / 3, 1 / 3].forEach((score, i) => assertAlmostEquals(scores[i], score));
  assertEquals(reasons(offers), [
    "bought with THE CUP (2 customers in common)",
    "popular: bought by 2 of 3 customers",
    "popular: bought by 1 of 3 customers",
  ]);
});

Deno.test("newcomerOffers: products that nobody bought, services and repetitions change nothing", () => {
  const options = { minimumSupport: 1 };
  const expected = newcomerOffers(shop(), { ...options, basket: ["CUP"] }).rows();
  const basket = ["NEW", "CUP", "POST", "CUP", ""];
  assertEquals(newcomerOffers(shop(), { ...options, basket }).rows(), expected);
  const popular = newcomerOffers(shop()).rows();
  assertEquals(newcomerOffers(shop(), { basket: [] }).rows(), popular);
  assertEquals(newcomerOffers(shop(), { basket: ["NEW"] }).rows(), popular);
});

Deno.test("newcomerOffers: the order of rows and of the basket is no matter", () => {
  const options = { country: "Eire", minimumSupport: 1 };
  const expected = newcomerOffers(shop(), { ...options, basket: ["CUP", "PEN"] }).rows();
  const shuffled = shop(createRandom(3).shuffle(SHOP));
  assertEquals(newcomerOffers(shuffled, { ...options, basket: ["PEN", "CUP"] }).rows(), expected);
});

Deno.test("newcomerOffers: lines on or after asOf change nothing", () => {
  const asOf = "2020-01-05";
  const past = SHOP.filter(([, , date]) => date < asOf);
  assertEquals(newcomerOffers(shop(), { asOf }).rows(), newcomerOffers(shop(past)).rows());
});

Deno.test("newcomerOffers: one customer, one product, a basket of everything", () => {
  const one = shop(SHOP.slice(0, 1));
  assertEquals(newcomerOffers(one).rows(), [[1, "TEA", 1, "popular: bought by 1 of 1 customer"]]);
  const all = newcomerOffers(one, { basket: ["TEA"] });
  assertEquals([all.height, all.width], [0, 4]);
});

Deno.test("newcomerOffers: without descriptions the reason names ids", () => {
  const bare = shop().withColumn(pl.lit("").alias("description"));
  const offers = newcomerOffers(bare, { basket: ["CUP"] });
  assertEquals(reasons(offers)[0], "bought with CUP (2 customers in common)");
});

Deno.test("newcomerOffers: refuses bad input in one sentence", () => {
  assertThrows(() => newcomerOffers(shop([])), RangeError, "there are no lines");
  assertThrows(() => newcomerOffers(shop(), { asOf: "2019-01-01" }), RangeError, "no lines");
  assertThrows(() => newcomerOffers(shop(), { asOf: "1/9/2020" }), RangeError, "1/9/2020");
  assertThrows(() => newcomerOffers(shop(), { count: 0 }), RangeError, "count must be");
  assertThrows(() => newcomerOffers(shop(), { strength: 0 }), RangeError, "strength must be");
  assertThrows(
    () => newcomerOffers(shop(), { basket: ["TEA"], neighbours: 0 }),
    RangeError,
    "neighbours must be",
  );
  assertThrows(() => newcomerOffers(shop([["ada", "1", "2020-01-01", "POST", 9]])), RangeError);
});

Deno.test({
  name: "newcomerOffers: UCI Online Retail, Germany differs from the United Kingdom",
  ignore: onlineRetailPath === undefined,
  fn() {
    const { transactions } = onlineRetail();
    const germany = newcomerOffers(transactions, { country: "Germany" });
    assertEquals(germany.row(0)[1], "22326");
    assertEquals(reasons(germany)[0], "popular in Germany: bought by 42 of 94 customers");
    const kingdom = newcomerOffers(transactions, { country: "United Kingdom" });
    assert(offered(kingdom).every((product) => product !== "22326"));
    const basket = newcomerOffers(transactions, { basket: ["85123A"], count: 1 });
    assertEquals(basket.row(0).slice(1), [
      "21733",
      basket.row(0)[2],
      "bought with WHITE HANGING HEART T-LIGHT HOLDER (312 customers in common)",
    ]);
  },
});

/** The products, sold before a date, of the first invoices in the 91 days from it, by country. */
function firstBaskets(transactions: DataFrame, asOf: string): Map<string, Set<string>[]> {
  const until = Date.parse(addDays(asOf, 91));
  const text = (name: string) => textColumn(transactions, name);
  const [customer, invoice, product, country] = [
    text("customer_id"),
    text("invoice_id"),
    text("product_id"),
    text("country"),
  ];
  const date = dateColumn(transactions, "invoice_date");
  const known = new Set(product.filter((_, line) => date[line] < Date.parse(asOf)));
  const first = new Map<string, number>();
  customer.forEach((id, line) => {
    const earliest = first.get(id);
    const isEarlier = earliest === undefined || date[line] < date[earliest] ||
      (date[line] === date[earliest] && invoice[line] < invoice[earliest]);
    if (isEarlier) first.set(id, line);
  });
  const baskets = new Map<string, Set<string>>();
  customer.forEach((id, line) => {
    const start = first.get(id)!;
    if (invoice[line] !== invoice[start] || !known.has(product[line])) return;
    if (date[start] < Date.parse(asOf) || date[start] >= until) return;
    baskets.set(id, (baskets.get(id) ?? new Set()).add(product[line]));
  });
  const byCountry = new Map<string, Set<string>[]>();
  for (const [id, basket] of baskets) {
    const where = country[first.get(id)!];
    byCountry.set(where, [...byCountry.get(where) ?? [], basket]);
  }
  return byCountry;
}

Deno.test({
  name: "newcomerOffers: UCI Online Retail, the country helps to find newcomers' first baskets",
  ignore: onlineRetailPath === undefined,
  fn() {
    const asOf = "2011-06-10";
    const transactions = onlineRetail().transactions.filter(pl.col("is_service").not());
    const everyone = offered(newcomerOffers(transactions, { asOf }));
    const scores = { country: 0, everyone: 0, newcomers: 0 };
    for (const [country, baskets] of firstBaskets(transactions, asOf)) {
      const local = offered(newcomerOffers(transactions, { asOf, country }));
      scores.country += baskets.length * ndcgAt(baskets, baskets.map(() => local), 10);
      scores.everyone += baskets.length * ndcgAt(baskets, baskets.map(() => everyone), 10);
      scores.newcomers += baskets.length;
    }
    assertEquals(scores.newcomers, 561);
    assertAlmostEquals(scores.country / scores.newcomers, 0.1004, 5e-5);
    assertAlmostEquals(scores.everyone / scores.newcomers, 0.0938, 5e-5);
  },
});
