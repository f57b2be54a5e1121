import {
  exchanged,
  readExchangeRates,
} from "../../../../src/transactions/interpretation/orders/exchange_rates.ts";
import { assertEquals } from "@std/assert";

Deno.test("readExchangeRates: the latest on or before, in any words, exact", () => {
  const path = Deno.makeTempFileSync({ suffix: ".csv" });
  Deno.writeTextFileSync(
    path,
    "Datum;von;nach;Kurs\n01.05.2024;€;USD;1,07\n15.05.2024;€;USD;1,10\n",
  );
  const { rate, targets } = readExchangeRates(path);
  const at = (day: string) => rate("EUR", "USD", Date.parse(`${day}T08:00:00Z`));
  assertEquals(targets, ["USD"]);
  assertEquals([at("2024-04-30"), at("2024-05-14")?.numerator, at("2024-05-15")?.numerator], [
    undefined,
    107n,
    110n,
  ]);
  assertEquals(exchanged(1_000_000, at("2024-05-01")!), 1_070_000);
  assertEquals(exchanged(1_070_000, rate("USD", "EUR", Date.parse("2024-05-02"))!), 1_000_000);
  Deno.removeSync(path);
});
