import type { CodedTexts } from "../../frames/coded.ts";
import { perPiece } from "../interpretation/amounts/amount_facts.ts";
import type { SourceColumn } from "./column_synonyms.ts";
import type { ColumnMapping } from "./find_columns.ts";
import { parseDates } from "../interpretation/dates/parse_dates.ts";
import { parseNumbers } from "../interpretation/amounts/parse_numbers.ts";
import { plainName } from "./plain_name.ts";
import type { TextTable } from "../reading/text_table.ts";

/** What a column would be by its content, and why. */
export interface Proposal {
  readonly column: SourceColumn;
  readonly header: string;
  readonly because: string;
}

/** Said of an amount that may be the price of a piece as well as of a line: it has to be asked. */
export const DOUBTFUL = "it reads as money; unit_price if it is the price of one piece";

/** Lines and distinct texts that are looked at. */
const LINES = 100_000, TEXTS = 500;

/** Parts of names that speak for and against a column; names alone never decide. */
const HINTS = {
  customer:
    /cust|client|kund|klant|user|member|buyer|shopper|account|person|house|email|mail|who|wer|qui/,
  date: /date|datum|fecha|data|time|when|day|created|purchased|ordered|wann/,
  order: /order|invoice|trans|txn|bill|receipt|basket|bestell|rechn|auftrag|pedido|commande|ordine/,
  product: /prod|item|art|sku|asin|what|good|code|stock/,
  group:
    /type|kind|segment|gender|sex|categor|class|store|shop|branch|location|city|state$|region|table|server|status|loyaltytier/,
  quantity: /q.?ty|quant|many|count|number|units|piece|menge|anzahl|cant|aantal|pcs/,
  each: /each|unit|price|preis|prix|precio|preco|prezzo|prijs/,
  measure: /tax|vat|rate|rating|score|margin|income|cost|price|profit|percent|total|cogs|weight/,
  otherDate: /birth|geb|naiss|nacim|nasc|nascita|signup|regist|joined|ship|deliver|update|paid|due/,
  noAmount: /tax|vat|ship|freight|disc|rate|score|rating|lat|lon|weight|age|margin|profit|cost|id$/,
} as const;

/**
 * Proposes by content what the names of a table do not tell: a column that reads as dates, ids that
 * come back on other days, money, pieces. Proposals are shown, never used.
 *
 * @param table A table.
 * @param mapping Its columns that are known.
 * @returns Proposals for columns that are not known, what is essential first.
 */
export function proposeColumns(table: TextTable, mapping: ColumnMapping): Proposal[] {
  const used = new Set(Object.values(mapping));
  const open = table.header.filter((name) => !used.has(name) && !table.holds?.(name))
    .map((name) => profileOf(name, table.column(name)));
  const proposals: Proposal[] = [];
  const taken = new Set<Profile>();
  const propose = (column: SourceColumn, profile: Profile | undefined, because: string) => {
    if (profile === undefined || mapping[column] !== undefined) return;
    taken.add(profile);
    proposals.push({ column, header: profile.name, because });
  };
  const free = () => open.filter((profile) => !taken.has(profile));

  const dates = best(
    open.filter(({ isDate }) => isDate),
    ({ plain }) => (HINTS.date.test(plain) ? 2 : 0) - (HINTS.otherDate.test(plain) ? 3 : 0),
  );
  propose("invoice_date", dates, "its texts read as dates");
  open.filter(({ isDate }) => isDate).forEach((profile) => taken.add(profile));

  const dateColumn = mapping.invoice_date !== undefined
    ? table.column(mapping.invoice_date)
    : dates?.texts;
  if (mapping.customer_id === undefined) {
    const scored = free().filter(({ isMoney }) => !isMoney)
      .map((profile) => ({ profile, ...customerScore(profile, dateColumn) }))
      .filter(({ score }) => score >= 1.5)
      .sort((a, b) => b.score - a.score || a.pairs - b.pairs);
    propose("customer_id", scored[0]?.profile, scored[0]?.because ?? "");
  }
  const hasAmount = mapping.unit_price !== undefined || mapping.line_total !== undefined ||
    mapping.order_total !== undefined;
  if (!hasAmount) proposeAmounts(free, mapping, table, propose);
  if (mapping.invoice_id === undefined && dateColumn) {
    const orders = best(
      free().filter((profile) =>
        !profile.isMoney && HINTS.order.test(profile.plain) && hasOneDate(profile, dateColumn)
      ),
      () => 1,
    );
    propose("invoice_id", orders, "each of its ids has one date");
  }
  if (mapping.product_id === undefined && mapping.description === undefined) {
    const product = best(
      free().filter(({ plain, isMoney }) => !isMoney && HINTS.product.test(plain)),
      ({ hasWords }) => hasWords ? 0 : 1,
    );
    propose("product_id", product, "its texts repeat as products do");
  }
  return proposals;
}

