import { inProportion } from "../../../../src/transactions/interpretation/amounts/in_proportion.ts";
import { assertEquals } from "@std/assert";
import fc from "fast-check";

Deno.test("inProportion: largest remainders take what is left, the first ones among equals", () => {
  assertEquals(inProportion(100, [1, 1, 1]), [34, 33, 33]);
  assertEquals(inProportion(10, [0, 3, 7]), [0, 3, 7]);
  assertEquals(inProportion(5, [0, 0]), [0, 0]);
  assertEquals(inProportion(5, [9]), [5]);
});

Deno.test("inProportion: the parts add up exactly, each within one of its share", () => {
  const money = fc.integer({ min: 0, max: 8e15 });
  fc.assert(
    fc.property(money, fc.array(money, { minLength: 1, maxLength: 5 }), (amount, worths) => {
      const all = worths.reduce((sum, worth) => sum + BigInt(worth), 0n);
      const parts = inProportion(amount, worths);
      if (all === 0n) return;
      assertEquals(parts.reduce((sum, part) => sum + BigInt(part), 0n), BigInt(amount));
      parts.forEach((part, i) => {
        const off = BigInt(part) * all - BigInt(amount) * BigInt(worths[i]);
        assertEquals((off < 0n ? -off : off) <= all, true);
      });
    }),
  );
});
