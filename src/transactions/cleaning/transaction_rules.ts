import { formatNumber } from "../../words/numbers.ts";
import { DAY } from "../../frames/days.ts";
import { LARGEST_AMOUNT, SMALLEST_AMOUNT } from "../../frames/money.ts";
import { CANCELLED_BY_LETTER } from "../interpretation/cancelled_by_letter.ts";
import type { TransactionColumn } from "../mapping/column_synonyms.ts";
import { OTHER_CURRENCY } from "../interpretation/orders/currencies.ts";
import type { TypedLines } from "../interpretation/typed_lines.ts";

/** Condition that makes a value of a column a fault. */
type ValueFault =
  | {
    readonly texts: "invoice_id" | "customer_id" | "record" | "apart" | "outcome";
    readonly fail: (text: string) => boolean;
  }
  | NumberFault;

/** Condition that makes a number of a column a fault. */
export interface NumberFault {
  readonly numbers: "quantity" | "unit_price" | "worth" | "invoice_date";
  readonly fail: (number: number) => boolean;
}

/** Rule that keeps a line from being used for customers, as data. */
export interface TransactionRule {
  /** The name under which the audit counts the lines. */
  readonly reason: string;
  /** The column at fault; empty where the whole line is. */
  readonly column: TransactionColumn | "";
  /** Whether the rule can be switched off; the others keep the tables sound. */
  readonly optional: boolean;
  /** One sentence for people. */
  readonly description: string;
  /**
   * A line is at fault whose value in one of these columns is; an unreadable number is NaN, a worth
   * that cannot be counted is `Infinity`.
   */
  readonly when: readonly ValueFault[];
  /** Where the rule does not apply to every line: to which of those at fault it does. */
  readonly appliesTo?: (lines: TypedLines, row: number) => boolean;
}

/** The reason given to lines without a customer: they stay in the sales totals. */
export const MISSING_CUSTOMER = "missing_customer";
/** The reason given to cancelled lines: they count as returns. */
export const CANCELLATION = "cancellation";
/** The reason given to lines that the as-of date excludes. */
export const AFTER_AS_OF = "on_or_after_as_of";
/** The reasons given to what is no line of a table, see `ApartLine`. */
const REPEATED_HEADER = "repeated_header", TOTAL_ROW = "total_row";
/** The reason given to lines whose date must be mistyped. */
export const IMPLAUSIBLE_DATE = "implausible_date";
/** Dates outside of these years are mistakes of clocks and spreadsheets. */
const FIRST_YEAR = 1980, LAST_YEAR = 2099;
/** Amounts beyond this are mistakes of typing or of units. */
const LARGEST = 1e7;

/** What is said of lines whose order is no sale, by the outcome that `orderOutcomes` finds. */
const NO_SALES = [
  {
    reason: "not_a_sale",
    description: "A payout, a fee, a transfer, or what --status calls none.",
  },
  { reason: "order_failed", description: "The payment failed or was declined." },
  { reason: "order_cancelled", description: "The order, or the line, was cancelled." },
  { reason: "order_unpaid", description: "The order waits for its payment: not yet a sale." },
] as const;

/** The reason given to lines with numbers that are mistakes, or that cannot be counted. */
const OUT_OF_RANGE = "out_of_range";

/** The reason given to the second and later copies of a line. */
export const DUPLICATE = "exact_duplicate";

/** Switched off, "C" and digits is an order number like any other, whatever the file shows. */
const C_INVOICE = "c_invoice";

/** The last rule, which looks at all lines together. */
export const EXACT_COPY = {
  reason: DUPLICATE,
  column: "",
  description: "An exact copy of another line, in every column.",
} as const;

/** What decides which rules apply. */
export interface RuleContext {
  /** Lines at or after this instant (milliseconds since 1970) are not used. */
  readonly before?: number;
  /** Reasons of optional rules that are switched off. */
  readonly without?: readonly string[];
  /** Days since 1970 that lie far from all others, see `strayDays`. */
  readonly strayDays?: ReadonlySet<number>;
}

