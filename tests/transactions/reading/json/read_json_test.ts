import { InputError } from "../../../../src/frames/errors.ts";
import { readJson } from "../../../../src/transactions/reading/json/read_json.ts";
import { assertEquals, assertMatch, assertThrows } from "@std/assert";
import { textsIn } from "../rows/tables.ts";

const read = (text: string) => readJson(new TextEncoder().encode(text), "shop.json");

Deno.test("readJson: a list of objects, numbers with all their digits", () => {
  const { table, lines } = read(
    '[{"id": 12345678901234567890, "price": 1.50}, {"id": null, "x": true}]',
  );
  assertEquals(table.header, ["id", "price", "x"]);
  assertEquals(textsIn(table, "id"), ["12345678901234567890", ""]);
  assertEquals([textsIn(table, "price"), textsIn(table, "x")], [["1.50", ""], ["", "TRUE"]]);
  assertEquals([...lines], [1, 2]);
});

Deno.test("readJson: the only list in an object, and one object per line", () => {
  assertEquals(textsIn(read('{"page": 1, "data": [{"a": "x"}]}').table, "a"), ["x"]);
  const { table, lines } = read('\ufeff{"a": "x"}\r\n\r\n{"a": "y"}\r\n');
  assertEquals([textsIn(table, "a"), [...lines]], [["x", "y"], [1, 3]]);
});

Deno.test("readJson: an order's fields stand on each of its items", () => {
  const { table, notes } = read(JSON.stringify([
    {
      id: 1,
      total: 30,
      customer: { id: 7, email: "a@b.c" },
      line_items: [{ id: 11, sku: "T", price: 10, quantity: 1 }, {
        id: 12,
        sku: "M",
        price: 10,
        quantity: 2,
      }],
    },
    { id: 2, total: 0, customer: { id: 8 }, line_items: [] },
  ]));
  assertEquals(textsIn(table, "order_id"), ["1", "1", "2"]);
  assertEquals(textsIn(table, "order_total"), ["30", "30", "0"]);
  assertEquals(textsIn(table, "customer.id"), ["7", "7", "8"]);
  assertEquals(textsIn(table, "item_id"), ["11", "12", ""]);
  assertEquals(textsIn(table, "sku"), ["T", "M", ""]);
  assertMatch(notes[0].sentence, /3 items in "line_items" of 2 orders/);
});

Deno.test("readJson: other JSON is refused by what it is, and damage by its line", () => {
  const refused = (text: string) => assertThrows(() => read(text), InputError).message;
  assertMatch(refused('{"a": {"0": 1}, "b": {"0": 2}}'), /an object with "a", "b"/);
  assertMatch(refused('{"a": [{"x": 1}], "b": [{"y": 1}]}'), /holds 2 lists/);
  assertMatch(refused("[[1, 2], [3, 4]]"), /entry 1 of its list is no object \(\["1","2"\]\)/);
  assertMatch(refused("[]"), /empty JSON list/);
  assertMatch(refused('{"a": 1}\n{"a": 2'), /shop\.json, line 2: this is no valid JSON \(\{"a": 2/);
  assertMatch(
    refused('[{"items": [{"a": 1}], "lines": [{"b": 1}]}]'),
    /several lists in each object \("items", "lines"\)/,
  );
});
