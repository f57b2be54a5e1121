import { Command, Option } from "commander";
import {
  asOfOption,
  collect,
  inputOption,
  type InputOptions,
  readOptions,
  wholeNumber,
  withInputOptions,
} from "./options.ts";
import { recommendInWords } from "./recommend_in_words.ts";
import { tell } from "./tell.ts";

interface RecommendOptions extends InputOptions {
  readonly input: readonly string[];
  readonly customer?: string;
  readonly product?: string;
  readonly basket?: readonly string[];
  readonly country?: string;
  readonly newProduct?: string;
  readonly asOf?: string;
  readonly count: number;
}

/** The command `recommend`: answers one question about recommendations. */
export function recommendCommand(): Command {
  return withInputOptions(
    new Command("recommend")
      .description(
        "Answer one question about recommendations; without --input, on demo transactions.",
      )
      .addOption(inputOption())
      .addOption(
        new Option("--customer <id>", "what to recommend to this customer")
          .conflicts(["product", "basket", "country", "newProduct"]),
      )
      .addOption(
        new Option("--product <product>", "what goes with this product (id or name)")
          .conflicts(["basket", "country", "newProduct"]),
      )
      .addOption(
        new Option(
          "--basket <products>",
          "what to recommend to a newcomer with these products (ids or names, comma-separated); " +
            "may be repeated",
        ).argParser(collect).conflicts("newProduct"),
      )
      .addOption(
        new Option("--country <country>", "what to recommend to a newcomer in this country")
          .conflicts("newProduct"),
      )
      .option("--new-product <description>", "whom to offer a product that is not yet sold")
      .addOption(asOfOption())
      .option("--count <rows>", "how many rows to show", wholeNumber(1, 100), 10)
      .allowExcessArguments(false),
  ).action((options: RecommendOptions) => {
    tell(recommendInWords(options.input, { ...options, ...readOptions(options) }));
  });
}
