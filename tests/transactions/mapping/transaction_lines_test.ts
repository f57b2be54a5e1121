import pl from "nodejs-polars";
import {
  joinLines,
  transactionLines,
} from "../../../src/transactions/mapping/transaction_lines.ts";
import { assertEquals } from "@std/assert";

Deno.test("joinLines: joins transaction lines of several tables", () => {
  const table = pl.DataFrame({ date: ["2024-05-01"], amount: ["5"], customer: ["7"] });
  const lines = ["a", "b"].map((name) => transactionLines(table, name));
  assertEquals(joinLines(lines).height, 2);
});
