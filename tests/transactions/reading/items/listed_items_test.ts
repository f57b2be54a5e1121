import { listedItems } from "../../../../src/transactions/reading/items/listed_items.ts";
import { assertEquals } from "@std/assert";

const names = (texts: string[]) => listedItems(texts)?.map((list) => list.map(({ name }) => name));
const pieces = (texts: string[]) =>
  listedItems(texts)?.map((list) => list.map(({ pieces }) => pieces));

Deno.test("listedItems: lists with one separator, whose items come back at other places", () => {
  assertEquals(names(["Mug, Tea", "Mug", "Tea, Pot, Mug"]), [["Mug", "Tea"], ["Mug"], [
    "Tea",
    "Pot",
    "Mug",
  ]]);
  assertEquals(names(["Mug, blue; Tea", "Tea; Mug, blue"]), [["Mug, blue", "Tea"], [
    "Tea",
    "Mug, blue",
  ]]);
});

Deno.test("listedItems: numbers of pieces before, behind and in brackets; equal items are put together", () => {
  const counts = [[2, 1], [1], [3]];
  for (
    const texts of [
      ["2x Mug; 1x Tea", "1x Tea", "1x Mug; 2x Mug"],
      ["2 × Mug; 1 × Tea", "1 × Tea", "3 × Mug"],
      ["Mug (2); Tea (1)", "Tea (1)", "Mug (3)"],
      ["Mug × 2; Tea × 1", "Tea × 1", "Mug × 3"],
    ]
  ) {
    assertEquals(pieces(texts), counts);
    assertEquals(names(texts)![0], ["Mug", "Tea"]);
  }
});

Deno.test("listedItems: names with a comma in them are no lists", () => {
  assertEquals(
    listedItems(["Shirt, size M", "Shirt, size L", "Hood, size M", "Hood, size L"]),
    undefined,
  );
  assertEquals(listedItems(["Mug", "Tea"]), undefined);
  assertEquals(listedItems(["Mug, Tea", "Pot, Cup"]), undefined);
});
