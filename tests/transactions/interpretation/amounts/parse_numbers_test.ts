import {
  dashOf,
  isAccounting,
  markOf,
  plainNumbers,
} from "../../../../src/transactions/interpretation/amounts/parse_numbers.ts";
import { assertEquals } from "@std/assert";

type Options = Parameters<typeof plainNumbers>[1];

function parseNumbers(texts: readonly string[], options?: Options): number[] {
  return plainNumbers(texts, options).map((text) => text === "" ? NaN : Number(text));
}

Deno.test("plainNumbers: every number keeps all its digits, as programming languages write it", () => {
  assertEquals(plainNumbers(["1.234,50", "€ 3,2", "lamp"]), ["1234.50", "3.2", ""]);
  assertEquals(plainNumbers(["1,234.50", "-7", "1e400"]), ["1234.50", "-7", ""]);
});

Deno.test("parseNumbers: signs, parentheses, currencies and separators of every kind", () => {
  const texts: Record<string, number> = {
    "($123.40)": -123.4,
    "$(5.00)": -5,
    "-$5": -5,
    "$-5": -5,
    "'-70": -70,
    "75.63-": -75.63,
    "\u221270": -70,
    "\u20133": -3,
    "+5": 5,
    "120.00 EUR": 120,
    "USD 80.00": 80,
    "R$ 12.00": 12,
    "5 kr.": 5,
    "3\u00a0z\u0142": 3,
    "CHF 120.\u2013": 120,
    "1'234.50": 1234.5,
    "1\u2019234.50": 1234.5,
    "1\u202f234.50": 1234.5,
    "1,23,456.78": 123_456.78,
    "Rs.500": 500,
    '="12.50"': 12.5,
  };
  assertEquals(
    Object.fromEntries(
      Object.keys(texts).map((text, i, all) => [
        text,
        parseNumbers(all)[i],
      ]),
    ),
    texts,
  );
});

Deno.test("parseNumbers: what is no number is NaN, not a part of it", () => {
  const texts = [
    "12%",
    "One",
    "2 3.5",
    "1.2.3.4",
    "13.03.21",
    "5 lamps",
    "--5",
    "($-5)",
    "0x10",
    "-",
  ];
  assertEquals([...parseNumbers([...texts, "2.5"])], [...texts.map(() => NaN), 2.5]);
});

Deno.test("markOf: what one text proves", () => {
  assertEquals(
    ["1.5", "1,5", "1.234", "1,234", "0.123", "1.234,5", "1.234.567", "1,23,456", "7", "1.2.3"].map(
      markOf,
    ),
    [
      "point",
      "comma",
      "either",
      "either",
      "point",
      "comma",
      "comma",
      "point",
      undefined,
      undefined,
    ],
  );
});

Deno.test("dashOf, isAccounting: dashes in place of numbers, and columns in which they are zero", () => {
  assertEquals(["$-", "- \u20ac", "-", "\u2013", "-5", "x-"].map(dashOf), [
    "currency",
    "currency",
    "alone",
    "alone",
    undefined,
    undefined,
  ]);
  assertEquals(["(5)", "$5", "-5", "5", "", "x"].map(isAccounting), [
    ...[true, true, false, false, false, false],
  ]);
});
