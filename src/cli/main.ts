import { Command, InvalidArgumentError, Option } from "commander";
import { exitCodeOf } from "./exit_code_of.ts";
import { oneLine } from "./one_line.ts";
import { instantOf } from "../frames/days.ts";
import {
  OUTLIER_TREATMENTS,
  type OutlierTreatment,
} from "../learning/preparation/outlier_treatment.ts";
import { CONTACT_DEFAULTS } from "../prediction/targeting/contact_assumptions.ts";
import { runPipeline } from "../pipeline/run_pipeline.ts";
import { STANDARD_ERROR } from "../pipeline/progress.ts";
import { recommendInWords } from "./recommend_in_words.ts";
import { checkOutput } from "../pipeline/output/check_output.ts";
import { replaceArtifacts } from "../pipeline/output/replace_artifacts.ts";
import { runArtifacts } from "../pipeline/run_artifacts.ts";
import { summaryInWords } from "./summary_in_words.ts";
import { COLUMN_SYNONYMS } from "../transactions/mapping/column_synonyms.ts";
import { InputError } from "../frames/errors.ts";
import { inspectFile } from "../transactions/inspection/inspect_file.ts";
import type { ColumnChoices } from "../transactions/mapping/map_columns.ts";
import type { DateOrder } from "../transactions/cleaning/parse_dates.ts";
import type { DecimalMark } from "../transactions/cleaning/parse_numbers.ts";
import { OPTIONAL_RULES } from "../transactions/cleaning/transaction_rules.ts";

interface StartOptions {
  readonly input: readonly string[];
  readonly output: string;
  readonly asOf?: string;
  readonly horizonDays: number;
  readonly segments?: number;
  readonly treatment: OutlierTreatment["kind"];
  readonly contactCost: number;
  readonly successRate: number;
  readonly margin: number;
  readonly highSpendShare: number;
  readonly highSpendCut: "each-horizon" | "past";
  readonly seed: number;
}

interface RecommendWords {
  readonly input: readonly string[];
  readonly customer?: string;
  readonly product?: string;
  readonly basket?: readonly string[];
  readonly country?: string;
  readonly newProduct?: string;
  readonly asOf?: string;
  readonly count: number;
}

/** How the input is meant; the same for every command that reads it. */
interface InputOptions {
  readonly map: ColumnChoices;
  readonly dateOrder?: DateOrder;
  readonly decimalMark?: DecimalMark;
  readonly without: readonly string[];
}

/** Some results are there, others are missing through a fault of the program. */
class IncompleteRun extends InputError {}

/**
 * Runs the command line.
 *
 * @param args The words after the program's name.
 * @returns The exit code: 0, or 1 after one sentence on standard error.
 */
export function main(args: readonly string[]): number {
  try {
    program().parse([...args], { from: "user" });
    return 0;
  } catch (error) {
    return exitCodeOf(error, args);
  }
}

