import { assertEquals, assertMatch, assertThrows } from "@std/assert";
import { encodeTexts } from "../../../../src/frames/coded.ts";
import { InputError } from "../../../../src/frames/errors.ts";
import { Explanations } from "../../../../src/transactions/interpretation/amounts/explanations.ts";
import { orderKeys } from "../../../../src/transactions/interpretation/orders/order_keys.ts";
import { findColumns } from "../../../../src/transactions/mapping/find_columns.ts";
import { transactionLines } from "../../../../src/transactions/mapping/transaction_lines.ts";
import { tableOf } from "../../../../src/transactions/reading/text_table.ts";
import { netOf, shopOf } from "../../shop_of.ts";

/** Explanations of a small table, with its columns in numbers. */
function of(csv: readonly string[]) {
  const [header, ...rows] = csv.map((line) => line.split(","));
  const table = tableOf(header, header.map((_, i) => encodeTexts(rows.map((row) => row[i]))));
  const found = findColumns(header, "shop.csv");
  const { tables: [lines] } = transactionLines(table, "shop.csv", { found });
  const numbers = (name: string) => ({
    codes: Int32Array.from(rows.keys()),
    values: Float64Array.from(
      rows,
      (row) => row[header.indexOf(name)] === "" ? NaN : Number(row[header.indexOf(name)]),
    ),
  });
  const worth = numbers("worth").values.map((amount) => Math.round(1e6 * amount));
  const explanations = new Explanations(lines, orderKeys(lines.columns.invoice_id), () => [], {});
  return { explanations, numbers, worth };
}

const SHOP = [
  "order_id,date,customer_id,worth,Order total,Order discount,Shipping,Tax",
  "1,2024-05-01,A,20,35.90,1.00,4.90,2.00",
  "1,2024-05-01,A,10,,,,",
  "2,2024-05-02,B,10,14.90,0,4.90,0",
];

Deno.test("Explanations.ofOrders: the fewest columns that make lines the total", () => {
  const { explanations, numbers, worth } = of(SHOP);
  assertEquals(explanations.ofOrders(numbers("Order total"), worth), {
    discounts: ["Order discount"],
    charges: ["Shipping", "Tax"],
    agree: 2,
    all: 2,
    of: "order",
  });
  const other = of(SHOP.map((line) => line.replace("35.90", "39.90")));
  assertEquals(other.explanations.ofOrders(other.numbers("Order total"), other.worth), undefined);
});

Deno.test("Explanations.ofLines: line by line, or order by order", () => {
  const header = "order_id,date,customer_id,worth,paid,Line discount,Tax";
  const byLine = of([header, "1,2024-05-01,A,20,21.80,2,3.80", "1,2024-05-01,A,10,11.90,0,1.90"]);
  assertEquals(byLine.explanations.ofLines(byLine.numbers("paid"), byLine.worth), {
    discounts: ["Line discount"],
    charges: ["Tax"],
    agree: 2,
    all: 2,
    of: "line",
  });
  const byOrder = of([
    "order_id,date,customer_id,worth,paid,Order discount",
    ...["1,2024-05-01,A,20,18,3", "1,2024-05-01,A,10,9,", "2,2024-05-01,B,7,7,0"],
  ]);
  const why = byOrder.explanations.ofLines(byOrder.numbers("paid"), byOrder.worth);
  assertEquals([why?.discounts, why?.agree, why?.all], [["Order discount"], 2, 2]);
});

Deno.test("Explanations.discounted: less a line's own, and an order's once", () => {
  const { explanations, worth } = of(SHOP);
  assertEquals([...explanations.discounted(worth)], [19e6, 10e6, 10e6]);
});

Deno.test("Explanations.within: charges of an order's total, not those beside a subtotal", () => {
  const { explanations, numbers } = of(SHOP);
  const within = explanations.within(numbers("Order total"));
  assertEquals([within?.headers, within?.sum], [["Shipping", "Tax"], 11.8]);
  const taxed = of([
    "order_id,date,customer_id,worth,Order total,Subtotal,Shipping,Tax",
    ...["1,2024-05-01,A,10,14.90,10,4.90,1.60", "2,2024-05-01,B,7,7,7,0,1.12"],
  ]);
  assertEquals(taxed.explanations.within(taxed.numbers("Order total"))?.headers, ["Shipping"]);
  assertEquals(taxed.explanations.within(taxed.numbers("Subtotal")), undefined);
});

Deno.test("tableAmounts: what an order costs is shared without its shipping and tax, and it is said", () => {
  const shop = shopOf([
    "order_id,order_date,customer_id,product,quantity,Order total,Shipping,Tax",
    "1,2024-05-01,A,X,2,36.90,4.90,2.00",
    "1,2024-05-01,A,Y,1,36.90,4.90,2.00",
    "2,2024-05-02,B,X,1,14.90,4.90,0",
  ]);
  assertEquals(netOf(shop), 40);
  assertEquals(shop.transactions.getColumn("revenue").toArray(), [20, 10, 10]);
  const said = shop.notes.map(({ sentence }) => sentence).join("\n");
  assertMatch(
    said,
    /"Shipping" and "Tax" \(11\.80 in all\) are within "Order total".*40\.00 counts/,
  );
});

Deno.test("tableAmounts: a line's total with its tax is not what the goods cost", () => {
  const shop = shopOf([
    "order_id,order_date,customer_id,product,quantity,price,Item discount,Tax,Line total",
    "1,2024-05-01,A,X,2,10.00,2.00,3.80,21.80",
    "1,2024-05-01,A,Y,1,10.00,0,1.90,11.90",
    "2,2024-05-02,B,X,1,10.00,0,1.90,11.90",
  ]);
  assertEquals(netOf(shop), 38);
});

Deno.test("tableAmounts: an order's total on several lines of an order without a number is asked about", () => {
  const csv = [
    "order_date,customer_id,product,quantity,Order total",
    "2024-05-01,A,X,2,30.00",
    "2024-05-01,A,Y,1,30.00",
    "2024-05-02,B,X,1,10.00",
  ];
  const { message } = assertThrows(() => shopOf(csv), InputError);
  assertMatch(message, /"Order total" is what an order costs .*--map invoice_id="…"/);
  assertEquals(netOf(shopOf([csv[0], csv[1], csv[3]])), 40);
});
