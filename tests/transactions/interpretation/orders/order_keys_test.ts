import { encodeTexts } from "../../../../src/frames/coded.ts";
import {
  carriedInOrders,
  orderKeys,
} from "../../../../src/transactions/interpretation/orders/order_keys.ts";
import { assertEquals } from "@std/assert";

Deno.test("orderKeys: a line without an order number is an order of its own", () => {
  const { codes, count } = orderKeys(encodeTexts(["1", "", "2", "1", " ", ""]));
  assertEquals([[...codes], count], [[0, 1, 2, 0, 3, 4], 5]);
});

Deno.test("carriedInOrders: what the first line says is true of the silent ones", () => {
  const orders = orderKeys(encodeTexts(["1", "1", "2", "2", "3"]));
  const said = encodeTexts(["paid", "", "", "void", ""]);
  const codes = carriedInOrders(said, orders, (text) => text === "");
  assertEquals([...codes].map((code) => said.values[code]), ["paid", "paid", "void", "void", ""]);
});
