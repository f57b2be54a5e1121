import { entryAt, realFolder } from "../../../src/pipeline/output/disk.ts";
import { assertEquals } from "@std/assert";

Deno.test("entryAt: what stands at a path, a symbolic link being a link", () => {
  assertEquals(entryAt("/nowhere at all"), undefined);
});

Deno.test("realFolder: the path of a folder without links, whether or not it is there", () => {
  const folder = Deno.realPathSync(Deno.makeTempDirSync());
  assertEquals(realFolder(`${folder}/./a/b`), `${folder}/a/b`);
});
