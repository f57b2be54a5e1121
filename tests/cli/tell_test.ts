import { assertEquals, assertThrows } from "@std/assert";
import { tell } from "../../src/cli/tell.ts";
import { InputError } from "../../src/frames/errors.ts";

/** What reaches standard output, if that does not fail. */
function told(text: string, error?: Error): string[] {
  const { log } = console;
  const lines: string[] = [];
  try {
    console.log = (line: string) => {
      if (error) throw error;
      lines.push(line);
    };
    tell(text);
  } finally {
    console.log = log;
  }
  return lines;
}

Deno.test("tell: no-break spaces become spaces", () => {
  assertEquals(told("95\u00a0% of\u00a0them\n"), ["95 % of them\n"]);
});

Deno.test("tell: a reader who has enough is no error, a full disk is one in a sentence", () => {
  assertEquals(told("a", new Deno.errors.BrokenPipe("Broken pipe")), []);
  const full = new Error("No space left on device (os error 28)");
  assertThrows(() => told("a", full), InputError, "standard output (No space left on device");
});
