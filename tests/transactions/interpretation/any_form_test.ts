import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { InputError } from "../../../src/frames/errors.ts";
import { parseDates } from "../../../src/transactions/interpretation/dates/parse_dates.ts";
import { plainNumbers } from "../../../src/transactions/interpretation/amounts/parse_numbers.ts";

const LANGUAGES = ["en-US", "en-GB", "de", "de-AT", "de-CH", "fr", "es", "pt", "pt-BR", "it", "nl"];
const SECOND = 1000, MINUTE = 60 * SECOND, DAY = 24 * 60 * MINUTE;

/** One way to write dates, and how exact it is. */
interface Form {
  readonly name: string;
  readonly write: (date: Date) => string;
  readonly unit: number;
}

const two = (value: number) => String(value).padStart(2, "0");
const parts = (date: Date) =>
  [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()] as const;
const iso = (date: Date) => date.toISOString();

const CLOCKS: readonly { readonly write: (date: Date) => string; readonly unit: number }[] = [
  { write: () => "", unit: DAY },
  { write: (date) => ` ${iso(date).slice(11, 16)}`, unit: MINUTE },
  { write: (date) => ` ${date.getUTCHours()}:${iso(date).slice(14, 19)}`, unit: SECOND },
  {
    write: (date) =>
      ` ${date.getUTCHours() % 12 || 12}:${iso(date).slice(14, 16)} ${
        date.getUTCHours() < 12 ? "AM" : "pm"
      }`,
    unit: MINUTE,
  },
];

/** Numbers in every order, with every mark, padded and not, with years of four and two digits. */
const NUMERIC: readonly Form[] = ["dmy", "mdy", "ymd"].flatMap((order) =>
  ["/", "-", "."].flatMap((mark) =>
    [true, false].flatMap((isPadded) =>
      [4, 2].flatMap((digits) =>
        CLOCKS.map(({ write, unit }, clock) => ({
          name: [order, mark, isPadded, digits, clock].join(" "),
          unit,
          write: (date: Date) => {
            const [y, m, d] = parts(date);
            const texts: Record<string, string> = {
              y: digits === 4 ? String(y) : two(y % 100),
              m: isPadded ? two(m) : String(m),
              d: isPadded ? two(d) : String(d),
            };
            return [...order].map((part) => texts[part]).join(mark) + write(date);
          },
        }))
      )
    )
  )
);

/** As Unicode's CLDR writes dates in seven languages, an independent writer. */
const LOCALISED: readonly Form[] = LANGUAGES.flatMap((language) =>
  (["full", "long", "medium", "short"] as const).flatMap((dateStyle) =>
    ([undefined, "short", "medium"] as const).map((timeStyle) => {
      const format = new Intl.DateTimeFormat(language, { dateStyle, timeStyle, timeZone: "UTC" });
      const unit = timeStyle === undefined ? DAY : timeStyle === "short" ? MINUTE : SECOND;
      return {
        name: [language, dateStyle, timeStyle].join(" "),
        write: (date: Date) => format.format(date),
        unit,
      };
    })
  )
);

const PROGRAMMED: readonly Form[] = [
  { name: "ISO", write: iso, unit: SECOND },
  { name: "RFC 2822", write: (date) => date.toUTCString(), unit: SECOND },
  { name: "compact", write: (date) => iso(date).slice(0, 10).replaceAll("-", ""), unit: DAY },
  {
    name: "compact time",
    write: (date) => iso(date).slice(0, 16).replace(/[-:]/g, ""),
    unit: MINUTE,
  },
  { name: "seconds", write: (date) => String(Math.floor(+date / 1000)), unit: SECOND },
  { name: "milliseconds", write: (date) => String(+date), unit: SECOND },
  { name: "serial", write: (date) => String(+date / DAY + 25_569), unit: SECOND },
  {
    name: "offset",
    write: (date) => `${iso(date).slice(0, 19).replace("T", " ")} +0${+date % 2 + 1}00`,
    unit: SECOND,
  },
];

const FORMS = [...NUMERIC, ...LOCALISED, ...PROGRAMMED];

Deno.test("parseDates: random dates in every form come back or are asked about", () => {
  const asked = new Map<string, number>();
  let cases = 0;
  const start = fc.integer({ min: Date.UTC(2002, 0), max: Date.UTC(2030, 0) });
  const instants = fc.tuple(
    start,
    fc.constantFrom(20, 400, 1100),
    fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 }),
  ).map(([start, days, shares]) => shares.map((share) => Math.floor(start + share * days * DAY)));
  fc.assert(
    fc.property(fc.constantFrom(...FORMS), instants, ({ name, write, unit }, instants) => {
      cases++;
      const texts = instants.map((instant) => write(new Date(instant)));
      let read: Float64Array;
      try {
        read = parseDates(texts);
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        asked.set(name, (asked.get(name) ?? 0) + 1);
        return;
      }
      const expected = instants.map((instant) => Math.floor(instant / unit) * unit);
      // A binary fraction of a day is exact to the second, rounded.
      const error = name === "serial" ? SECOND : 0;
      texts.forEach((text, i) =>
        assert(Math.abs(read[i] - expected[i]) <= error, `${name}: ${text} → ${new Date(read[i])}`)
      );
    }),
    { numRuns: 5000, seed: 16 },
  );
  // Only the order of numbers is asked about.
  const ordered = (name: string) => NUMERIC.some((form) => form.name === name);
  assertEquals(
    [...asked.keys()].filter((name) => !ordered(name) && !/medium|short/.test(name)),
    [],
  );
  const times = [...asked.values()].reduce((sum, times) => sum + times, 0);
  assert(times < 0.4 * cases, `${times} of ${cases} are asked about`);
});

/** Ways to write numbers, by CLDR: an independent writer. */
const NUMBER_FORMATS = [...LANGUAGES, "en-IN", "sv", "pl", "da"].flatMap((language) => [
  new Intl.NumberFormat(language, { maximumFractionDigits: 6 }),
  new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
  ...["EUR", "USD", "GBP", "CHF", "INR", "SEK", "PLN", "BRL"].flatMap((currency) =>
    (["symbol", "code"] as const).flatMap((currencyDisplay) =>
      (["standard", "accounting"] as const).map((currencySign) =>
        new Intl.NumberFormat(language, {
          style: "currency",
          currency,
          currencyDisplay,
          currencySign,
        })
      )
    )
  ),
]);

Deno.test("plainNumbers: random amounts as CLDR writes them come back or are asked about", () => {
  let asked = 0, cases = 0;
  const cents = fc.array(fc.oneof(fc.integer({ min: -999_999, max: 999_999 }), fc.integer()), {
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(fc.constantFrom(...NUMBER_FORMATS), cents, (format, cents) => {
      cases++;
      const amounts = cents.map((cents) => cents / 100);
      const texts = amounts.map((amount) => format.format(amount));
      let read: number[];
      try {
        read = plainNumbers(texts).map((text) => text === "" ? NaN : Number(text));
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        asked++;
        return;
      }
      assertEquals(
        [...read].map((value) => value + 0),
        amounts.map((value) => value + 0),
        texts.join(" | "),
      );
    }),
    { numRuns: 3000, seed: 16 },
  );
  assert(asked < 0.05 * cases, `${asked} of ${cases} are asked about`);
});
