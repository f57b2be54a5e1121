import { assert, assertEquals } from "@std/assert";
import { plainTable } from "../../src/words/plain_table.ts";

Deno.test("plainTable: control characters are disarmed, long texts cut, no space ends a line", () => {
  const lines = plainTable([
    { title: "n", cells: ["1", "22"], right: true },
    { title: "name", cells: ["\u001b[31mRED\nCUP\u202e", "x".repeat(500)] },
  ]);
  assertEquals(lines[0], "   n  name");
  assertEquals(lines[1], "   1  [31mRED CUP");
  assertEquals(lines[2], `  22  ${"x".repeat(99)}…`);
  assert(lines.every((line) => !/\p{Cc}| $/u.test(line)));
});

Deno.test("plainTable: no rows, no columns", () => {
  assertEquals(plainTable([{ title: "name", cells: [] }]), ["  name"]);
  assertEquals(plainTable([]), []);
});
