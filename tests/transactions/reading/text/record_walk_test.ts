import { RecordWalk } from "../../../../src/transactions/reading/text/record_walk.ts";
import { assertEquals } from "@std/assert";

Deno.test("RecordWalk: a walk over the bytes of a delimited text (RFC 4180), from record to record", () => {
  const bytes = new TextEncoder().encode("id;name\n1;lamp\n2\n");
  const walk = new RecordWalk({ bytes, source: "names.csv", delimiter: ";", encoding: "utf-8" });
  assertEquals(walk.header(), ["id", "name"]);
  const { lines, ragged } = walk.records(2);
  assertEquals([[...lines], ragged], [[2], [{ line: 3, text: "2" }]]);
});
