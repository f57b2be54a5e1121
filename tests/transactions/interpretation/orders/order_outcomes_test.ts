import { InputError } from "../../../../src/frames/errors.ts";
import { netOf, reasonsOf, shopOf } from "../../shop_of.ts";
import { assertEquals, assertMatch, assertThrows } from "@std/assert";

const HEADER = "order_id,order_date,customer_id,product,quantity,price";
const line = (id: number, more: string) => `${id},2024-05-${10 + id},K${id},P${id},1,10.00,${more}`;

Deno.test("orderOutcomes: each reason is a rule that can be switched off", () => {
  const csv = [
    `${HEADER},Order status`,
    ...["Completed", "cancelled", "FAILED", "on-hold", "wc-processing"].map((word, i) =>
      line(i, word)
    ),
  ];
  const shop = shopOf(csv);
  assertEquals(netOf(shop), 20);
  assertEquals(reasonsOf(shop), {
    order_failed: [1, 10],
    order_cancelled: [1, 10],
    order_unpaid: [1, 10],
  });
  assertEquals(netOf(shopOf(csv, { without: ["order_unpaid"] })), 30);
  assertMatch(
    shop.notes[0].sentence,
    /"Order status" says "Completed" \(1 line, 10\.00\): sold; .*"on-hold" \(1 line, 10\.00\): no sale yet/,
  );
});

Deno.test("orderOutcomes: an unknown word stops the run, and the answer is taken", () => {
  const csv = [
    `${HEADER},Order status`,
    line(1, "Completed"),
    line(2, "Teleported"),
    line(3, "Odd"),
  ];
  const { message } = assertThrows(() => shopOf(csv), InputError);
  assertMatch(
    message,
    /column "Order status" says "Teleported" \(1 line, 10\.00\) and "Odd" .*beside "Completed": sold.*--status "Teleported=sale".*line 3/,
  );
  const statuses = { TELEPORTED: "sale", odd: "none" } as const;
  const shop = shopOf(csv, { statuses });
  assertEquals([netOf(shop), reasonsOf(shop)], [20, { not_a_sale: [1, 10] }]);
  assertEquals(netOf(shopOf(csv, { statuses: { ...statuses, odd: "refund" } })), 20);
});

Deno.test("orderOutcomes: an answer comes before what is known", () => {
  const csv = [`${HEADER},Order status`, line(1, "Completed"), line(2, "pending")];
  assertEquals(netOf(shopOf(csv, { statuses: { pending: "sale" } })), 20);
});

Deno.test("orderOutcomes: a column of other states decides nothing, and this is said", () => {
  const shop = shopOf([
    `${HEADER},Status,Type`,
    line(1, "gold,simple"),
    line(2, "silver,variable"),
  ]);
  assertEquals([netOf(shop), reasonsOf(shop)], [20, {}]);
  assertMatch(shop.notes[0].sentence, /the column "Type" tells no states of orders/);
  assertMatch(shop.notes[1].sentence, /the column "Status" tells no states .*"gold" and "silver"/);
});

Deno.test("orderOutcomes: what is said on an order's first line is true of all its lines", () => {
  const rows = [
    "1,2024-05-01,A,X,1,5.00,voided",
    "1,2024-05-01,A,Y,1,6.00,",
    "2,2024-05-02,B,X,1,5.00,paid",
  ];
  const shop = shopOf([`${HEADER},Financial Status`, ...rows]);
  assertEquals([netOf(shop), reasonsOf(shop)], [5, { order_cancelled: [2, 11] }]);
});

Deno.test("orderOutcomes: a line's state concerns that line only", () => {
  const rows = [
    "1,2024-05-01,A,X,1,5.00,shipped",
    "1,2024-05-01,A,Y,1,6.00,cancelled",
    "1,2024-05-01,A,Z,1,7.00,",
  ];
  assertEquals(netOf(shopOf([`${HEADER},item-status`, ...rows])), 12);
});

Deno.test("orderOutcomes: a payment's own column comes before the order's that waits", () => {
  const csv = [
    `${HEADER},Order status,Payment status`,
    line(1, "pending,paid"),
    line(2, "delivered,pending"),
    line(3, "completed,failed"),
  ];
  const shop = shopOf(csv);
  assertEquals([netOf(shop), reasonsOf(shop)], [10, {
    order_failed: [1, 10],
    order_unpaid: [1, 10],
  }]);
});

Deno.test("orderOutcomes: dates of cancellation and reasons of failure, where no state says more", () => {
  const csv = [
    `${HEADER},Cancelled at,Decline Reason`,
    line(1, ",null"),
    line(2, "2024-06-01,"),
    line(3, ",insufficient_funds"),
    line(4, "0000-00-00 00:00:00,"),
  ];
  const shop = shopOf(csv);
  assertEquals([netOf(shop), reasonsOf(shop)], [20, {
    order_failed: [1, 10],
    order_cancelled: [1, 10],
  }]);
});

Deno.test("orderOutcomes: movements of money are no sales, refunds are returns whatever their sign", () => {
  const csv = [
    "transaction_id,date,customer,amount,type",
    "1,2024-05-01,A,50.00,charge",
    "2,2024-05-02,A,-20.00,refund",
    "3,2024-05-03,B,30.00,charge",
    "4,2024-05-04,B,5.00,refund",
    "5,2024-05-05,A,-57.00,payout",
    "6,2024-05-05,A,1.20,fee",
  ];
  const shop = shopOf(csv);
  assertEquals(reasonsOf(shop), { not_a_sale: [2, -55.8], cancellation: [2, -25] });
  assertEquals(shop.audit.revenue_kept, 80);
});

Deno.test("refuseUnseenStatuses: a word that is not there is no answer", () => {
  const csv = [`${HEADER},Order status`, line(1, "Completed"), line(2, "pending")];
  const { message } = assertThrows(() => shopOf(csv, { statuses: { pendng: "sale" } }), InputError);
  assertMatch(message, /No column of states says "pendng"/);
});

Deno.test("cleanTransactions: where no order is paid, the sentence names the rule to switch off", () => {
  const csv = [`${HEADER},Order status`, line(1, "pending"), line(2, "Pending")];
  const { message } = assertThrows(() => shopOf(csv), InputError);
  assertMatch(message, /2 are rejected as order_unpaid \(--without order_unpaid keeps them\)/);
});