function program(): Command {
  const program = new Command("shopper-spectrum")
    .description("From a file of transaction lines to segments, predictions, values and offers.")
    .exitOverride()
    .showSuggestionAfterError(false)
    .configureOutput({
      outputError: (text, write) => write(oneLine(text)),
      // Asking the environment for colours, of which there are none, would need its permission.
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  program.command("start", { isDefault: true })
    .description("Run every stage and write the results; on demo transactions without --input.")
    .addOption(inputOption())
    .option("--output <folder>", "where to write the results", folder, "out")
    .addOption(asOfOption())
    .option("--horizon-days <days>", "how far predictions look ahead", wholeNumber(1, 3650), 91)
    .option(
      "--segments <k>",
      "number of segments (default: chosen from 2 to 10)",
      wholeNumber(2, 20),
    )
    .addOption(
      new Option("--treatment <kind>", "what is done about extreme values before segmenting")
        .choices(OUTLIER_TREATMENTS).default("log1p"),
    )
    .option(
      "--contact-cost <amount>",
      "what contacting a customer costs, in the currency of the file",
      amount,
      CONTACT_DEFAULTS.contactCost,
    )
    .option(
      "--success-rate <share>",
      "share of those who would stay away that a contact brings back",
      share,
      CONTACT_DEFAULTS.successRate,
    )
    .option(
      "--margin <share>",
      "share of revenue that is profit before the contact",
      share,
      CONTACT_DEFAULTS.margin,
    )
    .option(
      "--high-spend-share <share>",
      "share of customers who count as high spenders",
      shareBelowOne,
      0.2,
    )
    .addOption(
      new Option("--high-spend-cut <of>", "from which horizon the amount is taken that they exceed")
        .choices(["each-horizon", "past"]).default("each-horizon"),
    )
    .option("--seed <seed>", "seed of all random numbers", wholeNumber(0, 2 ** 31 - 1), 42)
    .allowExcessArguments(false)
    .action((options: StartOptions & InputOptions) => start(options));
  program.command("inspect <file>")
    .description("Show what a file is and how it would be read, before any run.")
    .allowExcessArguments(false)
    .action((file: string, options: InputOptions) => {
      tell(inspectFile(file, inputOptions(options)));
    });
  program.command("recommend")
    .description("Answer one question about offers; about the demo transactions without --input.")
    .addOption(inputOption())
    .addOption(
      new Option("--customer <id>", "what to offer to this customer")
        .conflicts(["product", "basket", "country", "newProduct"]),
    )
    .addOption(
      new Option("--product <product>", "what goes with this product, by its id or name")
        .conflicts(["basket", "country", "newProduct"]),
    )
    .addOption(
      new Option(
        "--basket <products>",
        "what to offer to a newcomer with these products: ids or names with commas; may be repeated",
      ).argParser(collect).conflicts("newProduct"),
    )
    .addOption(
      new Option("--country <country>", "what to offer to a newcomer in this country")
        .conflicts("newProduct"),
    )
    .option("--new-product <description>", "whom to offer a product that is not sold yet")
    .addOption(asOfOption())
    .option("--count <rows>", "how many rows to show", wholeNumber(1, 100), 10)
    .allowExcessArguments(false)
    .action((options: RecommendWords & InputOptions) => {
      tell(recommendInWords(options.input, { ...options, ...inputOptions(options) }));
    });
  for (const command of program.commands) addInputOptions(command);
  return program;
}

function addInputOptions(command: Command): void {
  const optional = OPTIONAL_RULES.join(", ");
  command
    .option(
      "--map <column=name>",
      "which column of the file holds what; may be repeated",
      choice,
      {},
    )
    .addOption(
      new Option("--date-order <order>", "how 12/1/2010 is meant, where the file does not tell")
        .choices(["day-first", "month-first"]),
    )
    .addOption(
      new Option("--decimal-mark <mark>", "how 1,234 is meant, where the file does not tell")
        .choices(["point", "comma"]),
    )
    .option("--without <rule>", `switch off a rule (${optional}); may be repeated`, rule, [])
    .option("--debug", "show the trace of an error that nobody foresaw");
}

function inputOption(): Option {
  return new Option(
    "--input <file>",
    "file of transaction lines (CSV, Parquet, Excel); may be repeated",
  ).argParser(collect).default([]);
}

function asOfOption(): Option {
  return new Option(
    "--as-of <date>",
    "use lines before this ISO date only (default: after the last)",
  ).argParser(isoDate);
}

function inputOptions({ map, dateOrder, decimalMark, without }: InputOptions) {
  return { columns: map, dateOrder, decimalMark, without };
}

function start({ input, output, ...options }: StartOptions & InputOptions): void {
  checkOutput(output, input);
  const { highSpendShare, highSpendCut } = options;
  const cut = highSpendCut === "past" ? "past" : "each horizon";
  const result = runPipeline(input, {
    ...options,
    ...inputOptions(options),
    highSpend: { share: highSpendShare, cut },
    progress: STANDARD_ERROR,
  });
  const failures: string[] = [];
  replaceArtifacts(output, runArtifacts(result, (sentence) => failures.push(sentence)));
  tell(summaryInWords(result, output, options.without));
  if (failures.length > 0) {
    throw new IncompleteRun(`${failures.join(" ")} All other results are in ${output}.`);
  }
}

/** Standard output may be a file on a full disk, or a reader such as `head` that has enough. */
function tell(text: string): void {
  try {
    console.log(text);
  } catch (error) {
    if (error instanceof Deno.errors.BrokenPipe) return;
    throw new InputError(`Standard output cannot be written (${(error as Error).message}).`);
  }
}

function folder(text: string): string {
  if (text !== "") return text;
  throw new InvalidArgumentError("Name a folder such as out.");
}

function collect(value: string, values: readonly string[] = []): string[] {
  return [...values, value];
}

function choice(text: string, choices: ColumnChoices): ColumnChoices {
  const [column, ...name] = text.split("=");
  if (!Object.hasOwn(COLUMN_SYNONYMS, column) || name.length === 0) {
    const columns = Object.keys(COLUMN_SYNONYMS).join(", ");
    throw new InvalidArgumentError(`Write column=name, the column being one of ${columns}.`);
  }
  return { ...choices, [column]: name.join("=") };
}

function rule(text: string, rules: readonly string[]): string[] {
  if (OPTIONAL_RULES.includes(text)) return [...new Set([...rules, text])];
  throw new InvalidArgumentError(`Rules that can be switched off: ${OPTIONAL_RULES.join(", ")}.`);
}

function isoDate(text: string): string {
  try {
    instantOf(text);
    return text;
  } catch {
    throw new InvalidArgumentError("Write an ISO date such as 2011-12-10.");
  }
}

function wholeNumber(least: number, most: number) {
  return (text: string): number => {
    const value = /^\d+$/.test(text) ? Number(text) : NaN;
    if (value >= least && value <= most) return value;
    throw new InvalidArgumentError(`Write a whole number from ${least} to ${most}.`);
  };
}

function amount(text: string): number {
  const value = decimal(text);
  if (value >= 0) return value;
  throw new InvalidArgumentError("Write an amount of 0 or more such as 0.85.");
}

function share(text: string): number {
  const value = decimal(text);
  if (value > 0 && value <= 1) return value;
  throw new InvalidArgumentError("Write a share above 0 and at most 1, such as 0.05 for 5 %.");
}

function shareBelowOne(text: string): number {
  const value = share(text);
  if (value < 1) return value;
  throw new InvalidArgumentError("Write a share below 1, such as 0.2 for 20 %.");
}

/** A plain decimal number; NaN for anything else, such as "1e9", "0x10" or "". */
function decimal(text: string): number {
  return /^\d{1,12}(\.\d{1,12})?$/.test(text) ? Number(text) : NaN;
}

if (import.meta.main) Deno.exit(main(Deno.args));
