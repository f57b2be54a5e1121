import pl from "nodejs-polars";
import {
  customersTable,
  neighboursTable,
  offersTable,
  wordNeighboursTable,
} from "../../src/cli/offer_tables.ts";
import { assertEquals } from "@std/assert";

Deno.test("offersTable: writes offers as a table for a terminal", () => {
  const offers = pl.DataFrame({ product_id: ["T"], score: [1.5], because: ["popular"] });
  assertEquals(
    offersTable(offers, new Map([["T", "TEA"]]))[1],
    "     1  T        TEA   1.500  popular",
  );
});

Deno.test("neighboursTable: writes a product's neighbours as a table for a terminal", () => {
  const table = pl.DataFrame({ neighbour_id: ["T"], similarity: [.5], customers_in_common: [3] });
  assertEquals(neighboursTable(table, new Map([["T", "TEA"]]))[1].split(/ +/), [
    "",
    "1",
    "T",
    "TEA",
    "0.5000",
    "3",
  ]);
});

Deno.test("wordNeighboursTable: writes products with similar descriptions as a table for a terminal", () => {
  const neighbours = [{ product_id: "T", similarity: .5, words_in_common: ["hot", "tea"] }];
  assertEquals(wordNeighboursTable(neighbours, new Map([["T", "TEA"]]))[1].split(/ {2,}/), [
    "",
    "1",
    "T",
    "TEA",
    "0.5000",
    "hot, tea",
  ]);
});

Deno.test("customersTable: writes customers to offer a product to as a table for a terminal", () => {
  const customers = pl.DataFrame({ customer_id: ["7"], score: [1.5], because: ["bought TEA"] });
  assertEquals(customersTable(customers)[1].split(/ {2,}/), ["", "1", "7", "1.500", "bought TEA"]);
});
