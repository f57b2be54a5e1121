import { type Command, InvalidArgumentError, Option } from "commander";
import { instantOf } from "../frames/days.ts";
import { DATE_ORDERS, type DateOrder } from "../transactions/interpretation/dates/date_order.ts";
import type { DecimalMark } from "../transactions/interpretation/amounts/parse_numbers.ts";
import {
  type DiscountOptions,
  DISCOUNTS,
} from "../transactions/interpretation/orders/order_discounts.ts";
import {
  STATUS_ANSWERS,
  type StatusAnswer,
} from "../transactions/interpretation/orders/status_words.ts";
import { OPTIONAL_RULES } from "../transactions/cleaning/transaction_rules.ts";
import { WITHOUT } from "../transactions/mapping/essential_columns.ts";
import { COLUMN_SYNONYMS } from "../transactions/mapping/column_synonyms.ts";
import type { ColumnChoices } from "../transactions/mapping/find_columns.ts";
import { oneLine } from "./one_line.ts";

/** What `--without` takes: rules, and what a file has none of. */
const SWITCHES = [...OPTIONAL_RULES, ...Object.values(WITHOUT)];

/** Options of reading the input, the same for every command that reads it. */
export interface InputOptions {
  readonly map: ColumnChoices;
  readonly dateOrder?: DateOrder;
  readonly dayOne?: string;
  readonly decimalMark?: DecimalMark;
  readonly skipUnreadable?: boolean;
  readonly without: readonly string[];
  readonly currency?: string;
  readonly rates?: string;
  readonly status: Readonly<Record<string, StatusAnswer>>;
  readonly discounts?: DiscountOptions["discounts"];
  readonly keepDamagedIds?: boolean;
  readonly sheet: readonly string[];
  readonly join: readonly string[];
}

/** The options by which every command reads its files, as reading and cleaning take them. */
export function readOptions({ map, status, sheet, join, ...options }: InputOptions) {
  const { dateOrder, dayOne, decimalMark, skipUnreadable, keepDamagedIds, without } = options;
  const { currency, rates, discounts } = options;
  return {
    ...{ columns: map, dateOrder, dayOne, decimalMark, skipUnreadable, keepDamagedIds, without },
    ...{ currency, rates, statuses: status, discounts, sheets: sheet, join },
  };
}

/**
 * Lets a program throw where it would exit, complain on one line, and ask nothing of the environment.
 */
