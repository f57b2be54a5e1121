import fc from "fast-check";
import { typedLines } from "../../../src/transactions/interpretation/typed_lines.ts";
import { readTransactions } from "../../../src/transactions/reading/read_transactions.ts";
import { assertEquals } from "@std/assert";

const TOTALS = [
  "TOTAL",
  "Grand total",
  "Summe",
  "Total général",
  "Total geral",
  "Totale",
  "Totaal",
];
const CUSTOMERS = ["Total Ltd", "Summers", "Ada", "Björn", "Gesamtschule Ulm"];

interface Sale {
  readonly customer: string;
  readonly cents: number;
}

/** Sales of one day each, written as a report: titles, a subtotal per page, the header on each page. */
function report(sales: readonly Sale[], mark: string, word: string, page: number): string {
  const header = ["Date", "Invoice", "Customer", "Amount", ""];
  const amount = (cents: number) => (cents / 100).toFixed(2);
  const lines = [["Sales of the quarter"], ["", "", "", "", ""], header];
  let onPage = 0, all = 0;
  sales.forEach(({ customer, cents }, i) => {
    const day = new Date(Date.UTC(2023, 0, 1 + i)).toISOString().slice(0, 10);
    lines.push([day, `${1000 + i}`, customer, amount(cents), ""]);
    onPage += cents;
    all += cents;
    if ((i + 1) % page > 0) return;
    lines.push([`Page ${word}`, "", "", amount(onPage), ""], ["", "", "", "", ""], header);
    onPage = 0;
  });
  lines.push([word, "", "", amount(all), ""]);
  return lines.map((line) => line.join(mark)).join("\n");
}

Deno.test("readTransactions: of 400 random reports the lines and the money are those of the sales", () => {
  const sale = fc.record({
    customer: fc.constantFrom(...CUSTOMERS),
    cents: fc.integer({ min: 1, max: 1e6 }),
  });
  const path = Deno.makeTempFileSync({ suffix: ".csv" });
  fc.assert(
    fc.property(
      fc.array(sale, { minLength: 1, maxLength: 40 }),
      fc.constantFrom(",", ";", "\t", "|"),
      fc.constantFrom(...TOTALS),
      fc.integer({ min: 2, max: 9 }),
      (sales, mark, word, page) => {
        Deno.writeTextFileSync(path, report(sales, mark, word, page));
        const { worth, customer_id, asItCame: { apart } } = typedLines(
          readTransactions([path]).lines,
        );
        const isLine = (row: number) => apart!.values[apart!.codes[row]] === "";
        const rows = Array.from(worth.codes.keys()).filter(isLine);
        assertEquals(
          rows.map((row) => worth.values[worth.codes[row]] / 1e4),
          sales.map(({ cents }) => cents),
        );
        assertEquals(
          rows.map((row) => customer_id.values[customer_id.codes[row]]),
          sales.map(({ customer }) => customer),
        );
      },
    ),
    { seed: 16, numRuns: 400 },
  );
});
