/** Exports of programs, headers as these document them, values invented. */
import { InputError } from "../../src/frames/errors.ts";
import { netOf, netOfInvoices, reasonsOf, shopOf } from "./shop_of.ts";
import { assertEquals, assertMatch, assertThrows } from "@std/assert";

Deno.test("WooCommerce order export: states, cart discounts and refunds", () => {
  const shop = shopOf([
    "Order Number,Order Status,Order Date,Customer Note,Email (Billing),Cart Discount Amount," +
    "Order Subtotal Amount,Order Shipping Amount,Order Refund Amount,Order Total Amount," +
    "Order Total Tax Amount,SKU,Item #,Item Name,Quantity,Item Cost,Coupon Code,Discount Amount",
    "1,Completed,2023-01-05 10:00,,a@x.de,2.50,25.00,4.90,0,27.40,0,MUG,1,Mug,2,12.50,TEN,2.50",
    "2,Processing,2023-01-06 10:00,,b@x.de,0,30.00,4.90,0,34.90,0,POT,1,Pot,1,20.00,,",
    "2,Processing,2023-01-06 10:00,,b@x.de,0,30.00,4.90,0,34.90,0,TEA,2,Tea,1,10.00,,",
    "3,Refunded,2023-01-07 10:00,,c@x.de,0,12.50,4.90,17.40,17.40,0,MUG,1,Mug,1,12.50,,",
    "4,Completed,2023-01-08 10:00,,d@x.de,0,20.00,4.90,5.00,24.90,0,POT,1,Pot,1,20.00,,",
    "5,Failed,2023-01-09 10:00,,e@x.de,0,20.00,4.90,0,24.90,0,POT,1,Pot,1,20.00,,",
    "6,Cancelled,2023-01-09 10:00,,e@x.de,0,20.00,4.90,0,24.90,0,POT,1,Pot,1,20.00,,",
    "7,On hold,2023-01-09 10:00,,e@x.de,0,20.00,4.90,0,24.90,0,POT,1,Pot,1,20.00,,",
    "8,Pending payment,2023-01-09 10:00,,e@x.de,0,20.00,4.90,0,24.90,0,POT,1,Pot,1,20.00,,",
  ]);
  assertEquals([...netOfInvoices(shop)], [["1", 22.5e6], ["2", 30e6], ["3", 0], ["4", 15e6]]);
  assertEquals(reasonsOf(shop), {
    order_failed: [1, 20],
    order_cancelled: [1, 20],
    order_unpaid: [2, 40],
  });
});

Deno.test("PayPal activity: payments, refunds in lines of their own, withdrawals and conversions", () => {
  const shop = shopOf([
    "Date,Time,TimeZone,Name,Type,Status,Currency,Gross,Fee,Net,From Email Address,To Email Address," +
    "Transaction ID,Reference Txn ID,Subject",
    '2024-05-01,10:00:00,CET,A,Express Checkout Payment,Completed,EUR,"1,050.00",-9.00,1041.00,a@x.de,s@x.de,T1,,',
    "2024-05-02,10:00:00,CET,B,Website Payment,Refunded,EUR,20.00,-1.00,19.00,b@x.de,s@x.de,T2,,",
    "2024-05-03,10:00:00,CET,B,Payment Refund,Completed,EUR,-20.00,1.00,-19.00,b@x.de,s@x.de,T3,T2,",
    "2024-05-04,10:00:00,CET,,General Withdrawal,Completed,EUR,-500.00,0,-500.00,,s@x.de,T4,,",
    "2024-05-05,10:00:00,CET,C,Mobile Payment,Pending,EUR,30.00,0,30.00,c@x.de,s@x.de,T5,,",
    "2024-05-06,10:00:00,CET,C,Express Checkout Payment,Denied,EUR,31.00,0,31.00,c@x.de,s@x.de,T6,,",
  ], { columns: { line_total: "Gross", customer_id: "From Email Address" } });
  assertEquals([shop.audit.revenue_kept, shop.currency], [1070, "EUR"]);
  assertEquals(reasonsOf(shop), {
    not_a_sale: [1, -500],
    order_failed: [1, 31],
    order_unpaid: [1, 30],
    cancellation: [1, -20],
  });
  assertMatch(shop.notes.map(({ sentence }) => sentence).join(" "), /lines of their own/);
});

Deno.test("Etsy sold items: totals of lines that have the discount", () => {
  const shop = shopOf(
    [
      "Sale Date,Item Name,Buyer,Quantity,Price,Coupon Code,Coupon Details,Discount Amount," +
      "Shipping Discount,Order Shipping,Order Sales Tax,Item Total,Currency,Transaction ID,Listing ID," +
      "Date Paid,Date Shipped,Ship Country,Order ID,Variations,Order Type,SKU",
      "05/13/24,Ring,ann,2,10.00,,,2.00,0,3.00,0,18.00,USD,9001,1,05/13/24,,Germany,71,,online,R1",
      "05/14/24,Pin,ben,1,5.00,,,0.00,0,3.00,0,5.00,USD,9002,2,05/14/24,,Germany,72,,online,P1",
    ].map((line) => line.replace(/(\d\d)\/(\d\d)\/24/g, "2024-$1-$2")),
    {
      columns: {
        invoice_date: "Sale Date",
        customer_id: "Buyer",
        line_total: "Item Total",
        invoice_id: "Order ID",
      },
    },
  );
  assertEquals([netOf(shop), shop.currency], [23, "USD"]);
});

