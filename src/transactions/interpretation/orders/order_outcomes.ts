import type { CodedTexts } from "../../../frames/coded.ts";
import { InputError } from "../../../frames/errors.ts";
import { countOf } from "../../../words/numbers.ts";
import { joinWords, plainLine } from "../../../words/sentences.ts";
import type { TableLines } from "../../mapping/transaction_lines.ts";
import { type AmountUnit, moneyInWords } from "./money_words.ts";
import { carriedInOrders, type OrderKeys } from "./order_keys.ts";
import type { ReadingNote } from "../reading_note.ts";
import {
  answeredMeaning,
  plainWord,
  saysNothing,
  type StatusAnswer,
  type StatusColumn,
  type StatusMeaning,
  statusMeaning,
} from "./status_words.ts";

/** Options of {@linkcode orderOutcomes}. */
export interface OutcomeOptions {
  /** What a word about an order means, by the word as it stands in the file; before all known words. */
  readonly statuses?: Readonly<Record<string, StatusAnswer>>;
}

/** What became of each line. */
export interface OrderOutcomes {
  /** Why a line is no sale, one of {@linkcode OUTCOMES}; empty for all others. */
  readonly outcome: CodedTexts;
  /** 1 where a line came back as a whole, as a word says. */
  readonly isRefunded: Uint8Array;
  /** 1 where a line is itself a refund, whatever its sign. */
  readonly isRefund: Uint8Array;
  /** Words for refunds of a part, with the column that they stand in; what a part is must be told. */
  readonly partRefunds: readonly PartRefund[];
  readonly notes: readonly ReadingNote[];
}

/** A word for the refund of a part. */
export interface PartRefund {
  readonly header: string;
  readonly word: string;
  readonly rows: readonly number[];
}

/** The reasons for which a line is no sale, in the order in which they are looked for. */
const OUTCOMES = [
  "",
  "not_a_sale",
  "order_failed",
  "order_cancelled",
  "order_unpaid",
] as const;

/** The columns that tell in words, those of the line and those of the order. */
const OF_LINES = ["transaction_type", "line_status"] as const;
const OF_ORDERS = ["status", "payment_status"] as const;
/** Words that say that a column of cancellations or failures says nothing. */
const NO = new Set(["0", "false", "no", "n", "nein", "non", "nao", "nee", "f", "0000 00 00"]);

/**
 * Finds out what became of each line of a table, by the columns that tell of states, types,
 * cancellations and failures.
 *
 * A payment that failed did not happen, whatever else is said; nor did a cancelled order. An order that
 * waits is unpaid, unless the payment's own column says that it was paid. What is said of an order on
 * one of its lines only is true of all.
 *
 * @param table The table.
 * @param orders Which lines belong to one order.
 * @param worth What each line is worth, in whole millionths.
 * @param options See {@linkcode OutcomeOptions}.
 * @returns See {@linkcode OrderOutcomes}; `undefined` where the table has no such column.
 * @throws {InputError} If a column of states says words that are not known.
 */
export function orderOutcomes(
  table: TableLines,
  orders: OrderKeys,
  worth: (row: number) => number,
  options: OutcomeOptions & AmountUnit = {},
): OrderOutcomes | undefined {
  const told = [...OF_LINES, ...OF_ORDERS].flatMap((name) =>
    table.details[name] === undefined ? [] : [readWords(table, name, orders, worth, options)]
  );
  const [cancelled, failed] = (["cancelled_at", "failure"] as const).map((name) =>
    isSaid(table, name, orders)
  );
  if (told.length === 0 && !cancelled && !failed) return undefined;
  const byName = Object.fromEntries(told.map((words) => [words.name, words.meaningOf]));
  const codes = new Int32Array(table.height);
  const isRefunded = new Uint8Array(table.height), isRefund = new Uint8Array(table.height);
  for (let row = 0; row < table.height; row++) {
    const type = byName.transaction_type?.(row), payment = byName.payment_status?.(row);
    const states = [payment, byName.status?.(row), byName.line_status?.(row)];
    const all = [type, ...states];
    const isTold = states.some((state) => state && !isNoSale(state));
    const isPaid = payment !== undefined && !isNoSale(payment);
    const isCalledOff = all.includes("order_cancelled") ||
      (cancelled?.(row) && !states.some((state) => state === "refund" || state === "part_refund"));
    const outcome = all.includes("not_a_sale")
      ? "not_a_sale"
      : all.includes("order_failed") || (failed?.(row) && !isTold)
      ? "order_failed"
      : isCalledOff
      ? "order_cancelled"
      : all.includes("order_unpaid") && !(isPaid && type !== "order_unpaid")
      ? "order_unpaid"
      : "";
    codes[row] = OUTCOMES.indexOf(outcome);
    if (type === "refund") isRefund[row] = 1;
    else if (states.includes("refund")) isRefunded[row] = 1;
  }
  const dates = ([["cancelled_at", cancelled], ["failure", failed]] as const).flatMap(
    ([name, says]) => says ? dateNote(table, name, says, worth, options) : [],
  );
  return {
    outcome: { codes, values: OUTCOMES },
    isRefunded,
    isRefund,
    partRefunds: told.flatMap(({ partRefunds }) => partRefunds),
    notes: [...told.flatMap(({ notes }) => notes), ...dates],
  };
}

