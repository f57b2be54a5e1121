import { detectDelimiter } from "../../../../src/transactions/reading/text/detect_delimiter.ts";
import { assertEquals } from "@std/assert";

Deno.test("detectDelimiter: finds out what separates the fields of a text table", () => {
  assertEquals(detectDelimiter("id;name;price\n1;Lamp, red;2,50\n"), ";");
  assertEquals(detectDelimiter("hello world\n"), undefined);
});
