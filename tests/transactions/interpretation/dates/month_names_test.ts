import { assert, assertEquals } from "@std/assert";
import {
  isWeekday,
  monthOf,
  plainLetters,
} from "../../../../src/transactions/interpretation/dates/month_names.ts";

const LANGUAGES = ["en-US", "en-GB", "de", "de-AT", "fr", "es", "pt", "pt-BR", "it", "nl"];

/** A part of a date as Unicode's CLDR names it. */
function named(
  language: string,
  date: Date,
  field: "month" | "weekday",
  style: "long" | "short",
): string {
  const options = { day: "numeric", month: "long", [field]: style, timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(language, options).formatToParts(date)
    .find(({ type }) => type === field)!.value;
}

Deno.test("monthOf: knows every month as CLDR names it in seven languages, long and short", () => {
  for (const language of LANGUAGES) {
    for (const style of ["long", "short"] as const) {
      for (let month = 1; month <= 12; month++) {
        const name = named(language, new Date(Date.UTC(2024, month - 1, 15)), "month", style);
        for (const text of [name, name.toUpperCase()]) {
          assertEquals(monthOf(plainLetters(text).replace(".", "")), month, `${language} ${text}`);
        }
      }
    }
  }
  assertEquals(["ju", "jui", "mon", ""].map(monthOf), [NaN, NaN, NaN, NaN]);
});

Deno.test("isWeekday: knows every day of the week as CLDR names it in seven languages", () => {
  for (const language of LANGUAGES) {
    for (const style of ["long", "short"] as const) {
      for (let day = 1; day <= 7; day++) {
        const name = named(language, new Date(Date.UTC(2024, 0, day)), "weekday", style);
        assert(isWeekday(plainLetters(name).replace(".", "")), `${language} ${name}`);
      }
    }
  }
  assertEquals(isWeekday("lamp"), false);
});
