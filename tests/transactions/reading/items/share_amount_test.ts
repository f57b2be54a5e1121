import fc from "fast-check";
import {
  shareAmount,
  writtenLike,
} from "../../../../src/transactions/reading/items/share_amount.ts";
import { assertEquals } from "@std/assert";

Deno.test("shareAmount: exact in cents, what remains goes to the first part", () => {
  assertEquals(shareAmount("55.40", [1, 1, 1]), ["18.48", "18.46", "18.46"]);
  assertEquals(shareAmount("-1", [2, 1]), ["-0.67", "-0.33"]);
  assertEquals(shareAmount("0.125", [1, 1]), ["0.063", "0.062"]);
});

Deno.test("shareAmount: the parts add up to the amount, whatever they are", () => {
  const cents = fc.integer({ min: -1e9, max: 1e9 });
  fc.assert(
    fc.property(
      cents,
      fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1 }),
      (amount, pieces) => {
        const plain = (amount / 100).toFixed(2);
        const sum = shareAmount(plain, pieces).reduce(
          (sum, part) => sum + Math.round(Number(part) * 100),
          0,
        );
        assertEquals(sum, amount);
      },
    ),
    { seed: 16, numRuns: 1000 },
  );
});

Deno.test("writtenLike: the mark, the currency and the brackets of the other amount", () => {
  assertEquals(writtenLike("617.25", "1.234,50 €", "1234.50"), "617,25 €");
  assertEquals(writtenLike("-61.70", "($123.40)", "-123.40"), "($61.70)");
  assertEquals(writtenLike("10.70", "21.40", "21.40"), "10.70");
});
