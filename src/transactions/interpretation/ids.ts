import { type CodedNumbers, type CodedTexts, encodeTexts, withTexts } from "../../frames/coded.ts";

/** What tells the orders of a table without invoices. */
export interface DaysOptions {
  readonly customer: CodedTexts;
  readonly date: CodedNumbers;
  /** The line number of each line in its file, and the file's name. */
  readonly line: Int32Array;
  readonly source: string;
}

/**
 * Orders for lines without an order number: what a customer buys on one day is one, and a line without
 * a customer is one of its own.
 *
 * @param invoice Order numbers, empty where a line has none.
 * @param options See {@linkcode DaysOptions}.
 * @returns An order for every line; the same column where none is missing.
 */
export function ordersOrDays(
  invoice: CodedTexts,
  { customer, date, line, source }: DaysOptions,
): CodedTexts {
  const isEmpty = Uint8Array.from(invoice.values, (id) => Number(id.trim() === ""));
  if (!isEmpty.includes(1) || invoice.codes.every((code) => isEmpty[code] === 0)) return invoice;
  const days = Array.from(
    date.values,
    (instant) => Number.isNaN(instant) ? "" : new Date(instant).toISOString().slice(0, 10),
  );
  const dayOf = encodeTexts(days);
  const orders = new Map<number, number>();
  const nobody = customer.values.indexOf("");
  const values = invoice.values.every((_, code) => isEmpty[code] === 1) ? [] : [...invoice.values];
  const codes = invoice.codes.map((code, row) => {
    if (isEmpty[code] === 0) return code;
    const who = customer.codes[row];
    if (who === nobody) return values.push(`line ${line[row]} of ${source}`) - 1;
    const day = dayOf.codes[date.codes[row]];
    const pair = who * dayOf.values.length + day;
    let order = orders.get(pair);
    if (order === undefined) {
      order = values.push(`${customer.values[who]} ${dayOf.values[day]}`) - 1;
      orders.set(pair, order);
    }
    return order;
  });
  return { codes, values };
}

/**
 * Products for lines without a product id: the name is one, where there is a name.
 *
 * @param product Product ids, empty where a line has none.
 * @param name Names of products.
 * @returns The ids; the same column where no name helps.
 */
export function idsOrNames(product: CodedTexts, name: CodedTexts): CodedTexts {
  const isEmpty = Uint8Array.from(product.values, (id) => Number(id.trim() === ""));
  const isNamed = Uint8Array.from(name.values, (text) => Number(text.trim() !== ""));
  if (!isEmpty.includes(1) || !isNamed.includes(1)) return product;
  const helps = (code: number, row: number) =>
    isEmpty[code] === 1 && isNamed[name.codes[row]] === 1;
  if (!product.codes.some(helps)) return product;
  const known = new Map(product.values.map((id, code) => [id, code]));
  const values = [...product.values];
  const codeOfName = new Map<number, number>();
  const codes = product.codes.map((code, row) => {
    if (!helps(code, row)) return code;
    const text = name.values[name.codes[row]].trim();
    const own = codeOfName.get(name.codes[row]) ?? known.get(text) ?? values.push(text) - 1;
    known.set(text, own);
    codeOfName.set(name.codes[row], own);
    return own;
  });
  return { codes, values };
}

/**
 * Ids without spaces around them. Spreadsheets write the id 17850 as `17850.0`: undone only where the
 * whole column is so.
 */
export function wholeIds(column: CodedTexts): CodedTexts {
  const trimmed = column.values.map((id) => id.trim());
  const areWhole = trimmed.every((id) => id === "" || /^[0-9]+\.0$/.test(id));
  const ids = areWhole ? trimmed.map((id) => id.replace(/\.0$/, "")) : trimmed;
  return withTexts(column, ids);
}
