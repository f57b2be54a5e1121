import { InputError } from "../../../../src/frames/errors.ts";
import { netOf, shopOf } from "../../shop_of.ts";
import { assertEquals, assertMatch, assertThrows } from "@std/assert";

const HEADER = "order_id,order_date,customer_id,product,quantity,price";

Deno.test("orderDiscounts: an order's discount lowers its lines in proportion, once", () => {
  for (const again of ["", "1.00"]) {
    const shop = shopOf([
      `${HEADER},Order discount,Order total,Shipping,Tax`,
      "1,2024-05-01,A,X,2,10.00,1.00,35.90,4.90,2.00",
      `1,2024-05-01,A,Y,1,10.00,${again},${again && "35.90"},${again && "4.90"},${again && "2.00"}`,
      "2,2024-05-02,B,X,1,10.00,0,14.90,4.90,0",
    ]);
    const { transactions } = shop;
    const revenue = transactions.getColumn("revenue").toArray();
    assertEquals(revenue, [19.333333, 9.666667, 10]);
    assertMatch(
      shop.notes[0].sentence,
      /: 1\.00 on 2 lines \(the total of the order with a discount agrees/,
    );
  }
});

Deno.test("orderDiscounts: a total of the order equal to its lines has them already", () => {
  const shop = shopOf([
    `${HEADER},Order discount,Order total`,
    "1,2024-05-01,A,X,2,10.00,1.00,20.00",
    "2,2024-05-02,B,X,1,10.00,0,10.00",
  ]);
  assertEquals(netOf(shop), 30);
  assertMatch(shop.notes[0].sentence, /in the amounts already/);
});

Deno.test("orderDiscounts: a total below the lines proves them, where shipping is not told", () => {
  const rows = ["1,2024-05-01,A,X,2,10.00,9.00,16.00", "2,2024-05-02,B,X,1,10.00,0,14.90"];
  assertEquals(netOf(shopOf([`${HEADER},Order discount,Order total`, ...rows])), 21);
});

Deno.test("orderDiscounts: where nothing tells, it is asked and the answer is taken", () => {
  const csv = [`${HEADER},Rabatt`, "1,2024-05-01,A,X,2,10.00,3.00", "2,2024-05-02,B,X,1,10.00,0"];
  const { message } = assertThrows(() => shopOf(csv), InputError);
  assertMatch(message, /discounts of "Rabatt" \(3\.00 in all\): say --discounts subtract/);
  assertEquals(netOf(shopOf(csv, { discounts: "subtract" })), 27);
  assertEquals(netOf(shopOf(csv, { discounts: "included" })), 30);
});

Deno.test("orderDiscounts: prices that are the same with and without it do not contain it", () => {
  const shop = shopOf([
    `${HEADER},Rabatt`,
    ...["1,2024-05-01,A,X,2,10.00,3.00", "1,2024-05-01,A,Y,1,5.00,3.00"],
    ...["2,2024-05-02,B,X,1,10.00,0", "2,2024-05-02,B,Y,1,5.00,0", "3,2024-05-03,B,Y,1,5.00,1.00"],
  ]);
  assertEquals(netOf(shop), 41);
  assertMatch(shop.notes[0].sentence, /prices are the same with and without it on 3 of 3 lines/);
  const lower = [
    `${HEADER},Rabatt`,
    ...["1,2024-05-01,A,X,2,8.50,3.00", "1,2024-05-01,A,Y,1,4.00,3.00"],
    ...["2,2024-05-02,B,X,1,10.00,0", "2,2024-05-02,B,Y,1,5.00,0", "3,2024-05-03,B,Y,1,4.00,1.00"],
  ];
  assertThrows(() => shopOf(lower), InputError, "--discounts");
});

Deno.test("orderDiscounts: columns without any discount ask nothing", () => {
  const shop = shopOf([
    `${HEADER},Rabatt`,
    "1,2024-05-01,A,X,2,10.00,0.00",
    "2,2024-05-02,B,X,1,9,",
  ]);
  assertEquals([netOf(shop), shop.notes], [29, []]);
});

Deno.test("orderDiscounts: line totals that are quantity × price less the discount have it", () => {
  const columns = { line_total: "total" };
  const amount = shopOf([
    `${HEADER},Item discount,total`,
    "1,2024-05-01,A,X,2,10.00,3.00,17.00",
    "2,2024-05-02,B,X,1,10.00,0,10.00",
  ], { columns });
  assertEquals(netOf(amount), 27);
  assertMatch(amount.notes[0].sentence, /quantity × price less the discount is the total/);
});

Deno.test("orderDiscounts: a rate beside line totals is never taken off", () => {
  const shop = shopOf([
    "Order ID,Order Date,Customer ID,Product ID,Item Name,Sales,Quantity,Discount,Profit",
    "CA-1,2016-11-08,CG-1,P1,Chair,261.96,2,0,41.9",
    "CA-2,2016-06-12,DV-1,P2,Desk,957.57,5,0.45,-383",
    "CA-2,2016-06-12,DV-1,P3,Bin,22.36,2,0.2,2.5",
  ]);
  assertEquals(netOf(shop), 1241.89);
  assertMatch(shop.notes[0].sentence, /"Discount" are in the amounts already \(a rate beside/);
});

Deno.test("orderDiscounts: a rate with prices only is asked about, and taken off the line", () => {
  const csv = [`${HEADER},Discount`, "1,2024-05-01,A,X,2,10.00,25%", "2,2024-05-02,B,X,1,10.00,"];
  assertThrows(() => shopOf(csv), InputError, "--discounts");
  assertEquals(netOf(shopOf(csv, { discounts: "subtract" })), 25);
  const rates = [
    `${HEADER},Discount`,
    "1,2024-05-01,A,X,3,9.99,0.15",
    "2,2024-05-02,B,X,1,10.00,0",
  ];
  assertEquals(netOf(shopOf(rates, { discounts: "subtract" })), 35.4745);
  const named = [`${HEADER},Discount %`, "1,2024-05-01,A,X,2,10.00,15", "2,2024-05-02,B,X,1,10,0"];
  assertEquals(netOf(shopOf(named, { discounts: "subtract" })), 27);
});

Deno.test("orderDiscounts: two columns of which the totals prove one", () => {
  const shop = shopOf([
    `${HEADER},Lineitem discount,Discount amount,Order total,Shipping,Tax`,
    "1,2024-05-01,A,X,2,10.00,2.00,2.00,22.90,4.90,0",
    "2,2024-05-02,B,X,1,10.00,0,1.00,9.00,0,0",
  ]);
  assertEquals(netOf(shop), 27);
});

Deno.test("orderDiscounts: goods that a discount covers wholly are free, not negative", () => {
  const shop = shopOf([
    `${HEADER},Order discount`,
    "1,2024-05-01,A,X,1,10.00,15.00",
    "2,2024-05-02,B,X,1,10.00,0",
  ], { discounts: "subtract" });
  assertEquals(netOf(shop), 10);
  assertEquals(shop.audit.rejected[0].reason, "non_positive_price");
});

Deno.test("orderDiscounts: a column of codes is no discount; a stray word is refused", () => {
  const codes = shopOf([
    `${HEADER},Discount`,
    "1,2024-05-01,A,X,1,10.00,SUMMER",
    "2,2024-05-02,B,X,1,9,",
  ]);
  assertEquals(netOf(codes), 19);
  assertMatch(codes.notes[0].sentence, /"Discount" holds no amounts, so it is no discount/);
  const mixed = [
    `${HEADER},Discount`,
    "1,2024-05-01,A,X,1,10.00,SUMMER",
    "2,2024-05-02,B,X,1,9,2.00",
  ];
  assertThrows(() => shopOf(mixed), InputError, '"SUMMER" in the column "Discount" is no amount');
});

Deno.test("orderDiscounts: amounts below 1 are no shares where the totals say so", () => {
  const header = `${HEADER},Order discount,Order total`;
  const amounts = shopOf([
    header,
    "1,2024-05-01,A,X,1,10.00,0.50,9.50",
    "2,2024-05-02,B,X,1,10.00,0.25,9.75",
  ]);
  assertEquals(amounts.audit.revenue_kept, 19.25);
  const shares = shopOf([
    header,
    "1,2024-05-01,A,X,1,10.00,0.50,5.00",
    "2,2024-05-02,B,X,1,10.00,0.25,7.50",
  ]);
  assertEquals(shares.audit.revenue_kept, 12.5);
});

Deno.test("orderDiscounts: amounts below 1 of single lines add up in their order", () => {
  const shop = shopOf([
    `${HEADER},Item discount,Order total`,
    "1,2024-05-01,A,X,1,10.00,0.50,19.25",
    "1,2024-05-01,A,Y,1,10.00,0.25,19.25",
    "2,2024-05-02,B,X,1,10.00,0.30,19.30",
    "2,2024-05-02,B,Y,1,10.00,0.40,19.30",
  ]);
  assertEquals(shop.audit.revenue_kept, 38.55);
});
