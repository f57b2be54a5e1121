import pl from "nodejs-polars";
import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { explore } from "../../src/exploration/explore.ts";
import { renderReport } from "../../src/report/render_report.ts";
import { cleanTransactions } from "../../src/transactions/cleaning/clean_transactions.ts";
import { InputError } from "../../src/frames/errors.ts";
import { transactionLines } from "../../src/transactions/mapping/transaction_lines.ts";
import { synthesizeTransactions } from "../../src/transactions/synthesis/synthesize_transactions.ts";
import { smallRun } from "../report/example_run.ts";
import { onlineRetail, onlineRetailPath } from "../online_retail.ts";

/** A shop of two customers, as text; one of the first customer's orders comes back. */
const shop = {
  invoice_id: ["1", "2", "3", "C4"],
  product_id: ["A", "V", "A", "A"],
  description: ["LAMP", "VASE", "LAMP", "LAMP"],
  quantity: ["2", "1", "900", "-900"],
  invoice_date: ["2024-05-01 09:00", "2024-05-02 10:00", "2024-05-30 11:00", "2024-05-30 11:20"],
  unit_price: ["1.5", "4", "1.5", "1.5"],
  customer_id: ["7", "8", "7", "7"],
  country: ["France", "Spain", "France", "France"],
};

function cleaned(columns: Partial<typeof shop>) {
  return cleanTransactions(transactionLines(pl.DataFrame(columns), "shop"));
}

/** What the report says about a shop, the drawings left out. */
function told(columns: Partial<typeof shop>): string {
  const clean = cleaned(columns);
  const exploration = { kind: "result", result: explore(clean) } as const;
  const page = renderReport({ ...smallRun(), exploration });
  assert(!/NaN|undefined|Infinity|\[object/.test(page));
  const body = page.slice(page.indexOf("<body>"));
  return body.replace(/<svg[\s\S]*?<\/svg>/g, (svg) => svg.includes("no data") ? "no data" : "")
    .replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
}

Deno.test("explore: one month of a tiny shop is told without gaps", () => {
  const text = told(shop);
  assertStringIncludes(text, "one month with known customers, May 2024");
  assertStringIncludes(text, "cancelled 20 minutes later by C4");
  // Sold 3 + 4 + 1350, returned 1350.
  assertStringIncludes(text, "May 2024 has the largest share, 99.5 %");
  // Two windows of 91 days do not fit into a month.
  assertStringIncludes(text, "Products that rise and fall most no data");
});

Deno.test("explore: a file without products says so where products are shown", () => {
  const { product_id: _, description: __, ...columns } = shop;
  const text = told(columns);
  for (
    const title of ["Products with the most revenue", "Products with the most returns by value"]
  ) {
    assertStringIncludes(text, `${title} no data`);
  }
  assertStringIncludes(text, "invoice 3 cancelled 20 minutes later by C4 30 May 2024, 11:00");
  assertStringIncludes(text, "The cheapest band, up to 1.50 each");
});

Deno.test("explore: in a file without invoices a customer's day is an order", () => {
  const { invoice_id: _, ...columns } = shop;
  const text = told(columns);
  assertStringIncludes(text, "invoice 7 2024-05-30");
  assertStringIncludes(text, "cancelled 20 minutes later by 7 2024-05-30");
});

Deno.test("explore: nothing returned, and amounts below a millionth, are told", () => {
  const first = Object.fromEntries(
    Object.entries(shop).map(([name, values]) => [name, values.slice(0, 1)]),
  );
  assertStringIncludes(told(first), "Nothing was returned in the months of this file.");
  assertStringIncludes(told(first), "No line has 10 times the items");
  const tiny = { ...shop, unit_price: ["0.00000001", "4", "1.5", "1.5"] };
  assertEquals(explore(cleaned(tiny)).price_bands.map(({ lowest_price }) => lowest_price), [
    1.5,
    4,
  ]);
  assertThrows(
    () => cleaned({ ...first, unit_price: ["0.00000001"] }),
    InputError,
    "amount below a millionth",
  );
});

Deno.test("explore: a file without countries names none", () => {
  const { country: _, ...columns } = shop;
  assertStringIncludes(told(columns), "Revenue by country no data");
});

Deno.test("explore: is plain JSON", () => {
  const { lines } = synthesizeTransactions({ customers: 40, days: 400, seed: 5 });
  const shown = explore(cleanTransactions(transactionLines(lines, "demo")));
  assertEquals(JSON.parse(JSON.stringify(shown)), shown);
});

Deno.test({
  name: "explore: the UCI file's 80,995 birds stand out first, cancelled after 12 minutes",
  ignore: !onlineRetailPath,
  fn() {
    const { outliers: [birds], baskets, product_changes } = explore(onlineRetail());
    assertEquals([birds.quantity, birds.cancelled_by, birds.minutes_until_cancelled], [
      80_995,
      "C581484",
      12,
    ]);
    assertEquals(baskets?.invoices, 18_532);
    assertEquals(product_changes.rising[0].description, "RABBIT NIGHT LIGHT");
  },
});
