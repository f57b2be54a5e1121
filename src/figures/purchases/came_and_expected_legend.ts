import { formatName } from "../../words/model_names.ts";
import type { LegendEntry } from "../drawing/legend.ts";
import { INK } from "../drawing/palette.ts";

/** Tells in a legend what came, as a line, from what models expected, in dashes. */
export function cameAndExpectedLegend(
  models: readonly string[],
  colourOf: (model: string) => string,
): LegendEntry[] {
  return [
    { kind: "line", label: "actual", colour: INK.strong },
    ...models.map((model): LegendEntry => ({
      kind: "dashes",
      label: formatName(model),
      colour: colourOf(model),
    })),
  ];
}
