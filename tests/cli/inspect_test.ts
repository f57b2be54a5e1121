import { assertEquals, assertThrows } from "@std/assert";
import { inspectCommand } from "../../src/cli/inspect.ts";
import { InputError } from "../../src/frames/errors.ts";
import { inspectFile } from "../../src/transactions/inspection/inspect_file.ts";

function told(...words: string[]): string {
  const { log } = console;
  const lines: string[] = [];
  try {
    console.log = (line: string) => lines.push(line);
    inspectCommand().exitOverride().configureOutput({ writeErr() {} })
      .parse(words, { from: "user" });
  } finally {
    console.log = log;
  }
  return lines.join("\n");
}

Deno.test("inspectCommand: tells what inspectFile finds, read as the options say", () => {
  const path = Deno.makeTempFileSync({ suffix: ".csv" });
  Deno.writeTextFileSync(path, "Invoice,Quantity,Date,Price,Customer\n1,2,3/4/2024,1.5,7\n");
  const expected = inspectFile(path, { dateOrder: "day-first" }).replaceAll("\u00a0", " ");
  assertEquals(told(path, "--date-order", "day-first"), expected);
  assertThrows(() => told("/nowhere.csv"), InputError, "There is no file");
  assertThrows(() => told(), Error, "missing required argument");
});
