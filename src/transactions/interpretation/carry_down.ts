import type { CodedTexts } from "../../frames/coded.ts";
import { countOf } from "../../words/numbers.ts";
import type { DetailColumn, TransactionColumn } from "../mapping/column_synonyms.ts";
import type { TableLines } from "../mapping/transaction_lines.ts";
import type { ReadingNote } from "./reading_note.ts";

/** What belongs to an order and not to a line of it; amounts are left out, as they would be repeated. */
const ORDER_FIELDS: readonly (TransactionColumn | DetailColumn)[] = [
  "invoice_id",
  "invoice_date",
  "invoice_time",
  "customer_id",
  "country",
  "currency",
  "status",
  "payment_status",
  "transaction_type",
  "cancelled_at",
  "failure",
];

/** Fewer lines than this share without an order, a date and a customer are mistakes, no pattern. */
const LEAST_SHARE = 0.01;
/** Share of the orders with several lines that must say a field on their first line only. */
const PLAINLY = 0.9;

/**
 * Carries down what a file says on the first line of an order only: its number, date, customer,
 * country and state.
 *
 * Two patterns are known. Lines that say what was bought, but neither order nor date nor customer,
 * continue the order above. And where orders have their number on every line, but a field on the
 * first line only (as in Shopify's export), the field holds for the order. An order without a customer
 * on its first line stays without one. A country that one line of an order names holds for all.
 *
 * @param table Lines as text.
 * @returns The same lines with these fields filled, and notes about it.
 */
export function carryDown(
  table: TableLines,
): { readonly table: TableLines; readonly notes: readonly ReadingNote[] } {
  const continued = continueOrders(table);
  const filled = fillOrders(continued.table);
  return { table: filled.table, notes: [...continued.notes, ...filled.notes] };
}

type Filled = ReturnType<typeof carryDown>;

/** Lines that say what was bought and nothing of the order continue the order above. */
function continueOrders(table: TableLines): Filled {
  const { height, input } = table;
  const isMapped = (name: TransactionColumn) => table.mapping[name] !== undefined;
  const ofOrder = (["invoice_date", "invoice_id", "customer_id"] as const).filter(isMapped);
  const ofLine = (["product_id", "description"] as const).filter(isMapped);
  const unchanged = { table, notes: [] };
  if (ofOrder.length < 2 || ofLine.length === 0) return unchanged;
  const orderSays = ofOrder.map((name) => saysSomething(table.columns[name]));
  if (orderSays.some((said) => said === undefined)) return unchanged;
  const lineSays = ofLine.map((name) => ({ name, said: saysSomething(table.columns[name]) }));
  const amounts = [
    table.columns.quantity,
    table.columns.unit_price,
    ...(table.details.line_total ? [table.details.line_total] : []),
  ].map((column) => ({ column, said: saysSomething(column) }));
  const from = new Int32Array(height);
  let rows = 0, last = -1;
  for (let row = 0; row < height; row++) {
    const saysOrder = ofOrder.some((name, i) =>
      orderSays[i]![table.columns[name].codes[row]] === 1
    );
    const isLine = lineSays.some(({ name, said }) =>
      said === undefined || said[table.columns[name].codes[row]] === 1
    ) && amounts.some(({ column, said }) =>
      said === undefined || said[column.codes[row]] === 1
    );
    from[row] = row;
    if (saysOrder) last = orderSays[0]![table.columns.invoice_date.codes[row]] === 1 ? row : -1;
    else if (isLine && last >= 0) {
      from[row] = last;
      rows++;
    }
  }
  if (rows === 0 || rows < LEAST_SHARE * height) return unchanged;
  const took = (column: CodedTexts): CodedTexts => {
    const said = saysSomething(column);
    if (said === undefined) return column;
    return {
      ...column,
      codes: column.codes.map((code, row) => said[code] === 1 ? code : column.codes[from[row]]),
    };
  };
  return {
    table: withFields(table, took),
    notes: [{
      topic: "orders",
      sentence:
        `${input}: ${countOf(rows, "line names", "lines name")} neither an order nor a date ` +
        `nor a customer, so they continue the order above and take these from its first line.`,
      rows,
    }],
  };
}

