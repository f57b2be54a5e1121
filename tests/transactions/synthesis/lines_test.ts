import { assertEquals } from "@std/assert";
import type { SyntheticInvoice } from "../../../src/transactions/synthesis/invoices.ts";
import { invoiceLines } from "../../../src/transactions/synthesis/lines.ts";

const MUG = { productId: "00123", description: "MUG", quantity: 2, unitPrice: 165 };
const invoice = (time: string, rest: Partial<SyntheticInvoice> = {}): SyntheticInvoice => ({
  time: Date.parse(time),
  customerId: "12001",
  country: "Spain",
  kind: "purchase",
  lines: [MUG],
  ...rest,
});

Deno.test("invoiceLines: numbered in order of time, a C for what came back, by hand", () => {
  const back = { ...MUG, quantity: -1 };
  const table = invoiceLines([
    invoice("2023-01-03T09:05:00Z", { kind: "cancellation", lines: [back] }),
    invoice("2023-01-02T18:30:00Z", { lines: [MUG, { ...MUG, description: "", unitPrice: 5 }] }),
    invoice("2023-01-02T08:00:00Z", { customerId: "", kind: "adjustment" }),
  ]);
  assertEquals(table.rows(), [
    ["400001", "00123", "MUG", "2", "2023-01-02 08:00", "1.65", null, "Spain"],
    ["400002", "00123", "MUG", "2", "2023-01-02 18:30", "1.65", "12001", "Spain"],
    ["400002", "00123", null, "2", "2023-01-02 18:30", "0.05", "12001", "Spain"],
    ["C400003", "00123", "MUG", "-1", "2023-01-03 09:05", "1.65", "12001", "Spain"],
  ]);
});

Deno.test("invoiceLines: no invoices are a table without rows", () => {
  assertEquals([invoiceLines([]).height, invoiceLines([]).width], [0, 8]);
});
