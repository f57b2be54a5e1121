import { formatNumber } from "../../words/numbers.ts";
import type { Buffer } from "node:buffer";
import pl, { type DataFrame } from "nodejs-polars";
import { TRANSACTION_COLUMNS } from "../mapping/column_synonyms.ts";
import { InputError } from "../../frames/errors.ts";
import { ONLINE_RETAIL_LINES } from "./online_retail_renditions.ts";
import { readTransactions } from "../reading/read_transactions.ts";
import { linesFrame } from "../mapping/transaction_lines.ts";
import { tryToWrite } from "./try_to_write.ts";

/**
 * Reads the UCI "Online Retail" file as any run does, and makes sure that it is the one: no line is
 * missing, and every one of the eight columns holds something.
 *
 * @param path The file, CSV or Parquet.
 * @returns The eight transaction columns as text, one row per line, in the file's order.
 * @throws {InputError} If it is no table of transactions, or another one.
 *
 * @example
 * ```ts
 * import { readOnlineRetail } from "./convert_online_retail.ts";
 * import { assertThrows } from "@std/assert";
 *
 * const path = Deno.makeTempFileSync({ suffix: ".csv" });
 * Deno.writeTextFileSync(path, "Invoice,StockCode,Quantity,InvoiceDate,Price,Customer ID\n1,A,2,2024-05-01,1.50,7\n");
 * assertThrows(() => readOnlineRetail(path), Error, "1 transaction lines, not 541,909");
 * ```
 */
export function readOnlineRetail(path: string): DataFrame {
  const lines = linesFrame(readTransactions([path]).lines).select(...TRANSACTION_COLUMNS);
  if (lines.height !== ONLINE_RETAIL_LINES) {
    const [found, wanted] = [lines.height, ONLINE_RETAIL_LINES].map((n) => formatNumber(n));
    throw new InputError(`${path} has ${found} transaction lines, not ${wanted}.`);
  }
  const empty = TRANSACTION_COLUMNS.filter((name) =>
    lines.filter(pl.col(name).neq(pl.lit(""))).height === 0
  );
  if (empty.length > 0) throw new InputError(`${path} has nothing in ${empty.join(", ")}.`);
  return lines;
}

/**
 * Writes lines as Parquet, whole or not at all.
 *
 * @param lines A table.
 * @param path Where to put it; a file that is there is replaced.
 * @param staging A folder on the same disk in which it is first written.
 * @throws {WriteError} If it cannot be written.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { writeLines } from "./convert_online_retail.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const folder = Deno.makeTempDirSync();
 * writeLines(pl.DataFrame({ invoice_id: ["1"] }), `${folder}/lines.parquet`, folder);
 * assertEquals(pl.readParquet(`${folder}/lines.parquet`).height, 1);
 * ```
 */
export function writeLines(lines: DataFrame, path: string, staging: string): void {
  const content = new Uint8Array(lines.writeParquet() as Buffer);
  const staged = `${staging}/lines.parquet`;
  tryToWrite(path, () => {
    Deno.writeFileSync(staged, content);
    Deno.renameSync(staged, path);
  });
}
