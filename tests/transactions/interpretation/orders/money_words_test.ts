import { assertEquals } from "@std/assert";
import {
  amountUnit,
  moneyInWords,
} from "../../../../src/transactions/interpretation/orders/money_words.ts";

const column = (...values: string[]) => ({ codes: Int32Array.from(values.keys()), values });

Deno.test("amountUnit: the only currency of the lines, or the one that is asked for", () => {
  assertEquals(amountUnit(column("EUR", "")), { unit: "€" });
  assertEquals(amountUnit(column("EUR"), "GBP"), { unit: "€" });
  assertEquals(amountUnit(undefined, "GBP"), { unit: "£" });
  assertEquals(amountUnit(undefined), {});
  assertEquals(amountUnit(column("EUR", "USD")), { isMixed: true });
});

Deno.test("moneyInWords: to the cent with its currency; several are not added", () => {
  assertEquals(moneyInWords(1_234_500_000, { unit: "€" }), "€1,234.50");
  assertEquals(moneyInWords(1_234_500_000, {}), "1,234.50");
  assertEquals(moneyInWords(1_234_500_000, { isMixed: true }), "several currencies");
});