/** The rules in the order in which they are applied; a line is counted under the first it fails. */
export function transactionRules(context: RuleContext = {}): readonly TransactionRule[] {
  const { before = Infinity, without = [], strayDays = new Set() } = context;
  const isMistyped = (instant: number) =>
    !isOfPlausibleYear(instant) || strayDays.has(Math.floor(instant / DAY));
  const seemsRight = without.includes(IMPLAUSIBLE_DATE)
    ? () => true
    : (instant: number) => !isMistyped(instant);
  const isEmpty = (text: string) => text === "";
  const isStrict = !without.includes(OUT_OF_RANGE);
  const outOfRange = [...UNCOUNTABLE, ...(isStrict ? IMPLAUSIBLE : [])];
  const rules: (TransactionRule & { readonly isOn?: boolean })[] = [
    {
      reason: AFTER_AS_OF,
      column: "invoice_date",
      optional: false,
      isOn: Number.isFinite(before),
      description: "Dated on or after the as-of date: the future is never used.",
      when: [{ numbers: "invoice_date", fail: (instant: number) => instant >= before }],
    },
    {
      reason: REPEATED_HEADER,
      column: "",
      optional: false,
      description: "The table's header once more: no line of the table.",
      when: [{ texts: "apart", fail: (text: string) => text === REPEATED_HEADER }],
    },
    {
      reason: TOTAL_ROW,
      column: "",
      optional: false,
      description: "A row that sums up other lines: no line of the table, and none of the money.",
      when: [{ texts: "apart", fail: (text: string) => text === TOTAL_ROW }],
    },
    {
      reason: "ragged_line",
      column: "",
      optional: false,
      description: "Its number of fields differs from the header's.",
      when: [{ texts: "record", fail: (text: string) => text !== "" }],
    },
    {
      reason: OTHER_CURRENCY,
      column: "",
      optional: false,
      description: "In another currency than the one that is kept.",
      when: [{ texts: "outcome", fail: (outcome: string) => outcome === OTHER_CURRENCY }],
    },
    ...NO_SALES.map(({ reason, description }): TransactionRule => ({
      reason,
      column: "",
      optional: true,
      description,
      when: [{ texts: "outcome", fail: (outcome: string) => outcome === reason }],
    })),
    {
      reason: MISSING_CUSTOMER,
      column: "customer_id",
      optional: false,
      description: "No customer: kept in the sales totals, left out of the customer tables.",
      when: [{ texts: "customer_id", fail: isEmpty }],
    },
    {
      reason: CANCELLATION,
      column: "invoice_id",
      optional: false,
      description:
        'Cancelled or returned (a negative quantity, or invoice "C" and digits where the file cancels so): ' +
        "counted as a return.",
      when: [
        ...(without.includes(C_INVOICE) ? [] : [
          { texts: "invoice_id", fail: (id: string) => CANCELLED_BY_LETTER.test(id) } as const,
        ]),
        { numbers: "quantity", fail: (quantity: number) => quantity < 0 },
      ],
      // Nothing is said of a return whose date, quantity or price cannot be read or is a mistake.
      appliesTo: (lines, row) =>
        (lines.isCancelledByLetter[row] === 1 ||
          lines.quantity.values[lines.quantity.codes[row]] < 0) &&
        isReadable(lines, row) &&
        seemsRight(lines.invoice_date.values[lines.invoice_date.codes[row]]) &&
        !outOfRange.some((fault) => isFault(lines, row, fault)),
    },
    {
      reason: "unreadable_date",
      column: "invoice_date",
      optional: false,
      description: "The date cannot be read.",
      when: [{ numbers: "invoice_date", fail: Number.isNaN }],
    },
    {
      reason: IMPLAUSIBLE_DATE,
      column: "invoice_date",
      optional: true,
      description:
        `A date outside the years ${FIRST_YEAR} to ${LAST_YEAR}, or one of a few that lie more ` +
        "than five years from all others.",
      when: [{ numbers: "invoice_date", fail: isMistyped }],
    },
    {
      reason: "unreadable_quantity",
      column: "quantity",
      optional: false,
      description: "The quantity is not a finite number.",
      when: [{ numbers: "quantity", fail: Number.isNaN }],
    },
    {
      reason: "unreadable_price",
      column: "unit_price",
      optional: false,
      description: "The price is not a finite number.",
      when: [{ numbers: "unit_price", fail: (price: number) => !Number.isFinite(price) }],
    },
    {
      reason: "zero_quantity",
      column: "quantity",
      optional: false,
      description: "A quantity of zero.",
      when: [{ numbers: "quantity", fail: (quantity: number) => quantity === 0 }],
    },
    {
      reason: "non_positive_price",
      column: "unit_price",
      optional: false,
      description: "A price of zero or less.",
      when: [{ numbers: "unit_price", fail: (price: number) => price <= 0 }],
    },
    {
      reason: OUT_OF_RANGE,
      column: "quantity",
      optional: isStrict, // what cannot be counted is never used
      description:
        `${
          isStrict
            ? `A quantity or price above ${formatNumber(LARGEST)}; even without this rule, a`
            : "A"
        } ` +
        `quantity or amount below a millionth or above ${formatNumber(LARGEST_AMOUNT)}.`,
      when: outOfRange,
    },
  ];
  return rules.filter(({ isOn = true, reason, optional }) =>
    isOn && !(optional && without.includes(reason))
  );
}

const isLarge = (number: number) => Math.abs(number) > LARGEST;
/** Quantities and prices that are taken for mistakes, unless the caller says they are none. */
const IMPLAUSIBLE: readonly NumberFault[] = [
  { numbers: "quantity", fail: isLarge },
  { numbers: "unit_price", fail: isLarge },
];

/** Quantities and amounts that are not counted in millionths, whoever says they are right. */
const UNCOUNTABLE: readonly NumberFault[] = [
  {
    numbers: "quantity",
    fail: (quantity: number) => {
      const size = Math.abs(quantity);
      return size > LARGEST_AMOUNT || (size < SMALLEST_AMOUNT && size > 0);
    },
  },
  { numbers: "worth", fail: (millionths: number) => millionths === Infinity },
];

function isFault(lines: TypedLines, row: number, { numbers, fail }: NumberFault): boolean {
  const { codes, values } = lines[numbers];
  return fail(values[codes[row]]);
}

/**
 * Whether a date lies in the years of computers in shops.
 *
 * @param instant Milliseconds since 1970.
 * @returns False before 1980 and after 2099.
 */
export function isOfPlausibleYear(instant: number): boolean {
  return instant >= Date.UTC(FIRST_YEAR, 0, 1) && instant < Date.UTC(LAST_YEAR + 1, 0, 1);
}

function isReadable({ quantity, unit_price, invoice_date }: TypedLines, row: number): boolean {
  return !Number.isNaN(quantity.values[quantity.codes[row]]) &&
    Number.isFinite(unit_price.values[unit_price.codes[row]]) &&
    !Number.isNaN(invoice_date.values[invoice_date.codes[row]]);
}

/** The reasons of all rules that can be switched off. */
export const OPTIONAL_RULES: readonly string[] = [
  ...transactionRules().filter(({ optional }) => optional).map(({ reason }) => reason),
  DUPLICATE,
  C_INVOICE,
];
