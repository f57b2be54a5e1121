import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { main } from "../../src/cli/main.ts";
import { main as data } from "../../src/cli/data.ts";
import { exitCodeOf } from "../../src/cli/exit_code_of.ts";
import { InputError, NotEnoughDataError } from "../../src/frames/errors.ts";

/** What a piece of work writes to standard error, and what it returns. */
async function toldBy<T>(work: () => T | Promise<T>): Promise<{ told: string; result: T }> {
  const original = console.error, told: string[] = [];
  console.error = (text: string) => void told.push(text);
  try {
    const result = await work();
    return { told: told.join("\n"), result };
  } finally {
    console.error = original;
  }
}

/** The same while a method that the program needs is broken. */
function toldByBroken(args: readonly string[]) {
  const original = String.prototype.padEnd;
  String.prototype.padEnd = () => {
    throw new TypeError("padEnd is\nbroken.");
  };
  return toldBy(() => main(args)).finally(() => String.prototype.padEnd = original);
}

function table(): string {
  const path = Deno.makeTempFileSync({ suffix: ".csv" });
  Deno.writeTextFileSync(path, "Invoice,SKU,Qty,Date,Price,Email\n1,A,2,2024-05-01,1.5,a@b.c\n");
  return path;
}

Deno.test("exitCodeOf: what nobody foresaw is one sentence with a code that says where", async () => {
  const { told, result } = await toldByBroken(["inspect", table()]);
  assertEquals([result, told.split("\n").length], [1, 1]);
  const place = /\(TypeError at words\/plain_table\.ts:\d+: padEnd is broken\)/;
  assertMatch(told, place);
  assertMatch(
    told,
    /^error: This is a bug .*Please report it with .*; --debug shows the stack trace\.$/,
  );
});

Deno.test("exitCodeOf: --debug adds the trace", async () => {
  const { told, result } = await toldByBroken(["inspect", table(), "--debug"]);
  assertEquals(result, 1);
  assertMatch(told, /\n +at .*plain_table\.ts:\d+:\d+/);
});

Deno.test("exitCodeOf: a RangeError of the engine is no fault of the input", async () => {
  const { told } = await toldBy(() => {
    try {
      return new Array(-1).length;
    } catch (error) {
      return exitCodeOf(error, []);
    }
  });
  assertStringIncludes(told, "(RangeError: Invalid array length). Please report");
  assertStringIncludes((await toldBy(() => exitCodeOf("a text", []))).told, "(string: a text)");
});

Deno.test("exitCodeOf: what is wrong with the input stays as it is", async () => {
  for (const fault of [new InputError("It is\u001b empty."), new NotEnoughDataError("2 lines.")]) {
    const { told, result } = await toldBy(() => exitCodeOf(fault, ["--debug"]));
    assertEquals([result, told], [1, `error: ${fault.message.replace("\u001b", "")}`]);
  }
});

Deno.test("main: paths and options that lead nowhere are one sentence each", async () => {
  const shop = table();
  const output = ["--output", `${Deno.makeTempDirSync()}/out`];
  const refused = async (...args: string[]) => {
    const { told, result } = await toldBy(() => main(args));
    assertEquals([result, told.split("\n").length], [1, 1], told);
    return told;
  };
  assertStringIncludes(await refused("inspect", ""), "error: No file is named");
  assertStringIncludes(await refused("--input", "", ...output), "error: No file is named");
  assertStringIncludes(await refused("--input", `${shop}/x`, ...output), "error: There is no file");
  assertStringIncludes(await refused("inspect", "a".repeat(300)), "is too long for a file");
  assertStringIncludes(await refused("inspect", "/proc/self/mem"), "/proc/self/mem cannot be read");
  for (const command of [["start", ...output], ["recommend", "--product", "A"]]) {
    assertMatch(
      await refused(...command, "--input", shop, "--as-of", "9999-12-31"),
      /more than 10 years after the last line \(1 May 2024\).*choose an earlier --as-of/,
    );
  }
});

Deno.test("data: an unforeseen error is one sentence as well", async () => {
  const original = URL.parse;
  URL.parse = () => {
    throw new TypeError("parse is broken");
  };
  const words = ["--url", "https://example.com"];
  const { told, result } = await toldBy(() => data(words)).finally(() => URL.parse = original);
  assertEquals(result, 1);
  assertMatch(told, /\(TypeError at cli\/data\.ts:\d+: parse is broken\)\. Please report/);
});
