import { assertEquals, assertThrows } from "@std/assert";
import { TaskError } from "../tools/project.ts";
import { readOptions } from "./read_options.ts";

const NAMES = ["stack", "read_csv"];

Deno.test("readOptions: everything three times, unless told otherwise", () => {
  assertEquals(readOptions([], NAMES), { input: undefined, only: NAMES, rounds: 3 });
  assertEquals(
    readOptions(["--only", "read_csv", "--only", "stack", "--rounds", "1"], NAMES),
    { input: undefined, only: ["read_csv", "stack"], rounds: 1 },
  );
});

Deno.test("readOptions: what is wrong is said in a sentence", () => {
  const wrong: [string[], string][] = [
    [["--only", "reading"], '--only must be one of stack, read_csv, not "reading".'],
    [["--rounds", "0"], '--rounds must be a positive whole number, not "0".'],
    [["--rounds", "1.5"], '--rounds must be a positive whole number, not "1.5".'],
    [["--input", "no such file"], "There is no such file"],
    [["--input", import.meta.dirname!], "is none."],
    [["--inputs"], "--inputs"],
  ];
  for (const [args, message] of wrong) {
    assertThrows(() => readOptions(args, NAMES), TaskError, message);
  }
});