/**
 * Makes sure that every word that a caller explains is there, so that a slip of the pen is no answer.
 *
 * @param tables All tables.
 * @param statuses See {@linkcode OutcomeOptions}.
 * @throws {InputError} If no table has the word in a column of states.
 */
export function refuseUnseenStatuses(
  tables: readonly TableLines[],
  statuses: OutcomeOptions["statuses"] = {},
): void {
  const words = Object.keys(statuses);
  if (words.length === 0) return;
  const seen = new Set(
    tables.flatMap(({ details }) =>
      [...OF_LINES, ...OF_ORDERS].flatMap((name) => (details[name]?.values ?? []).map(plainWord))
    ),
  );
  const unseen = words.find((word) => !seen.has(plainWord(word)));
  if (unseen === undefined) return;
  throw new InputError(
    `No column of states says "${plainLine(unseen)}", which --status explains: check its spelling.`,
  );
}

function isNoSale(meaning: StatusMeaning): boolean {
  return meaning !== "sale" && meaning !== "refund" && meaning !== "part_refund";
}

/** A word, as it stands in the file, with its lines. */
interface Word {
  readonly text: string;
  readonly meaning: StatusMeaning | undefined;
  readonly rows: number[];
}

function readWords(
  table: TableLines,
  name: StatusColumn,
  orders: OrderKeys,
  worth: (row: number) => number,
  { statuses = {}, ...unit }: OutcomeOptions & AmountUnit,
) {
  const header = table.mapping[name]!, { values, codes } = table.details[name]!;
  const answers = new Map(
    Object.entries(statuses).map(([word, answer]) => [plainWord(word), answer]),
  );
  const plain = values.map(plainWord);
  const isSilent = (text: string) => saysNothing(plainWord(text));
  const meaningOf = plain.map((word) => {
    if (saysNothing(word)) return undefined;
    const answer = answers.get(word);
    return answer === undefined ? statusMeaning(word, name) : answeredMeaning(answer);
  });
  const ofOrders = (OF_ORDERS as readonly string[]).includes(name);
  const carried = ofOrders ? carriedInOrders({ codes, values }, orders, isSilent) : codes;
  const words = wordsOf(carried, values, plain, meaningOf);
  const said = words.filter(({ text }) => !isSilent(text));
  const isKnown = said.some(({ meaning }) => meaning !== undefined);
  const inWords = (word: Word) =>
    `${shown(word.text)} (${countOf(word.rows.length, "line")}, ${
      moneyOf(word.rows, worth, unit)
    })`;
  if (!isKnown) {
    const notes: ReadingNote[] = said.length === 0 ? [] : [{
      topic: "orders",
      sentence: `${table.input}: the column "${plainLine(header)}" tells no states of orders ` +
        `(it says ${listed(said.slice(0, 3).map(({ text }) => shown(text)), said.length)}), ` +
        "so it decides nothing.",
    }];
    return { name, meaningOf: () => undefined, partRefunds: [], notes };
  }
  const unknown = said.filter(({ meaning }) => meaning === undefined);
  if (unknown.length > 0) {
    const shownWords = listed(unknown.slice(0, 8).map(inWords), unknown.length);
    const known = said.filter(({ meaning }) => meaning !== undefined);
    const beside = listed(
      known.slice(0, 4).map((word) => `${shown(word.text)}: ${DEEDS[word.meaning!]}`),
      known.length,
    );
    throw new InputError(
      `${table.input}: the column "${
        plainLine(header)
      }" says ${shownWords}, which may be a sale or ` +
        `not (beside ${beside}): say what each word means, for example --status ${
          quoted(`${plainLine(unknown[0].text)}=sale`)
        } (or none, or refund; first: line ${table.line[unknown[0].rows[0]]}).`,
    );
  }
  const silent = words.filter(({ text }) => isSilent(text));
  const deeds = words.filter(({ text }) => !isSilent(text)).map((word) =>
    `${inWords(word)}: ${DEEDS[word.meaning!]}`
  );
  const empty = silent.flatMap(({ rows }) => rows);
  if (empty.length > 0) {
    deeds.push(
      `nothing (${countOf(empty.length, "line")}, ${
        moneyOf(empty, worth, unit)
      }): decided by the rest`,
    );
  }
  const left = words.filter(({ meaning }) => meaning && isNoSale(meaning));
  return {
    name,
    meaningOf: (row: number) => meaningOf[carried[row]],
    partRefunds: words.filter(({ meaning }) => meaning === "part_refund")
      .map(({ text, rows }) => ({ header, word: text.trim(), rows })),
    notes: [{
      topic: "orders" as const,
      sentence: `${table.input}: "${plainLine(header)}" says ${deeds.join("; ")}.`,
      ...(left.length > 0 && {
        rows: left.reduce((sum, { rows }) => sum + rows.length, 0),
        revenue: amount(left.flatMap(({ rows }) => rows), worth),
      }),
    }],
  };
}

