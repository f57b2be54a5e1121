import { Command, Option } from "commander";
import { InputError } from "../frames/errors.ts";
import {
  OUTLIER_TREATMENTS,
  type OutlierTreatment,
} from "../learning/preparation/outlier_treatment.ts";
import { checkOutput } from "../pipeline/output/check_output.ts";
import { replaceArtifacts } from "../pipeline/output/replace_artifacts.ts";
import { STANDARD_ERROR } from "../pipeline/progress.ts";
import { runArtifacts } from "../pipeline/run_artifacts.ts";
import { runPipeline } from "../pipeline/run_pipeline.ts";
import { CONTACT_DEFAULTS } from "../prediction/targeting/contact_assumptions.ts";
import {
  amount,
  asOfOption,
  currency,
  folder,
  inputOption,
  type InputOptions,
  readOptions,
  share,
  shareBelowOne,
  wholeNumber,
  withInputOptions,
} from "./options.ts";
import { readingInWords } from "./reading_in_words.ts";
import { summaryInWords } from "./summary_in_words.ts";
import { tell } from "./tell.ts";

interface StartOptions extends InputOptions {
  readonly input: readonly string[];
  readonly output: string;
  readonly asOf?: string;
  readonly currency?: string;
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

/** Some results are there, others are missing through a fault of the program. */
class IncompleteRun extends InputError {}

/**
 * The command `start`: runs every stage and writes the results.
 *
 * @returns The command with its options.
 */
export function startCommand(): Command {
  return withInputOptions(
    new Command("start")
      .description("Run every stage and write the results; without --input, on demo transactions.")
      .addOption(inputOption())
      .option("--output <folder>", "folder for the results", folder, "out")
      .addOption(asOfOption())
      .option("--currency <code>", "currency of all amounts, such as GBP or £", currency)
      .option("--horizon-days <days>", "how far ahead to predict", wholeNumber(1, 3650), 91)
      .option(
        "--segments <k>",
        "number of segments (default: chosen from 2 to 10)",
        wholeNumber(2, 20),
      )
      .addOption(
        new Option("--treatment <kind>", "how to treat extreme values before segmenting")
          .choices(OUTLIER_TREATMENTS).default("log1p"),
      )
      .option(
        "--contact-cost <amount>",
        "cost of contacting one customer",
        amount,
        CONTACT_DEFAULTS.contactCost,
      )
      .option(
        "--success-rate <share>",
        "share of leaving customers whom a contact wins back",
        share,
        CONTACT_DEFAULTS.successRate,
      )
      .option(
        "--margin <share>",
        "share of revenue that is profit, before contact costs",
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
        new Option(
          "--high-spend-cut <of>",
          "take the high-spend threshold from each horizon or from the past",
        ).choices(["each-horizon", "past"]).default("each-horizon"),
      )
      .option("--seed <seed>", "seed of all random numbers", wholeNumber(0, 2 ** 31 - 1), 42)
      .allowExcessArguments(false),
  ).action(start);
}

function start({ input, output, highSpendShare, highSpendCut, ...options }: StartOptions): void {
  checkOutput(output, input);
  const result = runPipeline(input, {
    ...options,
    ...readOptions(options),
    highSpend: {
      share: highSpendShare,
      cut: highSpendCut === "past" ? "past" : "each horizon",
    },
    onOpen: (shop) => tell(readingInWords(shop)),
    progress: STANDARD_ERROR,
  });
  const failures: string[] = [];
  replaceArtifacts(output, runArtifacts(result, (sentence) => failures.push(sentence)));
  tell(summaryInWords(result, output, options.without));
  if (failures.length > 0) {
    throw new IncompleteRun(`${failures.join(" ")} All other results are in ${output}.`);
  }
}
