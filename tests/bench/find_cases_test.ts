import { assert, assertEquals } from "@std/assert";
import { caseNames, loadCase } from "./find_cases.ts";

Deno.test("caseNames: every case is a pair of files, the stack comes first", () => {
  const names = caseNames();
  assertEquals(names[0], "stack");
  assertEquals(names.slice(1), names.slice(1).toSorted());
});

for (const name of caseNames()) {
  Deno.test(`loadCase: ${name} compares itself with sides that it has`, async () => {
    const { title, run, beside = [], reach = [] } = await loadCase(name);
    assert(title.length > 0 && run.length === 2);
    const sides = ["Python", ...beside.map((side) => side.name)];
    assertEquals(new Set(sides).size, sides.length);
    for (const goal of reach) if ("ratio" in goal) assert(sides.includes(goal.to), goal.to);
    const program = await Deno.readTextFile(new URL(`cases/${name}.py`, import.meta.url));
    for (const side of beside) {
      if ("python" in side) assert(program.includes(`def ${side.python}(bench, `), side.python);
    }
    assert(program.includes("def run(bench, ") && program.includes("PACKAGES = ["));
  });
}
