import {
  changes,
  inWords,
  money,
  percent,
  quoted,
  share,
} from "../../../../../src/transactions/interpretation/amounts/rules/words.ts";
import { assertEquals } from "@std/assert";

const why = { discounts: ["Discount"], charges: ["Shipping", "Tax"], agree: 19, all: 20 };

Deno.test("money: two decimals, thousands apart", () => {
  assertEquals([money(1234.5), money(0)], ["1,234.50", "0.00"]);
});

Deno.test("percent: 100 % and 0 % only where it is all and none", () => {
  assertEquals(percent(1, 3), "33.3 %");
  assertEquals([percent(4, 4), percent(9999, 10000), percent(0, 0)], ["100 %", "99.9 %", "0 %"]);
});

Deno.test("quoted: names on one line", () => {
  assertEquals(quoted(["a", "b", "c"]), '"a", "b" and "c"');
});

Deno.test("changes, share, inWords: what an explanation does, and how often it is right", () => {
  assertEquals(changes({ ...why, of: "order" }), ' less "Discount" with "Shipping" and "Tax"');
  assertEquals(changes({ ...why, discounts: [], charges: [], of: "order" }), "");
  assertEquals(share({ ...why, of: "order" }), "19 of 20 orders");
  assertEquals(inWords({ ...why, of: "line" }), "the totals of 19 of 20 lines agree");
});
