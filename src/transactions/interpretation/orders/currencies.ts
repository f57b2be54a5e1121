import {
  type CodedNumbers,
  type CodedTexts,
  ownNumbers,
  sameText,
  withTexts,
} from "../../../frames/coded.ts";
import { InputError } from "../../../frames/errors.ts";
import { LARGEST_AMOUNT } from "../../../frames/money.ts";
import { countOf, formatNumber } from "../../../words/numbers.ts";
import { plainLine } from "../../../words/sentences.ts";
import type { TableLines } from "../../mapping/transaction_lines.ts";
import { exchanged, type ExchangeRate, readExchangeRates } from "./exchange_rates.ts";
import { bareAmount, currencyCode, withoutCurrency } from "../amounts/money_texts.ts";
import { carriedInOrders, type OrderKeys } from "./order_keys.ts";
import type { ParseDatesOptions } from "../dates/parse_dates.ts";
import type { ParseNumbersOptions } from "../amounts/parse_numbers.ts";
import type { ReadingNote } from "../reading_note.ts";
import { plainWord, saysNothing } from "./status_words.ts";

/** What is looked at and changed of lines with amounts, see `typedLines`. */
export interface PricedLines {
  readonly height: number;
  readonly input: CodedTexts;
  readonly line: Int32Array;
  readonly invoice_date: CodedNumbers;
  readonly unit_price: CodedNumbers;
  readonly worth: CodedNumbers;
  readonly outcome?: CodedTexts;
  readonly refunded?: Float64Array;
  readonly currency?: CodedTexts;
  readonly shopCurrency?: string;
  readonly notes: readonly ReadingNote[];
}

/** Options of {@linkcode inOneCurrency}. */
export interface CurrencyOptions {
  /** The currency to keep, or to convert to, as a code or a sign. */
  readonly currency?: string;
  /** A file of exchange rates, see `readExchangeRates`. */
  readonly rates?: string;
}

/** What a sign may also stand for, where the caller says so. */
const MAY_BE: Readonly<Record<string, string>> = {
  $: "USD CAD AUD NZD HKD SGD TWD MXN ARS CLP COP UYU DOP",
  kr: "SEK NOK DKK ISK",
  Kr: "SEK NOK DKK ISK",
  "¥": "JPY CNY",
  Rs: "INR PKR LKR NPR",
};

/** The outcome of a line in another currency than the shop's. */
export const OTHER_CURRENCY = "other_currency";

/**
 * The currency of each line of a table: what its column of currencies says, or what stands beside its
 * amount.
 *
 * @param table The table.
 * @param orders Which lines belong to one order; what is said on one of its lines is true of all.
 * @returns Codes, see `currencyCode`, empty where nothing is said, and what was found out; `undefined`
 * where no line says anything.
 */
export function lineCurrencies(
  table: TableLines,
  orders: OrderKeys,
): { readonly currency?: CodedTexts; readonly notes: readonly ReadingNote[] } {
  const { columns: { unit_price }, details: { currency, line_total, order_total } } = table;
  const notes: ReadingNote[] = [];
  if (currency !== undefined) {
    const isSilent = currency.values.map((text) =>
      saysNothing(plainWord(text)) && !/\p{Sc}/u.test(text)
    );
    const codes = currency.values.map((text, i) =>
      isSilent[i] ? "" : currencyCode(text) ?? text.trim()
    );
    const foreign = currency.values.find((text, i) =>
      !isSilent[i] && currencyCode(text) === undefined
    );
    if (foreign === undefined && codes.some((code) => code !== "")) {
      const distinct = withTexts(currency, codes.map(resolvedIn(codes)));
      const carried = carriedInOrders(distinct, orders, (text) => text === "");
      return { currency: { codes: carried, values: distinct.values }, notes };
    }
    if (foreign !== undefined) {
      notes.push({
        topic: "currency",
        sentence: `${table.input}: the column "${plainLine(table.mapping.currency!)}" holds no ` +
          `currencies (it says "${plainLine(foreign)}"), so it decides nothing.`,
      });
    }
  }
  const written = [line_total, order_total, unit_price].find((column) =>
    column !== undefined && column.values.some((text) => /[\p{L}\p{Sc}]/u.test(text))
  );
  if (written === undefined) return { notes };
  const values = currencyOfEach(written.values);
  if (values.every((code) => code === "")) return { notes };
  return { currency: withTexts(written, values), notes };
}

