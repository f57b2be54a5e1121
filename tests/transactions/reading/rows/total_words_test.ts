import { totalLabel } from "../../../../src/transactions/reading/rows/total_words.ts";
import { assertEquals } from "@std/assert";

Deno.test("totalLabel: sums in seven languages", () => {
  const texts = [
    ...["TOTAL", "Grand total:", "Sub-total", "Total 2023", "Summe", "Gesamt", "Zwischensumme"],
    ...[
      "Total général",
      "Sous-total",
      "Total general",
      "Total geral",
      "Totale",
      "Totaal",
      "Subtotaal",
    ],
  ];
  for (const text of texts) assertEquals([text, totalLabel(text)], [text, "sum"]);
});

Deno.test("totalLabel: what a sum is of, and words that only look like sums", () => {
  for (const text of ["Total for Acme", "January Total", "Summe Müller", "Acme Total"]) {
    assertEquals([text, totalLabel(text)], [text, "named sum"]);
  }
  for (const text of ["Totally Tea", "Summer dress", "Tota", "Gesamtschule", "Mug", ""]) {
    assertEquals([text, totalLabel(text)], [text, undefined]);
  }
});
