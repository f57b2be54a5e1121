import type { FoundColumns } from "./find_columns.ts";
import { monthColumns } from "./month_columns.ts";
import { quotedWord } from "./quoted_word.ts";
import { InputError } from "../../frames/errors.ts";
import { isOfCustomers } from "./customer_sums.ts";
import { DOUBTFUL, type Proposal, proposeColumns } from "./propose_columns.ts";
import { shownNames } from "./shown_names.ts";
import type { TextTable } from "../reading/text_table.ts";

/** What no table of purchases can do without. */
export type Essential = "customer" | "date" | "amount";

/** In words, each with the columns that hold it. */
const IN_WORDS: Readonly<Record<Essential, string>> = {
  customer: 'the customer ("customer_id")',
  date: 'the date ("invoice_date")',
  amount: 'an amount ("line_total", or "quantity" and "unit_price")',
};

/**
 * Finds what is essential and not there.
 *
 * @param found The columns of a table.
 * @returns What is missing, in the order customer, date, amount.
 */
export function missingEssentials({ mapping }: Pick<FoundColumns, "mapping">): Essential[] {
  const has = (column: keyof FoundColumns["mapping"]) => mapping[column] !== undefined;
  const missing: Essential[] = [];
  if (!has("customer_id")) missing.push("customer");
  if (!has("invoice_date")) missing.push("date");
  if (!has("unit_price") && !has("line_total") && !has("order_total")) missing.push("amount");
  return missing;
}

/** What a shop can do without, though much is left out then. */
export type Dispensable = Exclude<Essential, "date">;

/** A table lacks something essential, in one sentence. */
export class MissingColumns extends InputError {}

/** By what `--without` says that a file has no customers, or no amounts. */
export const WITHOUT: Readonly<Record<Dispensable, string>> = {
  customer: "customers",
  amount: "amounts",
};

/**
 * Finds what a table does without: it has a date, and no column could be a customer or an amount, or
 * the user says so.
 *
 * @param found The columns that are known.
 * @param table Its content.
 * @param without What the user says the file is without, see {@linkcode WITHOUT}.
 * @returns What is missing and may be; empty where a column that is not known could be it.
 */
export function lacksOf(
  found: FoundColumns,
  table: TextTable,
  without: readonly string[] = [],
): Dispensable[] {
  const missing = missingEssentials(found);
  if (missing.length === 0 || missing.includes("date")) return [];
  const proposals = proposeColumns(table, found.mapping);
  const columns: Record<Dispensable, readonly string[]> = {
    customer: ["customer_id"],
    amount: ["line_total", "unit_price", "order_total"],
  };
  const lacks = missing.filter((essential): essential is Dispensable =>
    essential !== "date" && (without.includes(WITHOUT[essential]) ||
      !proposals.some(({ column }) => columns[essential].includes(column)))
  );
  return lacks.length === missing.length ? lacks : [];
}

/**
 * Refuses a table without a customer, a date or an amount, and proposes what fits by content.
 *
 * @param found The columns that are known.
 * @param header All column names.
 * @param source The table's name.
 * @param table Its content, where it is known.
 * @throws {InputError} One sentence with everything that is missing and how to name it.
 */
export function refuseMissing(
  found: FoundColumns,
  header: readonly string[],
  source: string,
  table?: TextTable,
): void {
  const missing = missingEssentials(found);
  if (found.layout?.refused !== undefined && missing.includes("date")) {
    throw new InputError(
      `${source} has the layout "${found.layout.name}", which cannot be used: ` +
        `${found.layout.refused}, and every purchase needs its day.`,
    );
  }
  if (missing.length === 0) return;
  const { customer_id: customer } = found.mapping;
  if (table && customer !== undefined && isOfCustomers(table, customer)) {
    throw new InputError(
      `${source} has one row per customer (${table.height} rows, no customer twice): ` +
        `what is needed is one row per purchase, with its customer, date and amount.`,
    );
  }
  const months = missing.includes("date") ? monthColumns(header) : [];
  if (months.length > 0) {
    throw new InputError(
      `${source} is a report with a column per period (${shownNames(months.slice(0, 3))}${
        months.length > 3 ? ` and ${months.length - 3} more` : ""
      }), which holds no single orders: give the file of orders or order lines behind it, with a ` +
        "customer, a date and an amount on each line.",
    );
  }
  const names = missing.map((essential) => IN_WORDS[essential]);
  const last = names.pop();
  throw new MissingColumns(
    `${source} has no column for ${names.length > 0 ? `${names.join(", ")} and ` : ""}${last} ` +
      `(found: ${shownNames(header)}): ` +
      advice(missing, table ? proposeColumns(table, found.mapping) : []),
  );
}

function advice(missing: readonly Essential[], proposals: readonly Proposal[]): string {
  const columnOf = { customer: "customer_id", date: "invoice_date", amount: "line_total" };
  const answers = (essential: Essential) =>
    essential === "amount"
      ? proposals.some(({ column }) => column === "line_total" || column === "unit_price")
      : proposals.some(({ column }) => column === columnOf[essential]);
  const open = missing.filter((essential) => !answers(essential));
  const options = proposals.map(({ column, header, because }) => {
    const name = quotedWord(header);
    const or = because === DOUBTFUL
      ? ` (or --map unit_price=${name} for the price of a piece)`
      : "";
    return `--map ${column}=${name}${or}`;
  });
  const noDates = open.includes("date") && proposals.length > 0 ? ", and none reads as dates" : "";
  const hasDate = !missing.includes("date");
  const none = missing.filter((essential) => essential !== "date")
    .filter((essential) => hasDate || open.includes(essential))
    .map((essential) => `--without ${WITHOUT[essential]}`);
  const without = none.length > 0 && !open.includes("date")
    ? `, or say ${none.join(" ")} if it has none`
    : "";
  if (open.length === 0) return `by content it would be ${options.join(" ")}${without}.`;
  const examples = open.map((essential) => `--map ${columnOf[essential]}="…"`);
  return `name the column with ${[...options, ...examples].join(" ")}${noDates}${without}.`;
}
