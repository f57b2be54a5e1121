import { InputError } from "../../../../src/frames/errors.ts";
import { flatRecords } from "../../../../src/transactions/reading/json/flat_records.ts";
import type { JsonObject } from "../../../../src/transactions/reading/json/json_records.ts";
import { assertEquals, assertThrows } from "@std/assert";

function flat(...objects: readonly JsonObject[]) {
  const records = objects.map((object, i) => ({ object, line: i + 1 }));
  const { rows, lines, notes } = flatRecords(records, "shop.json");
  return { rows: rows.map((row) => Object.fromEntries(row)), lines: [...lines], notes };
}

Deno.test("flatRecords: an object within becomes columns, one level deep", () => {
  const { rows, notes } = flat({ id: "1", customer: { id: "K1", address: { city: "Ulm" } } });
  assertEquals(rows, [{ id: "1", "customer.id": "K1", "customer.address": '{"city":"Ulm"}' }]);
  assertEquals(notes, []);
});

Deno.test("flatRecords: truth, nothing and lists of texts as a table writes them", () => {
  assertEquals(flat({ paid: true, open: false, note: null, tags: ["new", "red"] }).rows, [
    { paid: "TRUE", open: "FALSE", note: "", tags: "new, red" },
  ]);
});

Deno.test("flatRecords: each item is a row with its order's fields, an order without items one", () => {
  const { rows, lines, notes } = flat(
    { id: "1", date: "2024-05-01", items: [{ id: "a", sku: "MUG" }, { id: "b", sku: "TEA" }] },
    { id: "2", date: "2024-05-02", items: [] },
  );
  assertEquals(rows, [
    { order_id: "1", date: "2024-05-01", item_id: "a", sku: "MUG" },
    { order_id: "1", date: "2024-05-01", item_id: "b", sku: "TEA" },
    { order_id: "2", date: "2024-05-02" },
  ]);
  assertEquals(lines, [1, 1, 2]);
  assertEquals(notes.map(({ rows }) => rows), [3]);
});

Deno.test("flatRecords: an order's total and price are named as the order's", () => {
  const [row] = flat({ total: "30", price: "9", note: "x", items: [{ total: "10", note: "y" }] })
    .rows;
  assertEquals(row, {
    order_total: "30",
    order_price: "9",
    order_note: "x",
    total: "10",
    note: "y",
  });
});

Deno.test("flatRecords: a list whose name says items goes before other lists", () => {
  const { rows } = flat({ refunds: [{ amount: "1" }], line_items: [{ sku: "MUG" }] });
  assertEquals(rows.map(({ sku }) => sku), ["MUG"]);
  assertThrows(
    () => flat({ refunds: [{ amount: "1" }], payments: [{ amount: "2" }] }),
    InputError,
    'several lists in each object ("refunds", "payments")',
  );
});
