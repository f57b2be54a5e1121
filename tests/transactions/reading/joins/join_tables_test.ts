import fc from "fast-check";
import { InputError } from "../../../../src/frames/errors.ts";
import { joinTables } from "../../../../src/transactions/reading/joins/join_tables.ts";
import type { SourceTable } from "../../../../src/transactions/reading/source_table.ts";
import { assertEquals, assertMatch, assertThrows } from "@std/assert";
import { sourceTable, textsIn } from "../rows/tables.ts";

const ORDERS = sourceTable(
  "orders.csv",
  "order_id,date,customer_id,total",
  "1,d1,7,23",
  "2,d2,8,12.50",
);
const LINES = sourceTable(
  "lines.csv",
  "id,order_id,sku,quantity,price",
  "1,1,T,2,5",
  "2,1,M,1,10",
  "3,2,M,1,12.50",
);
const CUSTOMERS = sourceTable(
  "customers.csv",
  "id,email,country,created_at",
  "7,a@b.c,DE,x",
  "8,b@b.c,FR,y",
);
const PRODUCTS = sourceTable("products.csv", "sku,name,price", "T,Tea,6", "M,Mug,13");

const joined = (tables: readonly SourceTable[], wanted?: readonly string[], complete = [ORDERS]) =>
  joinTables(tables.map((table) => ({ table, isComplete: complete.includes(table) })), wanted)
    .tables;
const refused = (...args: Parameters<typeof joined>) =>
  assertThrows(() => joined(...args), InputError).message;

Deno.test("joinTables: an order's fields come to its lines, its total as the order's", () => {
  const [{ place, table: { table, notes }, choices }, ...others] = joined([ORDERS, LINES]);
  assertEquals([place, others.length, table.height], [1, 0, 3]);
  assertEquals(textsIn(table, "date"), ["d1", "d1", "d2"]);
  assertEquals([textsIn(table, "order_total"), choices.order_total], [
    ["23", "23", "12.50"],
    "order_total",
  ]);
  assertEquals(
    notes?.at(-1)?.sentence,
    "Joined lines.csv with orders.csv on order_id (3 lines, each with an order).",
  );
});

Deno.test("joinTables: customers and products come along, their own dates and prices under other names", () => {
  const [{ table: { table }, choices }] = joined([CUSTOMERS, LINES, PRODUCTS, ORDERS]);
  assertEquals(textsIn(table, "country"), ["DE", "DE", "FR"]);
  assertEquals(textsIn(table, "customer_created_at"), ["x", "x", "y"]);
  assertEquals([textsIn(table, "price"), textsIn(table, "product_price")], [["5", "10", "12.50"], [
    "6",
    "13",
    "13",
  ]]);
  assertEquals([choices.description, textsIn(table, "name")], ["name", ["Tea", "Mug", "Mug"]]);
});

Deno.test("joinTables: lines without a partner stay and are counted, orders without lines are said", () => {
  const many = Array.from({ length: 40 }, (_, i) => `${i + 1},${i === 0 ? 99 : 1},M,1,10`);
  const lines = sourceTable("lines.csv", "id,order_id,sku,quantity,price", ...many);
  const [{ table: { table, notes } }] = joined([lines, ORDERS]);
  assertEquals([table.height, textsIn(table, "date")[0]], [40, ""]);
  assertMatch(
    notes!.at(-1)!.sentence,
    /\(40 lines, 1 without an order\); 1 order without lines is left out\.$/,
  );
});

Deno.test("joinTables: what covers too little, or is not clear, is asked about", () => {
  const far = sourceTable(
    "lines.csv",
    "order_id,sku,quantity,price",
    "1,T,2,5",
    "8,M,1,10",
    "9,M,1,10",
  );
  assertMatch(refused([far, ORDERS]), /only 33\.3\s% of the rows of lines\.csv.*--join "order_id"/);
  assertEquals(joined([far, ORDERS], ["order_id"])[0].table.table.height, 3);
  const other = sourceTable(
    "orders.csv",
    "order_id,order_no,date,customer_id",
    "1,2,d1,7",
    "2,1,d2,8",
  );
  const both = sourceTable(
    "lines.csv",
    "order_id,order_no,sku,quantity,price",
    "1,1,T,2,5",
    "2,2,M,1,10",
  );
  assertMatch(refused([both, other], [], []), /share "order_id" and "order_no".*--join "order_id"/);
  const payments = sourceTable(
    "payments.csv",
    "order_id,kind,value",
    "1,card,20",
    "1,voucher,3",
    "2,card,12.50",
  );
  assertMatch(
    refused([LINES, payments, ORDERS]),
    /lines\.csv and payments\.csv both hold rows of the orders/,
  );
});

Deno.test("joinTables: tables that are complete, and parts of one table, are left alone", () => {
  const more = sourceTable("more.csv", "order_id,date,customer_id,total", "3,d3,7,1");
  assertEquals(joined([ORDERS, more], [], [ORDERS, more]).map(({ table }) => table), [
    ORDERS,
    more,
  ]);
  const parts = ["a.csv", "b.csv"].map((name) => ({ ...LINES, source: name }));
  assertEquals(joined([...parts, ORDERS]).map(({ table }) => table.source), ["a.csv", "b.csv"]);
});

Deno.test("joinTables: every line gets the fields of its order, however the files are ordered", () => {
  const orders = fc.uniqueArray(fc.nat(500), { minLength: 2, maxLength: 40 });
  fc.assert(
    fc.property(
      orders,
      fc.array(fc.nat(), { minLength: 1, maxLength: 80 }),
      fc.boolean(),
      (ids, picks, isFirst) => {
        const one = sourceTable(
          "orders.csv",
          "order_id,date,customer_id",
          ...ids.map((id) => `${id},d${id},c${id % 7}`),
        );
        const picked = [...picks.map((pick) => ids[pick % ids.length]), ids[0], ids[0]];
        const many = sourceTable(
          "lines.csv",
          "order_id,sku,quantity,price",
          ...picked.map((id, i) => `${id},s${i},1,1`),
        );
        const [{ table: { table } }] = joined(isFirst ? [one, many] : [many, one], [], []);
        assertEquals(textsIn(table, "date"), picked.map((id) => `d${id}`));
        assertEquals(textsIn(table, "sku"), picked.map((_, i) => `s${i}`));
      },
    ),
    { seed: 16, numRuns: 300 },
  );
});