export function quiet(program: Command): Command {
  return program
    .exitOverride()
    .showSuggestionAfterError(false)
    .configureOutput({
      outputError: (text, write) => write(oneLine(text)),
      // Asking the environment for colours, of which there are none, would need its permission.
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
}

/** Adds the options of {@linkcode InputOptions} and `--debug` to a command. */
export function withInputOptions(command: Command): Command {
  const optional = SWITCHES.join(", ");
  return command
    .addOption(
      new Option("--map <column=name>", "name the file's column for a field; may be repeated")
        .argParser(choice).default({}, "none"),
    )
    .addOption(
      new Option("--date-order <order>", "how to read 12/1/2010 if the file does not show it")
        .choices(DATE_ORDERS),
    )
    .addOption(
      new Option("--day-one <date>", "ISO date of day 1, if the file counts days").argParser(
        isoDate,
      ),
    )
    .addOption(
      new Option("--decimal-mark <mark>", "how to read 1,234 if the file does not show it")
        .choices(["point", "comma"]),
    )
    .option(
      "--keep-damaged-ids",
      "use ids such as 8.8E+11, which a spreadsheet has cut, as they are",
    )
    .option("--skip-unreadable", "leave out lines that cannot be read, however many they are")
    .option(
      "--currency <code>",
      "currency of all amounts, such as GBP or £; of a file with several, only its lines count",
      currency,
    )
    .option(
      "--rates <file>",
      "convert to one currency by a file of exchange rates (columns date, from, to, rate)",
      file,
    )
    .addOption(
      new Option(
        "--status <word=meaning>",
        `what a word about an order means (${STATUS_ANSWERS.join(", ")}); may be repeated`,
      ).argParser(status).default({}, "none"),
    )
    .addOption(
      new Option("--sheet <name>", "take this sheet of a workbook; may be repeated")
        .argParser(collect).default([], "none"),
    )
    .addOption(
      new Option(
        "--join <column>",
        "join files that belong together on this column; may be repeated",
      )
        .argParser(collect).default([], "none"),
    )
    .addOption(
      new Option("--without <rule>", `switch off a rule (${optional}); may be repeated`)
        .argParser(rule).default([], "none"),
    )
    .addOption(
      new Option("--discounts <how>", "whether columns of discounts are still to be taken off")
        .choices(DISCOUNTS),
    )
    .addOption(debugOption());
}

/** Reads the name of a file. */
function file(text: string): string {
  if (text !== "") return text;
  throw new InvalidArgumentError("Name a file, such as rates.csv.");
}

function status(
  text: string,
  statuses: Readonly<Record<string, StatusAnswer>>,
): Readonly<Record<string, StatusAnswer>> {
  const at = text.lastIndexOf("=");
  const word = text.slice(0, Math.max(0, at)).trim();
  const answer = STATUS_ANSWERS.find((answer) => answer === text.slice(at + 1).trim());
  if (word === "" || answer === undefined) {
    throw new InvalidArgumentError(
      `Write word=meaning, where meaning is one of ${STATUS_ANSWERS.join(", ")}.`,
    );
  }
  return { ...statuses, [word]: answer };
}

/** The files to read. */
export function inputOption(): Option {
  return new Option(
    "--input <file>",
    "file of transaction lines (CSV, JSON, Parquet, Excel), or a folder; may be repeated",
  ).argParser(collect).default([], "none");
}

/** The date before which lines count. */
export function asOfOption(): Option {
  return new Option(
    "--as-of <date>",
    "use only lines before this ISO date (default: the day after the last line)",
  ).argParser(isoDate);
}

/** The trace of an unexpected error. */
export function debugOption(): Option {
  return new Option("--debug", "show the stack trace of an unexpected error");
}

/** Collects an option that may be repeated. */
export function collect(value: string, values: readonly string[] = []): string[] {
  return [...values, value];
}

/** Reads a whole number in a range. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : NaN;
    if (value >= least && value <= most) return value;
    throw new InvalidArgumentError(`Write a whole number from ${least} to ${most}.`);
  };
}

/** Reads an amount of money. */
export function amount(text: string): number {
  const value = decimal(text);
  if (value >= 0) return value;
  throw new InvalidArgumentError("Write an amount of 0 or more, such as 0.85.");
}

/** Reads a share above 0, up to all. */
export function share(text: string): number {
  const value = decimal(text);
  if (value > 0 && value <= 1) return value;
  throw new InvalidArgumentError("Write a share above 0 and at most 1, such as 0.05 for 5 %.");
}

/** Reads a share above 0, less than all. */
export function shareBelowOne(text: string): number {
  const value = share(text);
  if (value < 1) return value;
  throw new InvalidArgumentError("Write a share below 1, such as 0.2 for 20 %.");
}

/**
 * Reads a currency.
 *
 * @returns The letters in capitals, or the sign.
 */
export function currency(text: string): string {
  if (/^[a-z]{3}$/i.test(text)) return text.toUpperCase();
  if (/^\p{L}{0,3}\p{Sc}$/u.test(text)) return text;
  throw new InvalidArgumentError("Write a currency code such as GBP, or a sign such as £.");
}

function choice(text: string, choices: ColumnChoices): ColumnChoices {
  const [column, ...name] = text.split("=");
  if (!Object.hasOwn(COLUMN_SYNONYMS, column) || name.length === 0) {
    const columns = Object.keys(COLUMN_SYNONYMS).join(", ");
    throw new InvalidArgumentError(`Write column=name, where column is one of ${columns}.`);
  }
  return { ...choices, [column]: name.join("=") };
}

function rule(text: string, rules: readonly string[]): string[] {
  if (SWITCHES.includes(text)) return [...new Set([...rules, text])];
  throw new InvalidArgumentError(
    `Only these rules can be switched off: ${SWITCHES.join(", ")}.`,
  );
}

function isoDate(text: string): string {
  try {
    instantOf(text);
    return text;
  } catch {
    throw new InvalidArgumentError("Write an ISO date such as 2011-12-10.");
  }
}

/** A plain decimal number; NaN for anything else, such as "1e9", "0x10" or "". */
function decimal(text: string): number {
  return /^\d{1,12}(\.\d{1,12})?$/.test(text) ? Number(text) : NaN;
}
