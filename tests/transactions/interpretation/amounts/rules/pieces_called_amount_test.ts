import {
  findPieces,
  sayUnusualNames,
} from "../../../../../src/transactions/interpretation/amounts/rules/pieces_called_amount.ts";
import { decisionOf, sentencesOf } from "./decision_of.ts";
import { assertEquals } from "@std/assert";

const told = {
  order: ["1", "2", "3"],
  taken: { unit_price: "price", line_total: "Amount" },
  numbers: { price: [3.5, 4.25, 9.9], Amount: [2, 1, 3] },
};

Deno.test("findPieces: small whole numbers beside a price are pieces", () => {
  const on = decisionOf(told);
  findPieces(on);
  assertEquals([on.quantity?.header, on.total], ["Amount", undefined]);
  assertEquals(sentencesOf(on).length, 1);
});

Deno.test("findPieces: not where the user names it, where it has cents, or multiplies the price", () => {
  const remains = [
    { ...told, by: { Amount: "named with --map" } },
    { ...told, numbers: { ...told.numbers, Amount: [2, 1, 3.5] } },
    { ...told, numbers: { price: [2, 3, 5], Amount: [4, 3, 10] } },
  ].map((told) => {
    const on = decisionOf(told);
    findPieces(on);
    return on.total?.header;
  });
  assertEquals(remains, ["Amount", "Amount", "Amount"]);
});

Deno.test("sayUnusualNames: a layout in which Amount means pieces", () => {
  const on = decisionOf({
    ...told,
    taken: { quantity: "Amount", line_total: "price" },
    by: { price: 'layout "till"' },
  });
  sayUnusualNames(on);
  assertEquals(sentencesOf(on), [
    '"Amount" is the number of pieces and "price" what the line costs (layout "till").',
  ]);
});
