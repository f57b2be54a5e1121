import { basename } from "node:path";
import pl, { type DataFrame } from "nodejs-polars";
import { NotEnoughDataError } from "../frames/errors.ts";
import { isProduct } from "../transactions/is_product.ts";
import {
  type CleanOptions,
  cleanTransactions,
} from "../transactions/cleaning/clean_transactions.ts";
import { asOfDate } from "../transactions/cleaning/as_of_date.ts";
import { productNames } from "../transactions/product_names.ts";
import { type ReadOptions, readTransactions } from "../transactions/reading/read_transactions.ts";
import { demoTransactions } from "./demo_transactions.ts";

/** What a shop sold, ready for questions about its products. */
export interface Shop {
  /** Purchases of known customers, see `cleanTransactions`. */
  readonly transactions: DataFrame;
  /** Product id to name, services included. */
  readonly names: ReadonlyMap<string, string>;
  /** Which files, and before which date: "purchases before 2011-12-10 in shop.csv". */
  readonly source: string;
}

/**
 * Reads and cleans the files of a shop, for questions about its products.
 *
 * @param paths Files of transaction lines; without any, demo transactions are synthesized.
 * @param options How the files are meant, and as of when; default: the day after the last line used.
 * @returns The purchases, the names of what was bought, and where they come from in words.
 * @throws {InputError} If a file cannot be used.
 * @throws {NotEnoughDataError} If the files name no products.
 *
 * @example
 * ```ts
 * import { readShop } from "./read_shop.ts";
 * import { assertMatch } from "@std/assert";
 *
 * assertMatch(readShop([]).source, /^purchases before [\d-]+ in the demo transactions$/);
 * ```
 */
export function readShop(
  paths: readonly string[],
  options: ReadOptions & CleanOptions = {},
): Shop {
  const raw = paths.length > 0 ? readTransactions(paths, options) : demoTransactions();
  const { transactions, audit } = cleanTransactions(raw.lines, options);
  if (transactions.filter(isProduct()).height === 0) {
    throw new NotEnoughDataError("Not enough data: the file names no products to recommend.");
  }
  const before = asOfDate(audit.last_date, options.asOf);
  const files = paths.length > 0
    ? paths.map((path) => basename(path)).join(", ")
    : "the demo transactions";
  return {
    transactions,
    names: productNames(transactions.filter(pl.col("product_id").neq(pl.lit("")))),
    source: `purchases before ${before} in ${files}`,
  };
}
