import { type Command, InvalidArgumentError, Option } from "commander";
import { instantOf } from "../frames/days.ts";
import type { DateOrder } from "../transactions/interpretation/parse_dates.ts";
import type { DecimalMark } from "../transactions/interpretation/parse_numbers.ts";
import { OPTIONAL_RULES } from "../transactions/cleaning/transaction_rules.ts";
import { WITHOUT } from "../transactions/mapping/essential_columns.ts";
import { COLUMN_SYNONYMS } from "../transactions/mapping/column_synonyms.ts";
import type { ColumnChoices } from "../transactions/mapping/map_columns.ts";
import { oneLine } from "./one_line.ts";

/** What `--without` takes: rules, and what a file has none of. */
const SWITCHES = [...OPTIONAL_RULES, ...Object.values(WITHOUT)];

/** How to read the input; the same for every command that reads it. */
export interface InputOptions {
  readonly map: ColumnChoices;
  readonly dateOrder?: DateOrder;
  readonly decimalMark?: DecimalMark;
  readonly without: readonly string[];
  readonly keepDamagedIds?: boolean;
}

/**
 * The options by which every command reads its files, as reading and cleaning take them.
 *
 * @param options What was typed.
 * @returns Options of `readTransactions` and `cleanTransactions`.
 */
export function readOptions(
  { map, dateOrder, decimalMark, without, keepDamagedIds }: InputOptions,
) {
  return { columns: map, dateOrder, decimalMark, without, keepDamagedIds };
}

/**
 * Lets a program throw where it would exit, complain on one line, and ask nothing of the environment.
 *
 * @param program A program or command.
 * @returns The same program.
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

/**
 * Adds the options of {@linkcode InputOptions} and `--debug` to a command.
 *
 * @param command The command.
 * @returns The same command.
 */
export function withInputOptions(command: Command): Command {
  const optional = SWITCHES.join(", ");
  return command
    .option(
      "--map <column=name>",
      "name the file's column for a field; may be repeated",
      choice,
      {},
    )
    .addOption(
      new Option("--date-order <order>", "how to read 12/1/2010 if the file leaves it open")
        .choices(["day-first", "month-first"]),
    )
    .addOption(
      new Option("--decimal-mark <mark>", "how to read 1,234 if the file leaves it open")
        .choices(["point", "comma"]),
    )
    .option(
      "--keep-damaged-ids",
      "use ids such as 8.8E+11, which a spreadsheet has cut, as they are",
    )
    .option("--without <rule>", `switch off a rule (${optional}); may be repeated`, rule, [])
    .addOption(debugOption());
}

/** The files to read. */
export function inputOption(): Option {
  return new Option(
    "--input <file>",
    "file of transaction lines (CSV, Parquet, Excel); may be repeated",
  ).argParser(collect).default([]);
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

/**
 * Reads a whole number in a range.
 *
 * @param least The smallest allowed.
 * @param most The largest allowed.
 * @returns Parser of an option.
 */
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
 * @param text Three letters such as GBP, or a sign such as £.
 * @returns The sign of a code that has one, such as £ or US$; otherwise what was typed.
 */
export function currency(text: string): string {
  if (/^[a-z]{3}$/i.test(text)) {
    const format = new Intl.NumberFormat("en-GB", { style: "currency", currency: text });
    return format.formatToParts(0).find(({ type }) => type === "currency")!.value;
  }
  if (/^\p{L}{0,3}\p{Sc}$/u.test(text)) return text;
  throw new InvalidArgumentError("Write a currency code such as GBP, or a sign such as £.");
}

/** Reads the name of a folder. */
export function folder(text: string): string {
  if (text !== "") return text;
  throw new InvalidArgumentError("Name a folder, such as out.");
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
