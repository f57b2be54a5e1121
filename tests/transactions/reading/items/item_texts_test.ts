import { together, withPieces } from "../../../../src/transactions/reading/items/item_texts.ts";
import { assertEquals } from "@std/assert";

Deno.test("withPieces: takes the number of pieces off an item", () => {
  assertEquals(withPieces("12x Mug"), { name: "Mug", pieces: 12 });
  assertEquals(withPieces("Mug (x2)"), { name: "Mug", pieces: 2 });
  assertEquals(withPieces("Mug"), undefined);
});

Deno.test("together: puts equal items together, in the order in which they come", () => {
  const mug = { name: "Mug", pieces: 1 };
  assertEquals(together([mug, { name: "Tea", pieces: 1 }, mug]), [
    { name: "Mug", pieces: 2 },
    { name: "Tea", pieces: 1 },
  ]);
});