interface Profile {
  readonly name: string;
  readonly plain: string;
  readonly texts: CodedTexts;
  readonly isDate: boolean;
  readonly isNumber: boolean;
  readonly isMoney: boolean;
  readonly isSmallWhole: boolean;
  readonly hasWords: boolean;
  readonly isEmail: boolean;
}

function profileOf(name: string, texts: CodedTexts): Profile {
  const { values } = texts, step = Math.max(1, Math.floor(values.length / TEXTS));
  const sample = values.filter((text, i) => i % step === 0 && text.trim() !== "").slice(0, TEXTS);
  const share = (test: (text: string, i: number) => boolean) =>
    sample.length === 0 ? 0 : sample.filter(test).length / sample.length;
  const numbers = numbersOf(sample);
  const isNumber = share((_, i) => !Number.isNaN(numbers[i])) >= 0.95;
  const isDate = share((text) => text.length >= 6 && /\D/.test(text)) >= 0.95 &&
    !/^[\d.,]+$/.test(sample[0] ?? "") && readsAsDates(sample);
  const dotted = !isDate && isDotted(sample) && readsAsDates(sample);
  return {
    name,
    plain: plainName(name),
    texts,
    isDate: isDate || dotted,
    isNumber: isNumber && !dotted,
    isMoney: isNumber && !isDate && !dotted &&
      (share((text) => /[.,]\d{2}\D*$/.test(text)) >= 0.3 ||
        share((text) => /[$€£¥₹]/.test(text)) > 0.5),
    isSmallWhole: isNumber &&
      numbers.every((n) => Number.isNaN(n) || (Number.isInteger(n) && Math.abs(n) <= 10_000)),
    hasWords: share((text) => /\p{L}{2,}\s+\S/u.test(text)) > 0.3,
    isEmail: share((text) => /^\S+@\S+\.\S+$/.test(text.trim())) > 0.8,
  };
}

function isDotted(sample: readonly string[]): boolean {
  return sample.length > 0 &&
    sample.every((text) => /^\s*\d{1,4}[./-]\d{1,2}[./-]\d{1,4}/.test(text));
}

function numbersOf(texts: readonly string[]): Float64Array {
  try {
    return parseNumbers(texts);
  } catch {
    return parseNumbers(texts, { decimalMark: "point" });
  }
}

/** Which of day and month comes first does not matter here. */
function readsAsDates(texts: readonly string[]): boolean {
  return ([{}, { dateOrder: "day-first" }, { dateOrder: "month-first" }] as const).some(
    (options) => {
      try {
        const read = parseDates(texts, options);
        return texts.length > 0 && read.filter(Number.isNaN).length <= 0.05 * texts.length;
      } catch {
        return false;
      }
    },
  );
}

function best<T>(items: readonly T[], score: (item: T) => number): T | undefined {
  return items.toSorted((a, b) => score(b) - score(a))[0];
}

/** How often ids come back on another day, and how many pairs of id and day there are. */
function daysOf({ codes, values }: CodedTexts, dates: CodedTexts) {
  const height = Math.min(LINES, codes.length);
  const days = dates.values.map((text) => text.trim().replace(/[T ]+\d{1,2}:.*$/, ""));
  const first = new Map<number, string>(), returning = new Set<number>();
  const pairs = new Set<string>();
  let lines = 0;
  for (let row = 0; row < height; row++) {
    if (values[codes[row]].trim() === "") continue;
    lines++;
    const code = codes[row], day = days[dates.codes[row]];
    pairs.add(`${code} ${day}`);
    if (!first.has(code)) first.set(code, day);
    else if (first.get(code) !== day) returning.add(code);
  }
  return { lines, ids: first.size, returning: returning.size, pairs: pairs.size };
}

