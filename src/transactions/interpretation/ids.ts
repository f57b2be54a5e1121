import { type CodedNumbers, type CodedTexts, encodeTexts } from "../../frames/coded.ts";

/** A table without invoices: what a customer buys on one day is one. */
export function customersDays(customer: CodedTexts, date: CodedNumbers): CodedTexts {
  const days = Array.from(
    date.values,
    (instant) => Number.isNaN(instant) ? "" : new Date(instant).toISOString().slice(0, 10),
  );
  const dayOf = encodeTexts(days);
  const pairs = new Map<number, number>(), values: string[] = [];
  const codes = customer.codes.map((code, row) => {
    const day = dayOf.codes[date.codes[row]];
    const pair = code * dayOf.values.length + day;
    let invoice = pairs.get(pair);
    if (invoice === undefined) {
      invoice = values.push(`${customer.values[code]} ${dayOf.values[day]}`) - 1;
      pairs.set(pair, invoice);
    }
    return invoice;
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
  if (ids.every((id, code) => id === column.values[code])) return column;
  const distinct = encodeTexts(ids);
  return { codes: column.codes.map((code) => distinct.codes[code]), values: distinct.values };
}
