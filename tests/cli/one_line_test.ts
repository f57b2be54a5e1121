import { oneLine } from "../../src/cli/one_line.ts";
import { assertEquals } from "@std/assert";

Deno.test("oneLine: puts a complaint about options onto one line", () => {
  assertEquals(
    oneLine("error: no\nsuch option\n"),
    "error: no such option (--help lists the options)\n",
  );
});