/** Fields that stand on the first line of an order hold for its other lines. */
function fillOrders(table: TableLines): Filled {
  const { invoice_id } = table.columns;
  const first = firstRows(invoice_id);
  const fields: string[] = [];
  const isFilled = new Uint8Array(table.height);
  const fill = (column: CodedTexts, name: string): CodedTexts => {
    const said = saysSomething(column);
    if (name === "invoice_id" || said === undefined || !said.includes(1)) return column;
    const filled = name === "country"
      ? theOnlyOne(column, invoice_id, said)
      : fromFirstLine(column, invoice_id, said, first);
    if (filled === column) return column;
    fields.push(table.mapping[name as TransactionColumn] ?? name);
    for (let row = 0; row < table.height; row++) {
      if (filled.codes[row] !== column.codes[row]) isFilled[row] = 1;
    }
    return filled;
  };
  const changed = withFields(table, fill);
  if (fields.length === 0) return { table, notes: [] };
  const rows = isFilled.reduce((sum, filled) => sum + filled, 0);
  return {
    table: changed,
    notes: [{
      topic: "orders",
      sentence: `${table.input}: ${fields.map((name) => `"${name}"`).join(", ")} ` +
        `${fields.length === 1 ? "stands" : "stand"} on one line of an order only, so ` +
        `${countOf(rows, "line takes", "lines take")} ${
          fields.length === 1 ? "it" : "them"
        } from there.`,
      rows,
    }],
  };
}

/** Where nearly all orders of several lines say a field on their first line and on no other. */
function fromFirstLine(
  column: CodedTexts,
  order: CodedTexts,
  said: Uint8Array,
  first: Int32Array,
): CodedTexts {
  // Per order: 1 it has other lines, 2 its first line says it, 4 another line does.
  const state = new Uint8Array(order.values.length);
  for (let row = 0; row < column.codes.length; row++) {
    const of = order.codes[row];
    if (first[of] < 0) continue;
    const says = said[column.codes[row]] === 1;
    if (row !== first[of]) state[of] |= says ? 5 : 1;
    else if (says) state[of] |= 2;
  }
  let plainly = 0, told = 0;
  for (const seen of state) {
    if (seen <= 2 || seen === 4) continue; // of one line, or without the field
    told++;
    if (seen === 3) plainly++;
  }
  if (plainly === 0 || plainly < PLAINLY * told) return column;
  const codes = column.codes.map((code, row) => {
    const of = order.codes[row];
    return said[code] === 0 && first[of] >= 0 && state[of] === 3 ? column.codes[first[of]] : code;
  });
  return { ...column, codes };
}

/** What one or more lines of an order say alike holds for the lines that say nothing. */
function theOnlyOne(column: CodedTexts, order: CodedTexts, said: Uint8Array): CodedTexts {
  const NOTHING = -1, SEVERAL = -2;
  const only = new Int32Array(order.values.length).fill(NOTHING);
  for (let row = 0; row < column.codes.length; row++) {
    const code = column.codes[row], of = order.codes[row];
    if (said[code] === 0) continue;
    if (only[of] === NOTHING) only[of] = code;
    else if (only[of] !== code) only[of] = SEVERAL;
  }
  order.values.forEach((id, of) => id.trim() === "" && (only[of] = NOTHING));
  let isSame = true;
  const codes = column.codes.map((code, row) => {
    const of = order.codes[row];
    if (said[code] === 1 || only[of] < 0) return code;
    isSame = false;
    return only[of];
  });
  return isSame ? column : { ...column, codes };
}

/** The first row of each order, -1 for no order. */
function firstRows({ codes, values }: CodedTexts): Int32Array {
  const first = new Int32Array(values.length).fill(-1);
  for (let row = codes.length - 1; row >= 0; row--) first[codes[row]] = row;
  values.forEach((id, code) => id.trim() === "" && (first[code] = -1));
  return first;
}

/** Per value whether it says something; `undefined` where no line is empty. */
function saysSomething({ codes, values }: CodedTexts): Uint8Array | undefined {
  const said = Uint8Array.from(values, (text) => Number(text.trim() !== ""));
  if (!said.includes(0)) return undefined;
  for (let row = 0; row < codes.length; row++) if (said[codes[row]] === 0) return said;
  return undefined;
}

function withFields(
  table: TableLines,
  change: (column: CodedTexts, name: string) => CodedTexts,
): TableLines {
  const changed = (columns: Readonly<Record<string, CodedTexts | undefined>>) =>
    Object.fromEntries(
      Object.entries(columns).map(([name, column]) => [
        name,
        column !== undefined && (ORDER_FIELDS as readonly string[]).includes(name)
          ? change(column, name)
          : column,
      ]),
    );
  return {
    ...table,
    columns: changed(table.columns) as TableLines["columns"],
    details: changed(table.details) as TableLines["details"],
  };
}
