import { InputError } from "../../../../../src/frames/errors.ts";
import { priceOfPieceOrLine } from "../../../../../src/transactions/interpretation/amounts/rules/price_of_piece_or_line.ts";
import { decisionOf, sentencesOf } from "./decision_of.ts";
import { assertEquals, assertMatch, assertThrows } from "@std/assert";

/** Two products in 1 and 3 pieces. */
function decided(price: readonly number[], header = "price") {
  const on = decisionOf({
    order: ["1", "2", "3", "4"],
    product: ["MUG", "MUG", "TEA", "TEA"],
    taken: { quantity: "qty", unit_price: header },
    numbers: { qty: [1, 3, 1, 3], [header]: price },
  });
  return { pays: priceOfPieceOrLine(on, on.price!), on };
}

Deno.test("priceOfPieceOrLine: what stays while the quantity changes is the price of a piece", () => {
  const { pays, on } = decided([10, 10, 5, 5]);
  assertEquals([pays, sentencesOf(on)], ["unit_price", []]);
  assertEquals(on.evidence.unit_price, [
    'it stays while "qty" changes for 2 of 2 products that tell',
  ]);
});

Deno.test("priceOfPieceOrLine: what grows with it is what the line costs, unless its name is clear", () => {
  const { pays, on } = decided([10, 30, 5, 15]);
  assertEquals([pays, on.total?.header, on.price], ["line_total", "price", undefined]);
  assertMatch(sentencesOf(on)[0], /60\.00 in all.*price × quantity would be 150\.00/);
  assertEquals(decided([10, 30, 5, 15], "unit_price").pays, "unit_price");
});

Deno.test("priceOfPieceOrLine: one product alone is too little, it asks", () => {
  assertThrows(
    () => decided([10, 30, 5, 9]),
    InputError,
    '"price" grows with "qty" for 1 of 1 product that tell, so it may be what the line costs',
  );
});

Deno.test("priceOfPieceOrLine: without quantities each line is one piece", () => {
  const on = decisionOf({
    order: ["1", "2"],
    taken: { unit_price: "price" },
    numbers: { price: [10, 30] },
  });
  assertEquals(priceOfPieceOrLine(on, on.price!), "unit_price");
  assertMatch(sentencesOf(on)[0], /each line counts as one piece at "price"/);
});