function customerScore(profile: Profile, dates: CodedTexts | undefined) {
  const { plain, isEmail, hasWords, isSmallWhole } = profile;
  let score = 0;
  if (HINTS.customer.test(plain)) score += 3;
  if (isEmail) score += 4;
  if (HINTS.product.test(plain) || HINTS.order.test(plain) || HINTS.quantity.test(plain)) {
    score -= 3;
  }
  if (hasWords) score -= 1;
  if (HINTS.group.test(plain) && !isEmail) score -= 4;
  if (profile.isNumber && HINTS.measure.test(plain)) score -= 4;
  if (!dates) return { score, pairs: 0, because: "its name and texts are like those of customers" };
  const { lines, ids, returning, pairs } = daysOf(profile.texts, dates);
  if (ids > 1 && lines > ids) score += 1;
  if (ids > 1) score += 2 * Math.min(1, 2 * returning / ids);
  if (isSmallWhole && ids <= 12 && !HINTS.customer.test(plain)) score -= 2;
  if (ids <= 12 && lines > 20 * ids) score -= 3;
  if (ids === 1 && lines > 1) score -= 4;
  return { score, pairs, because: `${returning} of its ${ids} ids come back on another day` };
}

function hasOneDate({ texts }: Profile, dates: CodedTexts): boolean {
  const { ids, returning } = daysOf(texts, dates);
  return ids > 1 && returning === 0;
}

function proposeAmounts(
  free: () => Profile[],
  mapping: ColumnMapping,
  table: TextTable,
  propose: (column: SourceColumn, profile: Profile | undefined, because: string) => void,
): void {
  const isAmount = ({ plain }: Profile) => !HINTS.noAmount.test(plain);
  const money = free().filter((profile) => profile.isMoney && isAmount(profile));
  const whole = free().filter((profile) => profile.isSmallWhole && isAmount(profile));
  const pieces = mapping.quantity !== undefined
    ? [profileOf(mapping.quantity, table.column(mapping.quantity))]
    : whole;
  for (const quantity of pieces) {
    for (const price of [...money, ...whole]) {
      for (const total of money) {
        if (price === total || price === quantity || !multiplies(quantity, price, total)) continue;
        const because = `"${quantity.name}" × "${price.name}" equals "${total.name}" on every line`;
        propose("quantity", quantity, because);
        propose("unit_price", price, because);
        propose("line_total", total, because);
        return;
      }
    }
  }
  const amount = best(money, ({ plain }) => HINTS.each.test(plain) ? 1 : 0) ??
    free().find((profile) => profile.isNumber && HINTS.each.test(profile.plain));
  const counted = best(
    whole.filter(({ plain }) => HINTS.quantity.test(plain)),
    () => 1,
  );
  const hasPieces = mapping.quantity !== undefined || counted !== undefined;
  if (amount === undefined) return;
  const quantity = mapping.quantity !== undefined ? pieces[0] : counted;
  const isOfPiece = quantity && hasPieces
    ? isPriceOfPiece(amount, quantity, table) ?? (HINTS.each.test(amount.plain) || undefined)
    : false;
  if (isOfPiece) {
    propose("quantity", counted, "small whole numbers");
    propose("unit_price", amount, "it reads as money, and as the price of a piece");
  } else if (isOfPiece === false) propose("line_total", amount, "it reads as money");
  else propose("line_total", amount, DOUBTFUL);
}

/** Whether an amount stays, or grows, while the quantity changes; undefined where nothing tells. */
function isPriceOfPiece(
  amount: Profile,
  quantity: Profile,
  table: TextTable,
): boolean | undefined {
  const numbers = ({ texts }: Profile) => ({ codes: texts.codes, values: numbersOf(texts.values) });
  const others = table.header.filter((name) =>
    name !== amount.name && name !== quantity.name && !table.holds?.(name)
  );
  const votes = others.map((name) =>
    perPiece(numbers(amount), numbers(quantity), table.column(name))
  );
  // Of the columns that could be the product, the one of which most products are of one mind.
  const [clearest] = votes.toSorted((a, b) =>
    Math.abs(b.ofPiece - b.ofLine) - Math.abs(a.ofPiece - a.ofLine)
  );
  if (!clearest || clearest.ofPiece === clearest.ofLine) return undefined;
  return clearest.ofPiece > clearest.ofLine;
}

function multiplies(quantity: Profile, price: Profile, total: Profile): boolean {
  const height = Math.min(LINES, quantity.texts.codes.length);
  const [q, p, t] = [quantity, price, total].map(({ texts }) => numbersOf(texts.values));
  let agree = 0, differ = 0, several = 0;
  for (let row = 0; row < height; row++) {
    const pieces = q[quantity.texts.codes[row]];
    const paid = t[total.texts.codes[row]];
    const gap = Math.abs(pieces * p[price.texts.codes[row]] - paid);
    if (Number.isNaN(gap)) continue;
    if (pieces !== 1) several++;
    if (gap < 0.011) agree++;
    else differ++;
  }
  return several > 0 && agree > 0 && differ <= 0.02 * agree;
}
