import pl, { type DataFrame } from "nodejs-polars";
import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { createRandom } from "../../src/numeric/random/random.ts";
import { newProductCustomers } from "../../src/recommendation/new_product_customers.ts";
import { numberColumn, textColumn } from "../../src/frames/columns.ts";
import { type Line, lines, SHOP } from "./purchases.ts";

/** What each product of the shop is called. */
const NAMES: Record<string, string> = {
  TEA: "GREEN TEA",
  CUP: "TEA CUP",
  JAM: "PLUM JAM",
  PEN: "PEN",
  POST: "TEA BY POST",
};

function shop(rows: readonly Line[] = SHOP): DataFrame {
  const description = rows.map(([, , , product]) => NAMES[product]);
  return lines(rows).withColumn(pl.Series("description", description, pl.Utf8));
}

Deno.test("newProductCustomers: who bought products with similar words, by hand", () => {
  const offers = newProductCustomers(shop(), "Black tea");
  assertEquals(offers.columns, ["rank", "customer_id", "score", "because"]);
  // Both bought both: GREEN TEA and TEA CUP are as similar, the lower id is named.
  assertEquals(textColumn(offers, "customer_id"), ["ada", "bob"]);
  assertEquals(textColumn(offers, "because")[0], "bought TEA CUP (in common: tea)");
  // "tea" is in 2 of 4 products, the other word of each in 1; services do not count.
  const tea = Math.log(5 / 3) + 1, other = Math.log(5 / 2) + 1;
  for (const score of numberColumn(offers, "score")) {
    assertAlmostEquals(score, 2 * tea / Math.hypot(tea, other));
  }
});

Deno.test("newProductCustomers: few neighbours, few customers, an earlier date", () => {
  const plum = newProductCustomers(shop(), "plum jam jar");
  assertEquals(textColumn(plum, "customer_id"), ["bob", "cyd"]);
  assertEquals(newProductCustomers(shop(), "plum jam jar", { count: 1 }).height, 1);
  assertEquals(
    textColumn(newProductCustomers(shop(), "plum", { asOf: "2020-01-05" }), "customer_id"),
    ["bob"],
  );
});

Deno.test("newProductCustomers: the order of rows is no matter", () => {
  const shuffled = shop(createRandom(9).shuffle(SHOP));
  assertEquals(
    newProductCustomers(shuffled, "green cup jam").rows(),
    newProductCustomers(shop(), "green cup jam").rows(),
  );
});

Deno.test("newProductCustomers: nobody for unknown words; refuses bad input", () => {
  assertEquals(newProductCustomers(shop(), "umbrella").shape, { height: 0, width: 4 });
  assertThrows(() => newProductCustomers(shop([]), "tea"), RangeError, "there are no lines");
  assertThrows(() => newProductCustomers(shop(), "tea", { count: 0 }), RangeError, "count");
  assertThrows(() => newProductCustomers(shop(), "tea", { neighbours: 0 }), RangeError, "count");
});
