import pl from "nodejs-polars";
import { describeTable } from "../../../src/transactions/inspection/describe_table.ts";
import { textTable } from "../../../src/transactions/reading/text_table.ts";
import { assertStringIncludes } from "@std/assert";

Deno.test("describeTable: tells how one table would be read", () => {
  const table = textTable(pl.DataFrame({
    Email: ["a@b.c", ""],
    Date: ["31/12/2023", "1/2/2024"],
    Total: ["1,50", "x"],
    Note: ["", ""],
  }));
  const { words } = describeTable({
    source: "shop",
    table,
    lines: Int32Array.of(2, 3),
    ragged: [],
  });
  const told = words.join("\n");
  assertStringIncludes(told, "customer_id   ← Email (text, 50.0 % missing)");
  assertStringIncludes(told, "invoice_date  ← Date (date, day-first, 31 Dec 2023 to 1 Feb 2024)");
  assertStringIncludes(told, "line_total    ← Total (number, 1.5 to 1.5, 50.0 % unreadable)");
  assertStringIncludes(told, "not used: Note");
});