/**
 * Sees to it that money of two currencies is never added: keeps the lines of one, or converts all of
 * them at the rate of their day.
 *
 * @param lines Typed lines of all tables.
 * @param options See {@linkcode CurrencyOptions}.
 * @returns The lines, with the shop's currency where it is known; lines of others have the outcome
 * {@linkcode OTHER_CURRENCY}.
 * @throws {InputError} If there is more than one currency and nothing is said about it, a rate is
 * missing, or the file is in another currency than the one that is asked for.
 */
export function inOneCurrency<Lines extends PricedLines>(
  lines: Lines,
  options: CurrencyOptions & ParseDatesOptions & ParseNumbersOptions = {},
): Lines {
  const asked = options.currency === undefined
    ? undefined
    : currencyCode(options.currency) ?? options.currency;
  const found = currenciesOf(lines);
  const named = found.filter(({ code }) => code !== "");
  if (named.length === 0) {
    if (options.rates !== undefined) {
      throw new InputError(
        `${
          sourceOf(lines)
        } names no currency, so --rates has nothing to convert: leave it out, or ` +
          "name the column with --map currency=….",
      );
    }
    return asked === undefined ? lines : { ...lines, shopCurrency: asked };
  }
  if (options.rates !== undefined) return converted(lines, named, asked, options.rates, options);
  if (named.length > 1 && asked === undefined) {
    throw new InputError(
      `${sourceOf(lines)} holds ${named.length} currencies, which are not added: ${
        found.map(inWords).join(", ")
      }; keep one with --currency ${
        exampleOf(named)
      }, or convert with --rates FILE (columns date, ` +
        "from, to, rate).",
    );
  }
  const [only] = named;
  if (named.length === 1 && (asked === undefined || mayBe(only.code, asked))) {
    const shopCurrency = asked ?? only.code;
    const [unnamed] = found.filter(({ code }) => code === "");
    const sentence = `${sourceOf(lines)}: all amounts are in ${shopCurrency}` +
      (unnamed ? `, those of ${countOf(unnamed.rows, "line")} without a currency, too.` : ".");
    return {
      ...lines,
      shopCurrency,
      notes: [...lines.notes, { topic: "currency", sentence }],
    };
  }
  const kept = named.find(({ code }) => code === asked) ??
    named.find(({ code }) => mayBe(code, asked!));
  if (kept === undefined) {
    throw new InputError(
      `${sourceOf(lines)} holds no amounts in ${asked}, but ${found.map(inWords).join(", ")}: ` +
        `name one of these with --currency, or convert with --rates FILE (columns date, from, to, rate).`,
    );
  }
  const left = found.filter(({ code }) => code !== kept.code);
  return {
    ...lines,
    shopCurrency: asked,
    worth: worthOf(lines, kept.code),
    outcome: withOtherCurrency(lines, kept.code),
    notes: [...lines.notes, {
      topic: "currency",
      sentence: `${sourceOf(lines)}: only the lines in ${kept.code} count (${
        inWords(kept)
      }); left out as ${OTHER_CURRENCY} are ${left.map(inWords).join(", ")}.`,
      rows: left.reduce((sum, { rows }) => sum + rows, 0),
    }],
  };
}

/** The code of the currency beside each amount; a sign is that one which the column names elsewhere. */
function currencyOfEach(texts: readonly string[]): string[] {
  const codes = texts.map((text) => {
    const { currency } = withoutCurrency(bareAmount(text));
    return currency === undefined ? "" : currencyCode(currency) ?? currency;
  });
  return codes.map(resolvedIn(codes));
}

/** Takes a sign of several currencies for that one of them which is named beside it, if one is. */
function resolvedIn(codes: readonly string[]): (code: string) => string {
  const distinct = [...new Set(codes)];
  return (code) => {
    const named = distinct.filter((other) => other !== code && mayBe(code, other));
    return named.length === 1 ? named[0] : code;
  };
}

/** Whether what a file says can be the currency that a caller says. */
function mayBe(inFile: string, named: string): boolean {
  return inFile === named || (MAY_BE[inFile]?.split(" ").includes(named) ?? false);
}

/** A currency with its lines. */
interface FoundCurrency {
  readonly code: string;
  rows: number;
  millionths: number;
  first: number;
}

function currenciesOf({ currency, worth, height }: PricedLines): FoundCurrency[] {
  if (currency === undefined) return [];
  const found = currency.values.map((code): FoundCurrency => ({
    code,
    rows: 0,
    millionths: 0,
    first: -1,
  }));
  for (let row = 0; row < height; row++) {
    const own = found[currency.codes[row]], money = worth.values[worth.codes[row]];
    if (own.rows++ === 0) own.first = row;
    if (Number.isFinite(money)) own.millionths += money;
  }
  return found.filter(({ rows }) => rows > 0)
    .sort((a, b) => Number(a.code === "") - Number(b.code === "") || b.rows - a.rows);
}

