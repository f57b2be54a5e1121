import { mapColumns } from "../../map_columns.ts";
import { splitItems } from "../../../../src/transactions/reading/items/split_items.ts";
import { assertEquals, assertMatch } from "@std/assert";
import { encodeTexts } from "../../../../src/frames/coded.ts";
import { tableOf } from "../../../../src/transactions/reading/text_table.ts";
import { sourceTable, textsIn } from "../rows/tables.ts";

const split = (...lines: string[]) => {
  const source = sourceTable("shop.csv", ...lines);
  return splitItems(source, mapColumns(source.table.header, "shop.csv"));
};

Deno.test("splitItems: a line per item, the money shared by pieces, exact in cents", () => {
  const { table: { table, lines, notes }, choices } = split(
    "Order ID,Date,Customer,Items,Total",
    ...[
      "1,2023-01-05,A,2x Mug; 1x Tea,10.00",
      "2,2023-01-06,B,1x Tea,2.50",
      "3,2023-01-07,A,1x Tea; 1x Mug,5.01",
    ],
  )!;
  assertEquals(textsIn(table, "Items"), ["Mug", "Tea", "Tea", "Tea", "Mug"]);
  assertEquals(textsIn(table, "Total"), ["6.67", "3.33", "2.50", "2.51", "2.50"]);
  assertEquals(textsIn(table, "(pieces)"), ["2", "1", "1", "1", "1"]);
  assertEquals([...lines], [2, 2, 3, 4, 4]);
  assertEquals(choices, {
    line_total: "Total",
    quantity: "(pieces)",
    product_id: "Items",
    description: "Items",
  });
  assertMatch(notes![0].sentence, /split the items in "Items" of 3 orders into 5 lines; the money/);
});

Deno.test("splitItems: a decimal comma stays one", () => {
  const column = (...texts: string[]) => encodeTexts(texts);
  const table = tableOf(["Order ID", "Date", "Customer", "Artikel", "Total"], [
    column("1", "2", "3"),
    column("2023-01-05", "2023-01-06", "2023-01-07"),
    column("A", "B", "A"),
    column("Mug, Tea", "Tea", "Tea, Mug"),
    column("1.021,40 €", "12,50 €", "5,00 €"),
  ]);
  const source = { source: "a.csv", table, lines: Int32Array.of(2, 3, 4), ragged: [] };
  const found = splitItems(source, mapColumns(table.header, "a.csv"))!;
  assertEquals(textsIn(found.table.table, "Total"), [
    "510,70 €",
    "510,70 €",
    "12,50 €",
    "2,50 €",
    "2,50 €",
  ]);
});

Deno.test("splitItems: lines of orders, and a quantity that is no number of items, are left alone", () => {
  const rows = [
    "1,2023-01-05,A,Mug; Tea,2,1",
    "1,2023-01-05,A,Tea,1,1",
    "2,2023-01-06,B,Tea; Mug,2,1",
  ];
  assertEquals(split("Order ID,Date,Customer,Product,Quantity,Price", ...rows), undefined);
  const other = [
    "1,2023-01-05,A,Mug; Tea,5,1",
    "2,2023-01-05,A,Tea,1,1",
    "3,2023-01-06,B,Tea; Mug,2,1",
  ];
  assertEquals(split("Order ID,Date,Customer,Product,Quantity,Price", ...other), undefined);
});
