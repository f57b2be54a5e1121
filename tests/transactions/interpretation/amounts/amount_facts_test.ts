import { assertEquals } from "@std/assert";
import { encodeTexts, ownNumbers } from "../../../../src/frames/coded.ts";
import {
  areSmallWhole,
  multiples,
  multiplication,
  orderSums,
  perOrder,
  perPiece,
  perProduct,
  sumOf,
  sumOfProducts,
  sumOnce,
} from "../../../../src/transactions/interpretation/amounts/amount_facts.ts";

const numbers = (...values: number[]) => ownNumbers(Float64Array.from(values));
const texts = (...values: string[]) => encodeTexts(values);

Deno.test("multiplication: lines on which price × quantity is the total, less, or more", () => {
  const facts = multiplication(numbers(2, 3, 1, NaN), numbers(5, 5, 5, 5), numbers(10, 12, 6, 5));
  assertEquals([facts.lines, facts.several, facts.agree, facts.below, facts.above], [
    3,
    2,
    1,
    1,
    1,
  ]);
  assertEquals([facts.products, facts.totals], [30, 28]);
});

Deno.test("perPiece: what stays while the quantity changes, and what grows with it", () => {
  const product = texts("A", "A", "B", "B");
  assertEquals(perPiece(numbers(5, 5, 3, 9), numbers(1, 2, 1, 3), product), {
    ofPiece: 1,
    ofLine: 1,
    ofLineToTheCent: 1,
  });
});

Deno.test("perOrder: the same on all lines, on one, or different", () => {
  const order = texts("1", "1", "2", "2", "3", "3"), product = texts("A", "B", "A", "B", "A", "B");
  assertEquals(perOrder(numbers(9, 9, 8, NaN, 1, 2), order, [product]), {
    same: 1,
    onOneLine: 1,
    different: 1,
    example: "3",
  });
});

Deno.test("perProduct: products that cost the same in every order", () => {
  const product = texts("A", "A", "B", "B"), order = texts("1", "2", "1", "2");
  assertEquals(perProduct(numbers(5, 10, 3, 4), numbers(1, 2, 1, 1), product, order), {
    same: 1,
    different: 1,
  });
});

Deno.test("orderSums: totals of orders beside their lines; a total of 0 may tell nothing", () => {
  const order = texts("1", "1", "2", "3"), worth = Float64Array.of(4e6, 5e6, 7e6, 1e6);
  const totals = numbers(9, 9, 8, 0);
  const { orders, agree, below, above } = orderSums(totals, worth, order);
  assertEquals([orders, agree, below, above], [3, 1, 1, 1]);
  assertEquals(orderSums(totals, worth, order, true).orders, 2);
});

Deno.test("sumOf, sumOfProducts, sumOnce: what can be read, to the millionth", () => {
  assertEquals(sumOf(numbers(.1, .2, NaN)), .3);
  assertEquals(sumOfProducts(numbers(2, 3), numbers(.1, NaN)), .2);
  assertEquals(sumOnce(numbers(5, 5, 7, 7), texts("1", "1", "", "")), 19);
});

Deno.test("areSmallWhole, multiples: numbers of pieces, and totals of several", () => {
  assertEquals([areSmallWhole(numbers(1, 2, 12)), areSmallWhole(numbers(1, 2.5))], [true, false]);
  assertEquals(multiples(numbers(2, 2, 2), numbers(4, 6, 5)), 2 / 3);
});
