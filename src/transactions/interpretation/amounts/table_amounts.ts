import {
  type CodedNumbers,
  type CodedTexts,
  ownNumbers,
  ranksOf,
  spread,
} from "../../../frames/coded.ts";
import { exactProduct, ONE } from "../../../frames/exact_product.ts";
import { countOf, formatNumber } from "../../../words/numbers.ts";
import { OTHER_CHARGES, SOURCE_COLUMNS, type SourceColumn } from "../../mapping/column_synonyms.ts";
import { AMOUNT_COLUMNS } from "../../mapping/find_columns.ts";
import { orderKeys } from "../orders/order_keys.ts";
import { Explanations } from "./explanations.ts";
import { plainName } from "../../mapping/plain_name.ts";
import type { TableLines } from "../../mapping/transaction_lines.ts";
import { InputError } from "../../../frames/errors.ts";
import { quotedWord } from "../../mapping/quoted_word.ts";
import { areSmallWhole, sumOf, sumOfProducts } from "./amount_facts.ts";
import { columnsTaken } from "./columns_taken.ts";
import {
  type AmountTexts,
  codedNumbers,
  numberOn,
  readAmounts,
  type ReadAmountsOptions,
  type WrittenNumbers,
} from "./read_amounts.ts";
import type { ReadingNote } from "../reading_note.ts";
import { shareOrderTotals } from "./share_order_totals.ts";
import type { AmountColumn, AmountName, AmountPlan } from "./amount_plan.ts";
import { whichAmount } from "./which_amount.ts";

/**
 * Finds out what each line of a table is worth: which columns are its amounts, and what follows.
 *
 * @param table A table as text.
 * @param options How numbers are written, and the table's name for messages.
 * @returns Quantity, price and worth of each line, the texts that they came from, what each column was
 * taken for, and notes.
 * @throws {InputError} If it is not clear which amount was paid, or how numbers are written.
 */
export function tableAmounts(table: TableLines, options: ReadAmountsOptions) {
  const { written, notes: ofWriting } = writtenAmounts(table, options);
  refuseUncounted(table, written, options);
  const plan = whichAmount(amountColumns(table, written, options));
  const amounts = worthOf(table, plan, (column) => column && written.get(column.header));
  return {
    ...amounts,
    columns: columnsTaken(table, plan),
    notes: [...ofWriting, ...plan.notes, ...amounts.notes],
    came: cameAs(table, plan),
    plan,
  };
}

/** The amounts by header. */
function writtenAmounts(table: TableLines, options: ReadAmountsOptions) {
  const columns: AmountTexts[] = [];
  for (const name of AMOUNT_COLUMNS) {
    const header = table.mapping[name], texts = textsIn(table, name);
    if (header === undefined || !texts || columns.some((other) => other.header === header)) {
      continue;
    }
    columns.push({ name, header, texts });
  }
  for (const header of rivalsOf(table)) {
    if (columns.some((other) => other.header === header)) continue;
    const texts = textsOfHeader(table, header);
    if (texts && isMostlyNumbers(texts)) columns.push({ header, texts });
  }
  const { amounts, notes } = readAmounts(table, columns, options);
  return { written: new Map(columns.map(({ header }, i) => [header, amounts[i]])), notes };
}

function rivalsOf({ found: { rivals } }: TableLines): string[] {
  return [...new Set([...rivals.line_total ?? [], ...rivals.order_total ?? []])];
}

function isMostlyNumbers({ values }: CodedTexts): boolean {
  const said = values.filter((text) => text.trim() !== "");
  return said.length > 0 &&
    said.filter((text) => /\d/.test(text) && !/[\p{L}:/]{4}/u.test(text)).length >=
      0.95 * said.length;
}

function textsIn(
  { columns, details, mapping }: TableLines,
  name: AmountName,
): CodedTexts | undefined {
  if (mapping[name] === undefined) return undefined;
  return name === "quantity" || name === "unit_price" ? columns[name] : details[name];
}

function amountColumns(
  table: TableLines,
  written: ReadonlyMap<string, WrittenNumbers>,
  options: ReadAmountsOptions,
) {
  const { mapping, found: { foundBy }, columns, input } = table;
  const numbered = (header: string, by: string): AmountColumn => ({
    header,
    by,
    numbers: codedNumbers(written.get(header)!),
  });
  const named = Object.fromEntries(AMOUNT_COLUMNS.flatMap((name) => {
    const header = mapping[name];
    return header === undefined ? [] : [[name, numbered(header, foundBy[name] ?? "by its name")]];
  })) as Partial<Record<AmountName, AmountColumn>>;
  return {
    ...named,
    source: options.source ?? input,
    order: columns.invoice_id,
    customerDay: mapping.invoice_id === undefined
      ? () => pairs(columns.customer_id, columns.invoice_date)
      : undefined,
    product: mapping.product_id === undefined ? columns.description : columns.product_id,
    rivals: rivalsOf(table).filter((header) =>
      written.has(header) && mapping.order_total !== header
    )
      .map((header) => numbered(header, "by its name")),
    explanations: new Explanations(
      table,
      orderKeys(columns.invoice_id),
      () => otherCharges(table, options),
      options,
    ),
  };
}

