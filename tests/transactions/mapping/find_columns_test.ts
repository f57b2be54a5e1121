import { assertEquals, assertMatch, assertThrows } from "@std/assert";
import { InputError } from "../../../src/frames/errors.ts";
import type { SourceColumn } from "../../../src/transactions/mapping/column_synonyms.ts";
import { findColumns } from "../../../src/transactions/mapping/find_columns.ts";

/** Headers as shops write them, in the order order, date, customer, product, quantity, price, total. */
const HEADERS: readonly string[] = [
  "txn_id,sale_date,CustID,item code,item_qty,price_each,TotalAmount",
  "bill_no,Purchase Date,cust_no,SKU,Qty,Selling Price,net_amount",
  "Bestellnummer,Bestelldatum,Kundennummer,Artikelnummer,Menge,Einzelpreis,Gesamtpreis",
  "Rechnungsnr,Rechnungsdatum,Kunden-Nr.,Artikelnr.,Stückzahl,Stückpreis,Betrag",
  "Numéro de commande,Date de commande,N° client,Référence,Quantité,Prix unitaire,Montant",
  "Nº de pedido,Fecha,Cliente,Código producto,Cantidad,Precio unitario,Importe",
  "Número do pedido,Data,Código do cliente,Código do produto,Quantidade,Preço unitário,Valor total",
  "Numero ordine,Data ordine,Codice cliente,Codice articolo,Quantità,Prezzo unitario,Importo",
  "Bestelnummer,Besteldatum,Klantnummer,Artikelnummer,Aantal,Stukprijs,Bedrag",
];

const COLUMNS: readonly SourceColumn[] = [
  ...["invoice_id", "invoice_date", "customer_id", "product_id"] as const,
  ...["quantity", "unit_price", "line_total"] as const,
];

for (const line of HEADERS) {
  Deno.test(`findColumns: ${line}`, () => {
    const header = line.split(",");
    const { mapping } = findColumns(header, "shop.csv");
    assertEquals(COLUMNS.map((column) => mapping[column]), header);
  });
}

Deno.test("findColumns: the more specific name wins, and its rival is said", () => {
  const { mapping, rivals } = findColumns(["Date", "Order date", "Subtotal", "Total"], "shop.csv");
  assertEquals([mapping.invoice_date, rivals.invoice_date], ["Order date", ["Date"]]);
  assertEquals([mapping.line_total, rivals.line_total], ["Total", ["Subtotal"]]);
});

Deno.test("findColumns: a header that --map names as one amount is no other amount", () => {
  const { mapping, foundBy } = findColumns(["Price", "Qty"], "shop.csv", { line_total: "Price" });
  assertEquals([mapping.unit_price, mapping.line_total], [undefined, "Price"]);
  assertEquals(foundBy.line_total, "named with --map");
});

Deno.test("findColumns: two headers that say the same are asked about", () => {
  const header = ["UnitPrice", "unitprice"];
  const { message } = assertThrows(() => findColumns(header, "shop.csv"), InputError);
  assertMatch(
    message,
    /"UnitPrice" and "unitprice", which could both be .*--map unit_price="UnitPrice"/,
  );
  const { mapping } = findColumns(header, "shop.csv", { unit_price: "unitprice" });
  assertEquals(mapping.unit_price, "unitprice");
});

Deno.test("findColumns: what the user names comes before what names say", () => {
  const header = ["Invoice", "StockCode", "Quantity", "InvoiceDate", "Price", "Customer ID", "Who"];
  const { mapping } = findColumns(header, "shop.csv", { customer_id: "Who" });
  assertEquals([mapping.unit_price, mapping.customer_id], ["Price", "Who"]);
  assertEquals(mapping.country, undefined);
});
