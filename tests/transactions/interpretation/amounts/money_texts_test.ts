import { assertEquals } from "@std/assert";
import {
  currenciesIn,
  currencyCode,
} from "../../../../src/transactions/interpretation/amounts/money_texts.ts";

const codes = (...texts: string[]) => [...currenciesIn(texts).keys()];

Deno.test("currenciesIn: signs and codes, before and after, with the first text of each", () => {
  assertEquals(
    [...currenciesIn(["120.00 EUR", "€ 5", "USD 80.00", "75.63-", "R$ 12.00", "1'234.50"])],
    [["EUR", "120.00 EUR"], ["USD", "USD 80.00"], ["BRL", "R$ 12.00"]],
  );
  assertEquals(
    codes("£3", "A$3", "CA$3", "₹ 1,23,456.00", "-¥5", "(CHF 3)", "5 zł", "3 Kč", "NZ$5"),
    ["GBP", "AUD", "CAD", "INR", "¥", "CHF", "PLN", "CZK", "NZD"],
  );
});

Deno.test("currenciesIn: a shared sign is the one that the column names", () => {
  assertEquals(codes("$3", "5"), ["$"]);
  assertEquals(codes("$3", "5 CAD"), ["CAD"]);
  assertEquals(codes("5 CAD", "$3", "USD 3"), ["CAD", "$", "USD"]);
  assertEquals(codes("5 kr", "5 kr.", "3 SEK"), ["SEK"]);
  assertEquals(codes("5 lamps", "Total", "", "1e5"), []);
});

Deno.test("currencyCode: reads a currency column", () => {
  assertEquals(["usd", "€", "$", "XYZ", "12"].map(currencyCode), [
    "USD",
    "EUR",
    "$",
    "XYZ",
    undefined,
  ]);
});
