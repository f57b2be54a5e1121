import { assertEquals } from "@std/assert";
import { importsWithin } from "./imports.ts";
import { againstTheLayers, importCircles, readLayers } from "./layers.ts";
import { ROOT } from "./project.ts";

const imports = importsWithin(`${ROOT}/src`);
const layers = readLayers(Deno.readTextFileSync(`${ROOT}/.github/ARCHITECTURE.md`));

Deno.test("ARCHITECTURE: its table names every room of src", () => {
  const rooms = [...Deno.readDirSync(`${ROOT}/src`)].filter(({ isDirectory }) => isDirectory);
  assertEquals(rooms.map(({ name }) => name).filter((room) => !layers.has(room)), []);
});

Deno.test("ARCHITECTURE: no room imports what its table does not allow", () => {
  assertEquals(againstTheLayers(imports, layers), []);
});

Deno.test("src: no modules import one another in a circle", () => {
  assertEquals(importCircles(imports), []);
});

Deno.test("againstTheLayers: an import upstream is found, a type of a result is not", () => {
  const table = readLayers(
    "| `customers/` | RFM | nothing |\n| `report/` | page | types of results |\n",
  );
  const upstream = { from: "customers/a.ts", to: "report/b.ts", typesOnly: false };
  const type = { from: "report/b.ts", to: "customers/c.ts", typesOnly: true };
  const value = { ...type, typesOnly: false };
  assertEquals(againstTheLayers([upstream, type, value], table), [
    "customers/a.ts imports report/b.ts",
    "report/b.ts imports customers/c.ts",
  ]);
});
