import { assertEquals } from "@std/assert";
import { createRandom } from "../../../src/numeric/random/random.ts";
import { nameEdits } from "../../../src/recommendation/search/name_edits.ts";

/** The same by its definition: try every edit at the end, the rest by itself. */
function slowEdits(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length;
  const [restA, restB] = [a.slice(0, -1), b.slice(0, -1)];
  const options = [
    slowEdits(restA, b) + 1,
    slowEdits(a, restB) + 1,
    slowEdits(restA, restB) + (a.at(-1) === b.at(-1) ? 0 : 1),
  ];
  if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)) {
    options.push(slowEdits(a.slice(0, -2), b.slice(0, -2)) + 1);
  }
  return Math.min(...options);
}

Deno.test("nameEdits: published examples", () => {
  assertEquals(nameEdits("kitten", "sitting").whole, 3);
  assertEquals(nameEdits("ca", "abc").whole, 3); // restricted: 2 if a swapped pair could be split
  assertEquals(nameEdits("teh", "the").whole, 1);
  assertEquals(nameEdits("survey", "surgery"), { part: 2, whole: 2 }); // Sellers (1980)
});

Deno.test("nameEdits: equals the definition on random texts, parts by trying all of them", () => {
  const random = createRandom(7);
  const text = () =>
    Array.from({ length: random.integer(6) }, () => "abc"[random.integer(3)]).join("");
  for (let trial = 0; trial < 200; trial++) {
    const [typed, name] = [text(), text()];
    let part = typed.length;
    for (let from = 0; from < name.length; from++) {
      for (let to = from; to <= name.length; to++) {
        part = Math.min(part, slowEdits(typed, name.slice(from, to)));
      }
    }
    assertEquals(
      nameEdits(typed, name),
      { part, whole: slowEdits(typed, name) },
      `${typed} ${name}`,
    );
  }
});

Deno.test("nameEdits: nothing typed, no name", () => {
  assertEquals(nameEdits("", "tea"), { part: 0, whole: 3 });
  assertEquals(nameEdits("tea", ""), { part: 3, whole: 3 });
});