Deno.test("Amazon all orders: states of orders and items; promotions are asked about", () => {
  const csv = [
    "amazon-order-id,merchant-order-id,purchase-date,last-updated-date,order-status," +
    "fulfillment-channel,sales-channel,product-name,sku,asin,item-status,quantity,currency," +
    "item-price,item-tax,shipping-price,shipping-tax,item-promotion-discount,ship-country,buyer",
    "1,,2024-05-01T10:00:00+00:00,,Shipped,Amazon,Amazon.com,Mug,MUG,B1,Shipped,2,USD,24.00,1.9,0,0,4.00,US,a",
    "2,,2024-05-02T10:00:00+00:00,,Cancelled,Amazon,Amazon.com,Mug,MUG,B1,Cancelled,1,USD,12.00,0,0,0,,US,b",
    "3,,2024-05-03T10:00:00+00:00,,Pending,Amazon,Amazon.com,Pot,POT,B2,Unshipped,1,USD,30.00,0,0,0,,US,b",
    "4,,2024-05-04T10:00:00+00:00,,Shipped - Returned to Seller,Amazon,Amazon.com,Pot,POT,B2,Shipped,1,USD,30.00,0,0,0,,US,c",
    "5,,2024-05-04T10:00:00+00:00,,Unshipped,Amazon,Amazon.com,Pot,POT,B2,Unshipped,1,USD,30.00,0,0,0,,US,a",
  ];
  const columns = {
    invoice_id: "amazon-order-id",
    line_total: "item-price",
    customer_id: "buyer",
    invoice_date: "purchase-date",
  };
  const { message } = assertThrows(() => shopOf(csv, { columns }), InputError);
  assertMatch(message, /"item-promotion-discount" \(4\.00.US\$ in all\): say --discounts subtract/);
  const shop = shopOf(csv, { columns, discounts: "subtract" });
  assertEquals([...netOfInvoices(shop)], [["1", 20e6], ["4", 0], ["5", 30e6]]);
  assertEquals(reasonsOf(shop), { order_cancelled: [1, 12], order_unpaid: [1, 30] });
});

Deno.test("a German shop: states, Rabatt, Erstattet and Währung", () => {
  const shop = shopOf([
    "Bestellnummer;Bestelldatum;Kundennummer;Artikel;Menge;Preis;Rabatt;Versandkosten;Gesamtsumme;" +
    "Währung;Bestellstatus;Zahlungsstatus;Erstattet;Storniert am",
    "1;13.05.2024;K1;Tasse;2;1.012,50;25,00;4,90;2.004,90;EUR;Versendet;bezahlt;0,00;",
    "2;14.05.2024;K2;Kanne;1;20,00;0,00;4,90;24,90;EUR;Abgeschlossen;erstattet;24,90;",
    "3;14.05.2024;K3;Kanne;1;20,00;0,00;4,90;24,90;EUR;Abgeschlossen;teilweise erstattet;5,00;",
    "4;15.05.2024;K3;Kanne;1;20,00;0,00;4,90;24,90;EUR;Storniert;offen;0,00;16.05.2024",
    "5;15.05.2024;K3;Kanne;1;20,00;0,00;4,90;24,90;EUR;In Bearbeitung;ausstehend;0,00;",
  ], {
    columns: {
      invoice_id: "Bestellnummer",
      invoice_date: "Bestelldatum",
      customer_id: "Kundennummer",
      product_id: "Artikel",
      quantity: "Menge",
      unit_price: "Preis",
    },
  });
  assertEquals([...netOfInvoices(shop)], [["1", 2000e6], ["2", 0], ["3", 15e6]]);
  assertEquals(reasonsOf(shop), { order_cancelled: [1, 20], order_unpaid: [1, 20] });
  assertEquals(shop.currency, "EUR");
});

Deno.test("sales_data_sample: states of orders", () => {
  const shop = shopOf([
    "ORDERNUMBER,QUANTITYORDERED,PRICEEACH,ORDERLINENUMBER,SALES,ORDERDATE,STATUS,CUSTOMERNAME",
    "1,1,10,1,10,2003-02-24,Shipped,A",
    "2,1,20,1,20,2003-05-07,Resolved,B",
    "3,1,30,1,30,2003-05-08,Cancelled,B",
    "4,1,40,1,40,2003-05-09,On Hold,B",
    "5,1,50,1,50,2003-05-10,Disputed,B",
    "6,1,60,1,60,2003-05-11,In Process,B",
  ], { columns: { customer_id: "CUSTOMERNAME", line_total: "SALES", invoice_id: "ORDERNUMBER" } });
  assertEquals([netOf(shop), reasonsOf(shop)], [
    90,
    { order_cancelled: [1, 30], order_unpaid: [2, 90] },
  ]);
});
