import {
  answeredMeaning,
  plainWord,
  saysNothing,
  statusMeaning,
} from "../../../../src/transactions/interpretation/orders/status_words.ts";
import { assertEquals } from "@std/assert";

Deno.test("plainWord: case, accents, punctuation and WooCommerce's prefix do not matter", () => {
  assertEquals(
    ["PARTIALLY_REFUNDED", "wc-on-hold", " Bestätigt ", "Payé(e)", "WC"].map(plainWord),
    ["partially refunded", "on hold", "bestatigt", "paye e", "wc"],
  );
});

Deno.test("statusMeaning: states of orders in seven languages", () => {
  const meanings = (...words: string[]) =>
    words.map((word) => statusMeaning(plainWord(word), "status"));
  assertEquals(
    meanings("Paid", "bezahlt", "payée", "pagado", "pago", "pagato", "betaald"),
    Array(7).fill("sale"),
  );
  assertEquals(
    meanings("Canceled", "cancelled", "storniert", "annulé", "anulado", "cancelado", "annullato"),
    Array(7).fill("order_cancelled"),
  );
  assertEquals(
    meanings("Refunded", "erstattet", "remboursé", "reembolsado", "estornado", "rimborsato"),
    Array(6).fill("refund"),
  );
  assertEquals(
    meanings("failed", "declined", "fehlgeschlagen", "échoué", "fallido", "falhou", "mislukt"),
    Array(7).fill("order_failed"),
  );
  assertEquals(
    meanings("pending", "on-hold", "offen", "en attente", "pendiente", "in attesa", "openstaand"),
    Array(7).fill("order_unpaid"),
  );
  assertEquals(meanings("gold", "closed"), [undefined, undefined]);
});

Deno.test("statusMeaning: a word may mean something else of a payment or a movement", () => {
  assertEquals(statusMeaning("processing", "status"), "sale");
  assertEquals(statusMeaning("processing", "payment_status"), "order_unpaid");
  assertEquals(statusMeaning("false", "payment_status"), "order_unpaid");
  assertEquals(statusMeaning("false", "status"), undefined);
  assertEquals(statusMeaning("payout", "transaction_type"), "not_a_sale");
  assertEquals(statusMeaning("gutschrift", "transaction_type"), "refund");
});

Deno.test("answeredMeaning: none is no sale", () => {
  assertEquals(["sale", "none", "refund"].map((answer) => answeredMeaning(answer as "sale")), [
    "sale",
    "not_a_sale",
    "refund",
  ]);
});

Deno.test("saysNothing: empty and placeholders", () => {
  assertEquals(["", "null", "n a", "nat", "n d"].map(saysNothing), Array(5).fill(true));
  assertEquals(["paid", "n", "0"].map(saysNothing), [false, false, false]);
});
