import {
  parseNumbers,
  plainNumbers,
} from "../../../src/transactions/interpretation/parse_numbers.ts";
import { assertEquals } from "@std/assert";

Deno.test("parseNumbers: reads numbers as people write them", () => {
  assertEquals([...parseNumbers(["1.234,50", "7", "€ 3,2"])], [1234.5, 7, 3.2]);
  assertEquals([...parseNumbers(["1,234.50", "-7", "1e400"])], [1234.5, -7, NaN]);
});

Deno.test("plainNumbers: as parseNumbers, but every number stays a text with all its digits, written as programming languages write it", () => {
  assertEquals(plainNumbers(["1.234,50", "€ 3,2", "lamp"]), ["1234.50", "3.2", ""]);
});