function inWords({ code, rows, millionths }: FoundCurrency): string {
  const money = formatNumber(millionths / 1e6, 2);
  return code === ""
    ? `no currency (${countOf(rows, "line")}, ${money})`
    : `${code} (${countOf(rows, "line")}, ${money})`;
}

/** A currency to name in an example; a sign would need quotes. */
function exampleOf(named: readonly FoundCurrency[]): string {
  return (named.find(({ code }) => /^[A-Z]{3}$/.test(code)) ?? named[0]).code;
}

function sourceOf({ input }: PricedLines): string {
  return input.values.length === 1 ? input.values[0] : "The input";
}

/** What lines of the kept currency are worth; nothing is said of the others, so that it is not added. */
function worthOf({ worth, currency, height }: PricedLines, kept: string): CodedNumbers {
  return ownNumbers(
    Float64Array.from(
      { length: height },
      (_, row) => currency!.values[currency!.codes[row]] === kept ? at(worth, row) : NaN,
    ),
  );
}

function withOtherCurrency(lines: PricedLines, kept: string): CodedTexts {
  const before = lines.outcome ?? sameText("", lines.height), currency = lines.currency!;
  const other = before.values.length;
  return {
    codes: before.codes.map((code, row) =>
      currency.values[currency.codes[row]] === kept ? code : other
    ),
    values: [...before.values, OTHER_CURRENCY],
  };
}

function converted<Lines extends PricedLines>(
  lines: Lines,
  named: readonly FoundCurrency[],
  asked: string | undefined,
  path: string,
  options: ParseDatesOptions & ParseNumbersOptions,
): Lines {
  const rates = readExchangeRates(path, options);
  if (asked === undefined && rates.targets.length !== 1) {
    throw new InputError(
      `${path} has rates into ${rates.targets.join(", ")}: say into which with --currency ${
        rates.targets[0] ?? "EUR"
      }.`,
    );
  }
  const target = asked ?? rates.targets[0];
  const { currency, invoice_date, height } = lines;
  const worth = Float64Array.from({ length: height }, (_, row) => at(lines.worth, row));
  const price = Float64Array.from({ length: height }, (_, row) => at(lines.unit_price, row));
  const refunded = lines.refunded?.slice();
  const before = lines.outcome ?? sameText("", height);
  let rows = 0;
  for (let row = 0; row < height; row++) {
    const own = currency!.values[currency!.codes[row]];
    if (own === target) continue;
    const instant = at(invoice_date, row);
    // Lines that cannot be used are left as they are; a rule says why.
    if (Number.isNaN(instant) || !Number.isFinite(worth[row])) continue;
    const rate = own === "" ? undefined : rates.rate(own, target, instant);
    if (rate === undefined) {
      const day = new Date(instant).toISOString().slice(0, 10);
      const where = `${lines.input.values[lines.input.codes[row]]}, line ${lines.line[row]}`;
      throw new InputError(
        own === ""
          ? `${where} names no currency, while others are in ${
            named.map(({ code }) => code).join(", ")
          }: write it there, or keep one currency with --currency ${target} and without --rates.`
          : `${path} has no rate from ${own} to ${target} on or before ${day} (${where}): add one.`,
      );
    }
    worth[row] = change(worth[row], rate);
    price[row] *= Number(rate.numerator) / Number(rate.denominator);
    if (refunded) refunded[row] = change(refunded[row], rate);
    rows++;
  }
  const sum = worth.reduce((all, own) => Number.isFinite(own) ? all + own : all, 0) / 1e6;
  return {
    ...lines,
    worth: ownNumbers(worth),
    unit_price: ownNumbers(price),
    refunded,
    outcome: before,
    shopCurrency: target,
    notes: [...lines.notes, {
      topic: "currency",
      sentence:
        `${sourceOf(lines)}: ${countOf(rows, "line")} converted to ${target} at the rate of ` +
        `${path} on the order's day, or the last before it: ${named.map(inWords).join(", ")} are ${
          formatNumber(sum, 2)
        } ${target} in all.`,
      rows,
      revenue: sum,
    }],
  };
}

/** An amount that is too large to be counted after the exchange is none. */
function change(millionths: number, rate: ExchangeRate): number {
  const changed = exchanged(millionths, rate);
  return Math.abs(changed) > 1e6 * LARGEST_AMOUNT ? Infinity : changed;
}

function at({ codes, values }: CodedNumbers, row: number): number {
  return values[codes[row]];
}
