import { assertEquals } from "@std/assert";
import { nameKey, plainName } from "../../../src/transactions/mapping/plain_name.ts";

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
