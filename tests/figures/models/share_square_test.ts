import { shareSquare } from "../../../src/figures/models/share_square.ts";
import { assertEquals } from "@std/assert";

Deno.test("shareSquare: the plot of one share against another", () => {
  const plot = shareSquare(480, { x: "false positive rate →", y: "↑ true positive rate" }, []);
  assertEquals([plot.height, plot.marks?.length], [374, 1]);
});
