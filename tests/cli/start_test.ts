import { assertEquals } from "@std/assert";
import { startCommand } from "../../src/cli/start.ts";

Deno.test("startCommand: what it does without options, as --help and the README say", () => {
  const { horizonDays, output, treatment, highSpendShare, highSpendCut, seed, input, segments } =
    startCommand().opts();
  assertEquals([horizonDays, output, treatment], [91, "out", "log1p"]);
  assertEquals([highSpendShare, highSpendCut, seed], [0.2, "each-horizon", 42]);
  assertEquals([input ?? [], segments], [[], undefined]);
});
