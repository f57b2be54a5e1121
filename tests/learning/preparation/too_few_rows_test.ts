import { tooFewRows } from "../../../src/learning/preparation/too_few_rows.ts";
import { assertEquals } from "@std/assert";

Deno.test("tooFewRows: says where rows are too few for any split", () => {
  assertEquals(tooFewRows(12, 10), [
    "The features told nothing: 12 rows are too few for two leaves of 10.",
  ]);
  assertEquals(tooFewRows(20, 10), []);
});
