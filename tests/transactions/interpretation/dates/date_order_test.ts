import { assertEquals, assertThrows } from "@std/assert";
import { InputError } from "../../../../src/frames/errors.ts";
import { writtenDay } from "../../../../src/transactions/interpretation/dates/date_forms.ts";
import {
  type DateOrder,
  provenOrder,
} from "../../../../src/transactions/interpretation/dates/date_order.ts";

const proven = (...texts: string[]) =>
  provenOrder(texts.map(writtenDay), (position) => `"${texts[position]}"`, "shop.csv");

Deno.test("provenOrder: one text can prove the order", () => {
  const cases: [string[], DateOrder][] = [
    [["1/2/2024", "13/2/2024"], "day-first"],
    [["1/2/2024", "2/13/2024"], "month-first"],
    [["01/02/03", "01/13/24"], "month-first"],
    [["01.02.03", "99.02.03"], "year-first"],
    [["1.2.03", "13.2.03"], "day-first"],
    [["24/1/5"], "year-first"],
  ];
  for (const [texts, order] of cases) assertEquals(proven(...texts)?.order, order, texts.join());
  assertEquals(proven("2024-01-05", "lamp"), undefined);
});

Deno.test("provenOrder: years follow one another, days do not", () => {
  assertEquals(proven("13.03.21", "14.03.21", "02.04.21")?.order, "day-first");
  assertEquals(proven("21.03.13", "21.03.14", "21.04.02")?.order, "year-first");
  const days = [1, 4, 6, 8, 9, 12, 15, 20].map((day) => `${day}`.padStart(2, "0"));
  assertEquals(proven(...days.map((day) => `${day}.07.22`), "02.01.23")?.order, "day-first");
  // On the first of every month of three years: both ends could be years.
  const firsts = ["21.01.01", "22.05.01", "23.07.01"];
  assertThrows(() => proven(...firsts), InputError, "day-first or year-first");
});

Deno.test("provenOrder: what is open is asked, what contradicts itself is refused", () => {
  assertThrows(() => proven("01.02.03"), InputError, "day-first, month-first or year-first");
  assertThrows(() => proven("1/2/2024"), InputError, "day-first or month-first");
  assertThrows(
    () => proven("13/1/2010", "1/13/2010"),
    InputError,
    'mixes day-first ("13/1/2010") and month-first ("1/13/2010") dates',
  );
  // What is no date in any order proves nothing.
  assertEquals(proven("13/13/2010", "1/13/2010")?.order, "month-first");
});
