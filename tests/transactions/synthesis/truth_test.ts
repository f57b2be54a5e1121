import { assertEquals } from "@std/assert";
import type { Catalogue } from "../../../src/transactions/synthesis/catalogue.ts";
import { DEMO_GROUPS } from "../../../src/transactions/synthesis/groups.ts";
import type { SyntheticInvoice } from "../../../src/transactions/synthesis/invoices.ts";
import {
  countDirt,
  customerTruth,
  productTruth,
} from "../../../src/transactions/synthesis/truth.ts";

const catalogue = {
  products: [{ productId: "A", description: "MUG", price: 165, theme: 3 }],
} as unknown as Catalogue;
const MUG = { productId: "A", description: "MUG", quantity: 2, unitPrice: 165 };
const POST = { productId: "POST", description: "POSTAGE", quantity: 1, unitPrice: 1800 };
const invoice = (lines: SyntheticInvoice["lines"], rest: Partial<SyntheticInvoice> = {}) => ({
  time: 0,
  customerId: "7",
  country: "Spain",
  kind: "purchase" as const,
  lines,
  ...rest,
});

Deno.test("countDirt: every line is of one kind, by hand", () => {
  const counts = countDirt([
    // Kept: 2 × 1.65 and postage; a copy; a gift; kept without and with another description.
    invoice([MUG, MUG, POST, { ...MUG, unitPrice: 0 }]),
    invoice([{ ...MUG, description: "" }, { ...MUG, description: "Mug" }]),
    // Equal, but not the same line: bought twice.
    invoice([MUG, { ...MUG }]),
    invoice([{ ...MUG, quantity: -1 }], { kind: "cancellation" }),
    invoice([MUG, POST], { customerId: "" }),
    invoice([{ ...MUG, description: "damaged" }], { customerId: "", kind: "adjustment" }),
  ], catalogue);
  assertEquals(counts, {
    lines: 12,
    missing_customer: 3,
    adjustments: 1,
    cancellations: 1,
    cancelled_revenue: -1.65,
    zero_price: 1,
    duplicates: 1,
    service: 2,
    missing_description: 1,
    other_description: 1,
    kept: 6,
    kept_revenue: 5 * 3.3 + 18,
  });
});

Deno.test("customerTruth: one row per customer; seasonal is whose busiest month is above three usual ones", () => {
  const season = (busiest: number) => [busiest, ...Array(11).fill(1)];
  const customers = [3.6, 3.7].map((busiest, i) => ({
    customerId: `${i}`,
    group: { ...DEMO_GROUPS[0], name: "g", season: season(busiest) },
    country: "Spain",
    purchaseRate: 0.1,
    dropoutProbability: 0.2,
    meanOrderValue: 30,
    arrival: 0,
  }));
  const orders = [true, false].map((alive) => (
    { history: { times: [0, 5, 9], alive }, observed: 70, invoices: [] }
  ));
  // Three times (11 + b) / 12 is 3.65 for b = 3.6 and 3.675 for b = 3.7.
  assertEquals(customerTruth(customers, orders).rows(), [
    ["0", "g", "Spain", 0.1, 0.2, 30, false, 70, 3, true],
    ["1", "g", "Spain", 0.1, 0.2, 30, true, 70, 3, false],
  ]);
});

Deno.test("productTruth: prices in the currency", () => {
  assertEquals(productTruth(catalogue).rows(), [["A", "MUG", 1.65, 3]]);
});
