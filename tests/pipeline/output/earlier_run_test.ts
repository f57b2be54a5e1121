import { earlierRun } from "../../../src/pipeline/output/earlier_run.ts";
import { assertEquals } from "@std/assert";

Deno.test("earlierRun: finds out what of a folder is ours", () => {
  const folder = Deno.makeTempDirSync();
  Deno.writeTextFileSync(`${folder}/manifest.json`, `{"artifacts":[{"path":"my_thesis.docx"}]}`);
  assertEquals(earlierRun(folder).files.size, 0);
});
