import { assertEquals } from "@std/assert";
import { ownNumbers } from "../../../../src/frames/coded.ts";
import {
  amountsOfOrders,
  discountsOf,
  isOfLines,
} from "../../../../src/transactions/interpretation/orders/discount_columns.ts";
import { orderKeys } from "../../../../src/transactions/interpretation/orders/order_keys.ts";
import { encodeTexts } from "../../../../src/frames/coded.ts";
import { transactionLines } from "../../../../src/transactions/mapping/transaction_lines.ts";
import { tableOf } from "../../../../src/transactions/reading/text_table.ts";

const orders = orderKeys({ codes: Int32Array.of(0, 0, 1), values: ["1", "2"] });
const column = (...amounts: number[]) => ({
  codes: Int32Array.from(amounts.keys()),
  millionths: Float64Array.from(amounts),
});

Deno.test("isOfLines: two amounts above 0 within an order", () => {
  assertEquals(isOfLines(column(3, 5, 1), orders), true);
  assertEquals(isOfLines(column(3, 3, 1), orders), false);
  assertEquals(isOfLines(column(3, 0, 1), orders), false);
});

Deno.test("amountsOfOrders: an order's amount once, amounts of lines added", () => {
  assertEquals([...amountsOfOrders(column(3, 3, 1), orders)], [3, 1]);
  assertEquals([...amountsOfOrders(column(NaN, 3, NaN), orders)], [3, NaN]);
  assertEquals([...amountsOfOrders(column(3, 5, 1), orders)], [8, 1]);
});

Deno.test("discountsOf: amounts of orders, and rates of what lines are worth", () => {
  const found = (name: string, ...texts: string[]) => {
    const header = ["order_id", "date", "customer_id", "amount", name];
    const rows = texts.map((text, i) => [i < 2 ? "1" : "2", "2024-05-01", "A", "10", text]);
    const table = tableOf(header, header.map((_, i) => encodeTexts(rows.map((row) => row[i]))));
    const { tables: [lines] } = transactionLines(table, "shop.csv");
    const worth = ownNumbers(Float64Array.of(10e6, 20e6, 40e6));
    return discountsOf(lines, orders, worth, {}, []).map(({ isRate, ofLine, ofOrder, all }) => ({
      isRate,
      ofLine: [...ofLine],
      ofOrder: [...ofOrder],
      all: [...all],
    }));
  };
  assertEquals(found("Discount", "3", "3", "0"), [
    { isRate: false, ofLine: [0, 0, 0], ofOrder: [3e6, 0], all: [3e6, 0] },
  ]);
  assertEquals(found("Discount", "10%", "0%", "25%"), [
    { isRate: true, ofLine: [1e6, 0, 10e6], ofOrder: [0, 0], all: [1e6, 10e6] },
  ]);
  assertEquals(found("Discount", "0", "", "0"), []);
});
