import { InputError } from "../../../../src/frames/errors.ts";
import {
  isObject,
  jsonRecords,
  type JsonValue,
} from "../../../../src/transactions/reading/json/json_records.ts";
import { assertEquals, assertThrows } from "@std/assert";

const records = (text: string) => jsonRecords(text, "shop.json");

Deno.test("jsonRecords: numbers stay the texts that stand in the file", () => {
  assertEquals(records('[{"id": 12345678901234567890, "price": 1.50, "is": true, "no": null}]'), [
    { object: { id: "12345678901234567890", price: "1.50", is: true, no: null }, line: 1 },
  ]);
});

Deno.test("jsonRecords: entries of a list are numbered, JSON lines have their line", () => {
  const lines = (text: string) => records(text).map(({ line }) => line);
  assertEquals(lines('[\n\n{"a": "x"},\n{"a": "y"}]'), [1, 2]);
  assertEquals(lines('{"a": "x"}\n\n{"a": "y"}\n'), [1, 3]);
});

Deno.test("jsonRecords: the only list in an object, but one order with its items is a record", () => {
  assertEquals(records('{"page": 1, "orders": [{"a": "x"}]}').map(({ object }) => object), [
    { a: "x" },
  ]);
  const [order, ...others] = records(
    '{"id": 7, "customer": "K1", "date": "2024-05-01", "items": [{"sku": "MUG"}]}',
  );
  assertEquals([Object.keys(order.object), others], [["id", "customer", "date", "items"], []]);
});

Deno.test("jsonRecords: what is no object is refused with its line", () => {
  assertThrows(
    () => records('{"a": "x"}\n[1]\n'),
    InputError,
    "shop.json, line 2: JSON lines hold one object each, not [1].",
  );
  assertThrows(() => records('[{"a": 1}, 5]'), InputError, "entry 2 of its list is no object");
});

Deno.test("isObject: neither lists nor null nor texts", () => {
  const values: JsonValue[] = [{}, { a: "x" }, [], null, "a", true];
  assertEquals(values.map(isObject), [true, true, false, false, false, false]);
});
