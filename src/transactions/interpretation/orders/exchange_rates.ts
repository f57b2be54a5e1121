import { decimalOf, roundedQuotient } from "../../../frames/exact_product.ts";
import { DAY } from "../../../frames/days.ts";
import { InputError } from "../../../frames/errors.ts";
import { readTables } from "../../reading/read_tables.ts";
import { currencyCode } from "../amounts/money_texts.ts";
import type { DateOrder } from "../dates/date_order.ts";
import { parseDates } from "../dates/parse_dates.ts";
import { type DecimalMark, plainNumbers } from "../amounts/parse_numbers.ts";

/** An exact rate: `amount × numerator ÷ denominator`. */
export interface ExchangeRate {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Rates between currencies, by day. */
export interface ExchangeRates {
  readonly source: string;
  /** The currencies into which there are rates. */
  readonly targets: readonly string[];
  /** The latest rate on or before an instant; `undefined` where there is none. */
  readonly rate: (from: string, to: string, instant: number) => ExchangeRate | undefined;
}

/** Names of the columns of a file of rates, without case, spaces and punctuation. */
const COLUMNS = {
  date: ["date", "day", "datum", "fecha", "data", "jour"],
  from: ["from", "base", "source", "fromcurrency", "currency", "von", "de", "desde", "da", "van"],
  to: ["to", "quote", "target", "tocurrency", "nach", "in", "vers", "a", "para", "naar"],
  rate: ["rate", "exchangerate", "value", "kurs", "wechselkurs", "taux", "tipo", "taxa", "koers"],
};

/**
 * Reads a file of exchange rates with the columns `date, from, to, rate`: one `from` is worth `rate` of
 * `to`, from that day on until the next rate. A rate the other way round is used as its inverse.
 *
 * @param path The file.
 * @param options How its dates and numbers are written, where they do not tell.
 * @returns See {@linkcode ExchangeRates}.
 * @throws {InputError} If a column is missing, or a line cannot be read.
 */
export function readExchangeRates(
  path: string,
  options: { readonly dateOrder?: DateOrder; readonly decimalMark?: DecimalMark } = {},
): ExchangeRates {
  const { tables: [{ table, lines }] } = readTables(path);
  const plain = table.header.map((name) => name.toLowerCase().replace(/[^a-z]/g, ""));
  const place = (names: readonly string[]) =>
    names.map((name) => plain.indexOf(name)).find((at) => at >= 0);
  const [date, from, to, rate] = Object.values(COLUMNS).map((names) => {
    const at = place(names);
    if (at === undefined) {
      throw new InputError(
        `${path} is no file of exchange rates: it has no column "${
          names[0]
        }"; write one with the ` +
          "columns date, from, to, rate.",
      );
    }
    const { codes, values } = table.column(table.header[at]);
    return { codes, values };
  });
  const days = parseDates(date.values, { source: path, ...options });
  const rates = plainNumbers(rate.values, { source: path, ...options });
  const [froms, tos] = [from, to].map(({ values }) => values.map(currencyCode));
  const byPair = new Map<string, { day: number; rate: ExchangeRate }[]>();
  const targets = new Set<string>();
  for (let row = 0; row < table.height; row++) {
    const day = days[date.codes[row]], text = rates[rate.codes[row]];
    const one = froms[from.codes[row]], other = tos[to.codes[row]];
    if (Number.isNaN(day) || !(Number(text) > 0) || !one || !other) {
      const said = [date, from, to, rate].map(({ codes, values }) => values[codes[row]]).join(",");
      throw new InputError(
        `${path}, line ${
          lines?.[row] ?? row + 2
        }: "${said}" is no exchange rate; write a date, two ` +
          "currencies and a number above 0, such as 2024-05-01,EUR,USD,1.07.",
      );
    }
    targets.add(other);
    const { digits, exponent } = decimalOf(text);
    const [up, down] = exponent >= 0
      ? [digits * 10n ** BigInt(exponent), 1n]
      : [digits, 10n ** BigInt(-exponent)];
    add(`${one} ${other}`, { day, rate: { numerator: up, denominator: down } });
    add(`${other} ${one} inverse`, { day, rate: { numerator: down, denominator: up } });
  }
  for (const list of byPair.values()) list.sort((a, b) => a.day - b.day);
  return {
    source: path,
    targets: [...targets],
    rate: (one, other, instant) => {
      const list = byPair.get(`${one} ${other}`) ?? byPair.get(`${one} ${other} inverse`);
      // A rate holds from the beginning of its day.
      const last = list?.findLast(({ day }) => Math.floor(day / DAY) * DAY <= instant);
      return last?.rate;
    },
  };

  function add(pair: string, dated: { day: number; rate: ExchangeRate }): void {
    const list = byPair.get(pair);
    if (list) list.push(dated);
    else byPair.set(pair, [dated]);
  }
}

/**
 * Changes an amount into another currency.
 *
 * @param millionths A whole number of millionths.
 * @param rate See {@linkcode ExchangeRate}.
 * @returns The nearest whole number of millionths, half to even.
 */
export function exchanged(millionths: number, { numerator, denominator }: ExchangeRate): number {
  return Number(roundedQuotient(BigInt(millionths) * numerator, denominator));
}