/** What is done with the lines of a word. */
const DEEDS: Readonly<Record<StatusMeaning, string>> = {
  sale: "sold",
  refund: "returned",
  part_refund: "sold, and a part returned",
  order_cancelled: "no sale (order_cancelled)",
  order_failed: "no sale (order_failed)",
  order_unpaid: "no sale yet (order_unpaid)",
  not_a_sale: "no sale (not_a_sale)",
};

/** The words of a column with their lines, those with the most lines first. */
function wordsOf(
  codes: Int32Array,
  values: readonly string[],
  plain: readonly string[],
  meaningOf: readonly (StatusMeaning | undefined)[],
): Word[] {
  const words = new Map<string, Word>();
  const ofCode = values.map((text, code) => {
    const known = words.get(plain[code]);
    if (known) return known;
    const word: Word = { text, meaning: meaningOf[code], rows: [] };
    words.set(plain[code], word);
    return word;
  });
  for (let row = 0; row < codes.length; row++) ofCode[codes[row]].rows.push(row);
  return [...words.values()].filter(({ rows }) => rows.length > 0)
    .sort((a, b) => b.rows.length - a.rows.length);
}

/** Whether a date of cancellation, or a reason of failure, stands on a line or on its order. */
function isSaid(
  table: TableLines,
  name: "cancelled_at" | "failure",
  orders: OrderKeys,
): ((row: number) => boolean) | undefined {
  const column = table.details[name];
  if (column === undefined) return undefined;
  const isNo = (text: string) => {
    const word = plainWord(text);
    return saysNothing(word) || NO.has(word) || /^0{4} 00 00/.test(word);
  };
  const says = column.values.map((text) => !isNo(text));
  // A "no" is said of its own line; where nothing stands, the order's other lines tell.
  const carried = carriedInOrders(column, orders, (text) => saysNothing(plainWord(text)));
  return (row) => says[carried[row]];
}

function dateNote(
  table: TableLines,
  name: "cancelled_at" | "failure",
  says: (row: number) => boolean,
  worth: (row: number) => number,
  unit: AmountUnit,
): ReadingNote[] {
  const rows: number[] = [];
  for (let row = 0; row < table.height; row++) if (says(row)) rows.push(row);
  if (rows.length === 0) return [];
  const [reason, exception] = name === "failure"
    ? ["order_failed", "unless a state says that the money came"]
    : ["order_cancelled", "unless a state says that the money went back"];
  const header = plainLine(table.mapping[name]!);
  return [{
    topic: "orders",
    sentence: `${table.input}: "${header}" is filled in on ${countOf(rows.length, "line")} (${
      moneyOf(rows, worth, unit)
    }): no sale (${reason}), ${exception}.`,
    rows: rows.length,
    revenue: amount(rows, worth),
  }];
}

function amount(rows: readonly number[], worth: (row: number) => number): number {
  return millionths(rows, worth) / 1e6;
}

function millionths(rows: readonly number[], worth: (row: number) => number): number {
  let sum = 0;
  for (const row of rows) {
    const own = worth(row);
    if (Number.isFinite(own)) sum += own;
  }
  return sum;
}

function moneyOf(
  rows: readonly number[],
  worth: (row: number) => number,
  unit: AmountUnit,
): string {
  return moneyInWords(millionths(rows, worth), unit);
}

function shown(text: string): string {
  return `"${plainLine(text)}"`;
}

function listed(some: readonly string[], all: number): string {
  return some.length < all ? `${some.join(", ")} and ${all - some.length} more` : joinWords(some);
}

function quoted(word: string): string {
  return `"${word.replaceAll('"', "")}"`;
}
