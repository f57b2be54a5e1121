import { section } from "../../../src/report/parts/section.ts";
import { assert } from "@std/assert";

Deno.test("section: writes one section of the report", () => {
  assert(
    section("value", "What they are worth", "Revenue ahead.", "…").markup.includes('id="value"'),
  );
});
