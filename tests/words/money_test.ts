import {
  currencySign,
  formatMoney,
  formatMoneyShort,
  inCurrency,
  inUnit,
} from "../../src/words/money.ts";
import { assertEquals } from "@std/assert";

Deno.test("formatMoney: writes an amount of money, with the currency where the caller named one", () => {
  assertEquals(formatMoney(1234.5), "1,235");
  assertEquals(formatMoney(1234.5, "£"), "£1,235");
  assertEquals(formatMoney(1234.5, "EUR"), "1,235\u00a0EUR");
});

Deno.test("formatMoneyShort: writes an amount of money shortly, as a key figure", () => {
  assertEquals(formatMoneyShort(8887208.894, "£"), "£8.89M");
});

Deno.test("inCurrency: puts the currency to an amount that is already written", () => {
  assertEquals([inCurrency("−4.5", "£"), inCurrency("4.5", "EUR")], ["−£4.5", "4.5\u00a0EUR"]);
});

Deno.test("currencySign: the sign of a code that has one", () => {
  assertEquals(["GBP", "usd", "EUR", "CHF", "$", "kr"].map(currencySign), [
    ..."£ US$ € CHF $ kr".split(" "),
  ]);
});

Deno.test("inUnit: names the currency behind the label of an axis or a column", () => {
  assertEquals([inUnit("revenue", "£"), inUnit("revenue")], ["revenue (£)", "revenue"]);
});
