import { assertEquals } from "@std/assert";
import {
  nameKey,
  plainName,
  unqualifiedKey,
} from "../../../src/transactions/mapping/plain_name.ts";

Deno.test("plainName: without case, accents, spaces and punctuation, but with every letter", () => {
  assertEquals(
    ["Prix à l'unité", "Größe", "N° client", "PREÇO_unitário", "顧客 ID"].map(plainName),
    [
      "prixalunite",
      "grosse",
      "nclient",
      "precounitario",
      "顧客id",
    ],
  );
});

Deno.test("unqualifiedKey leaves out taxes and currencies, and keeps names that are nothing else", () => {
  for (
    const name of [
      "Line total (net)",
      "Line Total (USD)",
      "Line total incl. VAT",
      "line_total_gross",
      "LineTotalExclTax",
    ]
  ) assertEquals(unqualifiedKey(name), "linetotal", name);
  assertEquals(["Sales Tax", "Net", "IVA", "Gross"].map(unqualifiedKey), [
    "salestax",
    "net",
    "iva",
    "gross",
  ]);
});

Deno.test("nameKey: small words and the word for a number do not matter", () => {
  for (
    const names of [
      ["Nº do pedido", "número de pedido", "NUMERO PEDIDO", "num. pedido"],
      ["InvoiceNo", "Invoice number", "invoice_nr", "Invoice N°"],
      ["Numéro de la commande", "N° commande", "no commande"],
    ]
  ) assertEquals(new Set(names.map(nameKey)).size, 1, names.join());
  assertEquals(["No", "de", "Number of items"].map(nameKey), ["no", "de", "noitems"]);
});