/** Names of numbers of pieces, and those that only look like them. */
const PIECES =
  /qty|qte|quant|cantid|qtd|pieces|pcs|menge|anzahl|stuck|stueck|aantal|pezzi|unidades|units$|^units/;
const NO_PIECES =
  /stock|inventory|bestand|lager|available|remaining|voorraad|(^|[^a-z])id$|unitsper/;

/** A price of one piece is not added up while a column of pieces stands beside it that no name tells. */
function refuseUncounted(
  table: TableLines,
  written: ReadonlyMap<string, WrittenNumbers>,
  options: ReadAmountsOptions,
): void {
  const { mapping, found: { foundBy } } = table, price = mapping.unit_price;
  if (price === undefined || foundBy.unit_price !== "by its name") return;
  if (mapping.quantity !== undefined || mapping.line_total || mapping.order_total) return;
  const each = codedNumbers(written.get(price)!);
  for (const [header, texts] of table.beside) {
    const name = plainName(header);
    if (!PIECES.test(name) || NO_PIECES.test(name)) continue;
    const pieces = numbersBeside(table, header, texts(), options);
    if (
      !pieces || !areSmallWhole(pieces) || pieces.values.every((n) => n === 1 || Number.isNaN(n))
    ) continue;
    throw new InputError(
      `${options.source ?? table.input}: "${header}" may be the number of pieces at "${price}" (${
        formatNumber(sumOfProducts(pieces, each), 2)
      } in all), or each line is one piece (${formatNumber(sumOf(each), 2)}): say ` +
        `--map quantity=${quotedWord(header)}, or --map unit_price=${
          quotedWord(price)
        } for one piece per line.`,
    );
  }
}

/** One code per pair of texts. */
function pairs(a: CodedTexts, b: CodedTexts): CodedTexts {
  const places = new Map<number, number>(), values: string[] = [];
  const codes = a.codes.map((code, row) => {
    const key = code * b.values.length + b.codes[row];
    const place = places.get(key) ??
      values.push(`${a.values[code]}, ${b.values[b.codes[row]]}`) - 1;
    places.set(key, place);
    return place;
  });
  return { codes, values };
}

/** Columns of shipping, taxes and the like that are no details of the table. */
function otherCharges(table: TableLines, options: ReadAmountsOptions): AmountColumn[] {
  return [...table.beside].filter(([header]) => OTHER_CHARGES.test(plainName(header)))
    .flatMap(([header, texts]) => {
      const numbers = numbersBeside(table, header, texts(), options);
      return numbers ? [{ header, by: "by its name", numbers }] : [];
    });
}

/** The numbers of a column that is only compared with the amounts; undefined where it holds others. */
function numbersBeside(
  table: TableLines,
  header: string,
  texts: CodedTexts,
  options: ReadAmountsOptions,
): CodedNumbers | undefined {
  if (!isMostlyNumbers(texts)) return undefined;
  const { amounts: [numbers] } = readAmounts(table, [{ header, texts }], {
    decimalMark: "point",
    ...options,
  });
  return codedNumbers(numbers);
}

type WrittenOf = (column: AmountColumn | undefined) => WrittenNumbers | undefined;

/** What each line is worth by a plan. */
function worthOf(table: TableLines, plan: AmountPlan, writtenOf: WrittenOf) {
  const { height } = table;
  const nothing: WrittenNumbers = {
    codes: new Int32Array(height),
    values: [{ text: "", value: NaN }],
  };
  const quantity = writtenOf(plan.quantity), price = writtenOf(plan.unit_price) ?? nothing;
  if (plan.pays === "unit_price") {
    const worth = ownNumbers(new Float64Array(height));
    for (let row = 0; row < height; row++) {
      const each = numberOn(price, row);
      worth.values[row] = exactProduct(quantity ? numberOn(quantity, row) : ONE, each);
    }
    const isPriced = plan.unit_price !== undefined;
    if (quantity || !isPriced) {
      return {
        quantity: codedNumbers(quantity ?? nothing),
        unit_price: codedNumbers(price),
        line_total: undefined,
        worth,
        notes: [],
      };
    }
    // Without quantities each line is one piece, one that came back where the price is negative.
    const signs = Float64Array.from(price.values, ({ value }) => value < 0 ? -1 : 1);
    return {
      quantity: { codes: price.codes, values: signs },
      unit_price: { codes: price.codes, values: codedNumbers(price).values.map(Math.abs) },
      line_total: undefined,
      worth,
      notes: [],
    };
  }
  return worthByTotal(table, plan, { quantity, price, total: writtenOf(plan[plan.pays])! });
}

