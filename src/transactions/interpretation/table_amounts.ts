import { type CodedNumbers, ownNumbers } from "../../frames/coded.ts";
import { exactProduct, ONE, type Written } from "../../frames/exact_product.ts";
import type { TableLines } from "../mapping/transaction_lines.ts";
import { readAmounts, type ReadAmountsOptions, type WrittenNumbers } from "./read_amounts.ts";

/** Quantity, price, and for lines with a total in place of a price what follows from it. */
export function tableAmounts(table: TableLines, options: ReadAmountsOptions) {
  const { columns, details: { line_total: lineTotal } } = table;
  const { amounts: [quantity, price, total], notes } = readAmounts(
    table,
    ["quantity", "unit_price", ...(lineTotal ? ["line_total"] as const : [])],
    options,
  );
  const worth = ownNumbers(new Float64Array(table.height));
  if (!lineTotal) {
    for (let row = 0; row < table.height; row++) {
      worth.values[row] = exactProduct(numberOn(quantity, row), numberOn(price, row));
    }
    return { quantity: codedNumbers(quantity), unit_price: codedNumbers(price), worth, notes };
  }
  const pieces = new Float64Array(table.height), each = new Float64Array(table.height);
  const { codes, values } = columns.quantity, hasQuantity = table.mapping.quantity !== undefined;
  for (let row = 0; row < table.height; row++) {
    const paid = numberOn(total, row), isPaid = !Number.isNaN(paid.value);
    const isCounted = values[codes[row]] !== "" || (!isPaid && hasQuantity);
    const counted = numberOn(quantity, row), listed = numberOn(price, row);
    pieces[row] = isCounted ? counted.value : paid.value < 0 ? -1 : 1;
    worth.values[row] = isPaid ? exactProduct(paid, ONE) : exactProduct(counted, listed);
    each[row] = isPaid ? paid.value / pieces[row] : listed.value;
  }
  return {
    quantity: ownNumbers(pieces),
    unit_price: ownNumbers(each),
    line_total: codedNumbers(total),
    worth,
    notes,
  };
}

function numberOn({ codes, values }: WrittenNumbers, row: number): Written {
  return values[codes[row]];
}

function codedNumbers({ codes, values }: WrittenNumbers): CodedNumbers {
  return { codes, values: Float64Array.from(values, ({ value }) => value) };
}
