import { encodeTexts, ownNumbers } from "../../../../../src/frames/coded.ts";
import type { AmountName } from "../../../../../src/transactions/interpretation/amounts/amount_plan.ts";
import { Explanations } from "../../../../../src/transactions/interpretation/amounts/explanations.ts";
import { Decision } from "../../../../../src/transactions/interpretation/amounts/rules/decision.ts";
import { orderKeys } from "../../../../../src/transactions/interpretation/orders/order_keys.ts";
import { findColumns } from "../../../../../src/transactions/mapping/find_columns.ts";
import { transactionLines } from "../../../../../src/transactions/mapping/transaction_lines.ts";
import { tableOf } from "../../../../../src/transactions/reading/text_table.ts";

/** Numbers per line by header. */
type Numbers = Readonly<Record<string, readonly number[]>>;

/** What a test says of a table. */
export interface Told {
  /** Order and product of each line. */
  readonly order: readonly string[];
  readonly product?: readonly string[];
  /** The headers of the columns of amounts. */
  readonly taken: Readonly<Partial<Record<AmountName, string>>>;
  /** All columns of numbers. */
  readonly numbers: Numbers;
  /** Other totals, by header. */
  readonly rivals?: readonly string[];
  /** How columns were found, where it is not by their names. */
  readonly by?: Readonly<Record<string, string>>;
}

/** A decision at its beginning. */
export function decisionOf(told: Told): Decision {
  const { order, product = order.map(() => ""), taken, numbers, rivals = [], by = {} } = told;
  const header = ["order_id", "date", "customer_id", "sku", ...Object.keys(numbers)];
  const columns = [order, order.map(() => "2024-05-01"), order.map(() => "K1"), product]
    .concat(
      Object.values(numbers).map((column) => column.map((n) => Number.isNaN(n) ? "" : `${n}`)),
    );
  const table = tableOf(header, columns.map((texts) => encodeTexts(texts)));
  const found = findColumns(header, "shop.csv");
  const [lines] = transactionLines(table, "shop.csv", { found }).tables;
  const amount = (name: string) => ({
    header: name,
    by: by[name] ?? "by its name",
    numbers: ownNumbers(Float64Array.from(numbers[name])),
  });
  return new Decision({
    source: "shop.csv",
    order: encodeTexts(order),
    product: encodeTexts(product),
    rivals: rivals.map(amount),
    explanations: new Explanations(lines, orderKeys(encodeTexts(order)), () => [], {}),
    ...Object.fromEntries(Object.entries(taken).map(([name, column]) => [name, amount(column)])),
  });
}

/** The sentences of its notes. */
export function sentencesOf({ notes }: Decision): string[] {
  return notes.map(({ sentence }) => sentence);
}
