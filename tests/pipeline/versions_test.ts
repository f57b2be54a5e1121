import { assertEquals } from "@std/assert";
import { versions } from "../../src/pipeline/versions.ts";

Deno.test("versions: the project's own, and each pinned package as deno.json has it", () => {
  const config = JSON.parse(Deno.readTextFileSync(new URL("../../deno.json", import.meta.url)));
  const found = versions();
  assertEquals(found["shopper-spectrum"], config.version);
  assertEquals(`npm:nodejs-polars@${found["nodejs-polars"]}`, config.imports["nodejs-polars"]);
});
