import { assertEquals, assertThrows } from "@std/assert";
import { recommendCommand } from "../../src/cli/recommend.ts";

const asked = (...words: string[]) => {
  const command = recommendCommand().exitOverride().configureOutput({ writeErr() {} });
  return command.action(() => {}).parse(words, { from: "user" }).opts();
};

Deno.test("recommendCommand: one question at a time; a basket may come from a country", () => {
  const questions = [["--customer", "7"], ["--product", "CUP"], ["--new-product", "RED CUP"]];
  for (const [i, one] of questions.entries()) {
    const others = [...questions.filter((_, j) => j !== i), ["--country", "Spain"], [
      "--basket",
      "A",
    ]];
    for (const other of others) {
      assertThrows(() => asked(...one, ...other), Error, "cannot be used with");
    }
  }
  const { country, count } = asked("--basket", "A", "--country", "Spain");
  assertEquals([country, count], ["Spain", 10]);
});

Deno.test("recommendCommand: baskets add up, and so many rows are refused", () => {
  assertEquals(asked("--basket", "A,B", "--basket", "C").basket, ["A,B", "C"]);
  for (const count of ["0", "101", "1.5"]) assertThrows(() => asked("--count", count), Error);
});