interface Written {
  readonly quantity?: WrittenNumbers;
  readonly price: WrittenNumbers;
  readonly total: WrittenNumbers;
}

function worthByTotal(table: TableLines, plan: AmountPlan, { quantity, price, total }: Written) {
  const { height } = table, notes: ReadingNote[] = [];
  const texts = plan.quantity && textsOfHeader(table, plan.quantity.header);
  const totals = textsOfHeader(table, plan[plan.pays]!.header)!;
  const pieces = new Float64Array(height), each = new Float64Array(height);
  const worth = ownNumbers(new Float64Array(height)), paidOn = new Float64Array(height);
  for (let row = 0; row < height; row++) paidOn[row] = exactProduct(numberOn(total, row), ONE);
  const isShared = plan.pays === "order_total";
  plan.without?.forEach((charges, row) => paidOn[row] -= charges);
  if (isShared) paidOn.set(shared(table, paidOn, quantity, plan.unit_price && price));
  let adjustments = 0, adjusted = 0, withoutTotal = 0, byPrice = 0;
  for (let row = 0; row < height; row++) {
    const counted = quantity ? numberOn(quantity, row).value : NaN;
    const isCounted = texts !== undefined && texts.values[texts.codes[row]] !== "";
    const isEmpty = !isShared && totals.values[totals.codes[row]].trim() === "";
    const paid = paidOn[row];
    if (isEmpty && quantity && plan.unit_price) {
      // A line without a total still has its price.
      worth.values[row] = exactProduct(numberOn(quantity, row), numberOn(price, row));
      pieces[row] = counted;
      each[row] = numberOn(price, row).value;
      if (Number.isFinite(worth.values[row])) {
        withoutTotal++;
        byPrice += worth.values[row];
      }
      continue;
    }
    worth.values[row] = paid;
    const amount = isShared ? paid / 1e6 : numberOn(total, row).value;
    if (counted === 0 && paid !== 0 && Number.isFinite(paid)) {
      pieces[row] = paid < 0 ? -1 : 1;
      adjustments++;
      adjusted += paid;
    } else if (isCounted && !(counted > 0 && paid < 0)) pieces[row] = counted;
    else if (isCounted) pieces[row] = -counted;
    else pieces[row] = Number.isNaN(paid) ? NaN : paid < 0 ? -1 : 1;
    each[row] = amount / pieces[row];
  }
  const header = plan[plan.pays]!.header;
  if (adjustments > 0) {
    notes.push({
      topic: "amounts",
      sentence:
        `${countOf(adjustments, "line")} of quantity 0 with an amount (${
          formatNumber(adjusted / 1e6, 2)
        } in all) ${
          adjustments === 1 ? "adjusts its order and counts" : "adjust their orders and count"
        } ` +
        `as one piece, a return where the amount is negative.`,
      rows: adjustments,
      revenue: adjusted / 1e6,
    });
  }
  if (withoutTotal > 0) {
    notes.push({
      topic: "amounts",
      sentence: `${countOf(withoutTotal, "line")} without "${header}" count price × quantity (${
        formatNumber(byPrice / 1e6, 2)
      } in all).`,
      rows: withoutTotal,
      revenue: byPrice / 1e6,
    });
  }
  return {
    quantity: ownNumbers(pieces),
    unit_price: ownNumbers(each),
    line_total: isShared ? ownNumbers(paidOn.map((paid) => paid / 1e6)) : codedNumbers(total),
    worth,
    notes,
  };
}

function shared(
  { height, columns, mapping }: TableLines,
  totals: Float64Array,
  quantity: WrittenNumbers | undefined,
  price: WrittenNumbers | undefined,
): Float64Array {
  const weights = new Float64Array(height);
  for (let row = 0; row < height; row++) {
    const pieces = quantity ? numberOn(quantity, row).value : 1;
    weights[row] = pieces * (price ? numberOn(price, row).value : 1);
  }
  const product = mapping.product_id === undefined ? columns.description : columns.product_id;
  const rank = spread(product, ranksOf(product.values));
  return shareOrderTotals(totals, weights, columns.invoice_id, rank);
}

/** The texts of a column, whatever it was taken for. */
function textsOfHeader({ columns, details, mapping, beside }: TableLines, header: string) {
  const name = SOURCE_COLUMNS.find((name) => mapping[name] === header);
  const all: Partial<Record<SourceColumn, CodedTexts>> = { ...columns, ...details };
  return (name === undefined ? undefined : all[name]) ?? beside.get(header)?.();
}

/** The texts from which quantity, price and total came. */
function cameAs(table: TableLines, plan: AmountPlan) {
  const texts = (column: AmountColumn | undefined) => column && textsOfHeader(table, column.header);
  return {
    quantity: texts(plan.quantity) ?? table.columns.quantity,
    unit_price: texts(plan.unit_price) ?? table.columns.unit_price,
    line_total: texts(
      plan.line_total ?? (plan.pays === "order_total" ? plan.order_total : undefined),
    ),
  };
}
