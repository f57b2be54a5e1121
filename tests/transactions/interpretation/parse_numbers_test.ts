import { plainNumbers } from "../../../src/transactions/interpretation/parse_numbers.ts";
import { assertEquals } from "@std/assert";

Deno.test("plainNumbers: every number keeps all its digits, as programming languages write it", () => {
  assertEquals(plainNumbers(["1.234,50", "€ 3,2", "lamp"]), ["1234.50", "3.2", ""]);
  assertEquals(plainNumbers(["1,234.50", "-7", "1e400"]), ["1234.50", "-7", ""]);
});
