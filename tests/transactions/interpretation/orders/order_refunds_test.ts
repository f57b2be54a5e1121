import { InputError } from "../../../../src/frames/errors.ts";
import { netOf, netOfInvoices, reasonsOf, shopOf } from "../../shop_of.ts";
import { assertEquals, assertMatch, assertThrows } from "@std/assert";

const HEADER = "order_id,order_date,customer_id,product,quantity,price";

Deno.test("orderRefunds: the word alone returns the whole order, which stays a purchase", () => {
  const shop = shopOf([
    `${HEADER},Payment status`,
    "1,2024-05-01,A,X,2,10.00,refunded",
    "1,2024-05-01,A,Y,1,5.00,refunded",
    "2,2024-05-02,B,X,1,10.00,paid",
  ]);
  assertEquals([netOf(shop), shop.audit.customers, shop.audit.rows_kept], [10, 2, 3]);
  assertEquals(shop.audit.returns.returned_revenue, 25);
  assertEquals(shop.audit.rows_read, 3);
  assertEquals(shop.returns.getColumn("revenue").toArray(), [-20, -5]);
  assertEquals(shop.returns.getColumn("quantity").toArray(), [-2, -1]);
  assertEquals(shop.transactions.getColumn("returned_quantity").toArray(), [2, 1, 0]);
});

Deno.test("orderRefunds: an amount of at least the total takes the goods back, any other is as written", () => {
  const shop = shopOf([
    `${HEADER},Financial status,Refunded amount,Order total`,
    "1,2024-05-01,A,X,2,10.00,refunded,24.90,24.90",
    "1,2024-05-01,A,Y,0.5,0.00,,,",
    "2,2024-05-02,B,X,1,10.00,partially_refunded,4.00,14.90",
    "3,2024-05-03,C,X,1,10.00,partially_refunded,12.00,14.90",
    "4,2024-05-04,D,X,1,10.00,paid,0.00,14.90",
  ]);
  assertEquals([...netOfInvoices(shop)], [["1", 0], ["2", 6e6], ["3", -2e6], ["4", 10e6]]);
  const said = shop.notes.map(({ sentence }) => sentence).join("\n");
  assertMatch(said, /36\.00 went back for 3 orders \(1 in full\)/);
});

Deno.test("orderRefunds: an amount on each line is of that line, a repeated one of the order", () => {
  const rows = (...amounts: string[]) =>
    amounts.map((amount, i) => `1,2024-05-01,A,P${i},1,10.00,${amount}`);
  const other = "2,2024-05-02,B,X,1,10.00,0";
  assertEquals(netOf(shopOf([`${HEADER},Refund amount`, ...rows("3", "5"), other])), 22);
  assertEquals(netOf(shopOf([`${HEADER},Refund amount`, ...rows("3", "3"), other])), 27);
  assertEquals(netOf(shopOf([`${HEADER},Refund amount`, ...rows("3", ""), other])), 27);
  assertEquals(netOf(shopOf([`${HEADER},Refund amount`, ...rows("-3", "0"), other])), 27);
});

Deno.test("orderRefunds: an order that was cancelled is not returned, too", () => {
  const shop = shopOf([
    `${HEADER},Order status,Refunded`,
    "1,2024-05-01,A,X,2,10.00,cancelled,20.00",
    "2,2024-05-02,B,X,1,10.00,completed,0",
  ]);
  assertEquals([netOf(shop), reasonsOf(shop)], [10, { order_cancelled: [1, 20] }]);
  assertEquals(shop.returns.height, 0);
});

Deno.test("orderRefunds: a part without an amount is asked about", () => {
  const csv = [
    `${HEADER},Payment status`,
    "1,2024-05-01,A,X,2,10.00,partially refunded",
    "2,2024-05-02,B,X,1,10.00,paid",
  ];
  const { message } = assertThrows(() => shopOf(csv), InputError);
  assertMatch(message, /"partially refunded" on 1 line \(first: line 2\).*--map refunded_amount/);
  const statuses = { "partially refunded": "sale" } as const;
  assertEquals(netOf(shopOf(csv, { statuses })), 30);
});

Deno.test("orderRefunds: refunds that are lines of the file are not taken twice", () => {
  const shop = shopOf([
    "order_id,date,customer,amount,status",
    "1,2024-05-01,A,20.00,refunded",
    "1,2024-05-03,A,-20.00,refunded",
    "2,2024-05-02,B,10.00,paid",
  ]);
  assertEquals([netOf(shop), shop.audit.returns.returned_revenue], [10, 20]);
});

Deno.test("orderRefunds: a column that says yes and no tells which lines came back whole", () => {
  for (const [yes, no] of [["true", "false"], ["1", "0"], ["Ja", "Nein"]]) {
    const shop = shopOf([
      `${HEADER},Refunded`,
      `1,2024-05-01,A,X,2,10.00,${yes}`,
      `2,2024-05-02,B,X,1,10.00,${no}`,
    ]);
    assertEquals([netOf(shop), shop.audit.returns.returned_revenue], [10, 20]);
  }
  const amounts = [
    `${HEADER},Refunded amount`,
    "1,2024-05-01,A,X,2,10.00,1",
    "2,2024-05-02,B,X,1,9,0",
  ];
  assertEquals(netOf(shopOf(amounts)), 28);
});

Deno.test("orderRefunds: what is no amount is refused with its line", () => {
  const csv = [
    `${HEADER},Refunded amount`,
    "1,2024-05-01,A,X,2,10.00,all",
    "2,2024-05-02,B,X,1,9,1",
  ];
  assertMatch(assertThrows(() => shopOf(csv), InputError).message, /line 2: "all" .* is no amount/);
});
