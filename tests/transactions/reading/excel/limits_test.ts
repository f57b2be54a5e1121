import { excelLimits } from "../../../../src/transactions/reading/excel/limits.ts";
import { assertEquals } from "@std/assert";

Deno.test("excelLimits: completes limits with the defaults", () => {
  assertEquals(excelLimits({ entries: 20 }), { unpacked: 2 ** 30, entries: 20, cells: 1e8 });
});
