import pl, { type DataFrame } from "nodejs-polars";
import type { SyntheticInvoice } from "./invoices.ts";

/**
 * Numbers invoices in order of time and lays their lines out as the text columns of a raw file.
 *
 * @param invoices Invoices in any order.
 * @returns One row per line: `InvoiceNo, StockCode, Description, Quantity, InvoiceDate, UnitPrice,
 * CustomerID, Country`, all `Utf8`; a missing description or customer is null.
 */
export function invoiceLines(invoices: readonly SyntheticInvoice[]): DataFrame {
  const columns: Record<string, (string | null)[]> = {
    InvoiceNo: [],
    StockCode: [],
    Description: [],
    Quantity: [],
    InvoiceDate: [],
    UnitPrice: [],
    CustomerID: [],
    Country: [],
  };
  const inOrderOfTime = invoices.toSorted((a, b) => a.time - b.time);
  inOrderOfTime.forEach((invoice, i) => {
    const number = String(400_001 + i);
    const date = new Date(invoice.time).toISOString();
    for (const line of invoice.lines) {
      columns.InvoiceNo.push(invoice.kind === "cancellation" ? `C${number}` : number);
      columns.StockCode.push(line.productId);
      columns.Description.push(line.description || null);
      columns.Quantity.push(String(line.quantity));
      columns.InvoiceDate.push(`${date.slice(0, 10)} ${date.slice(11, 16)}`);
      columns.UnitPrice.push((line.unitPrice / 100).toFixed(2));
      columns.CustomerID.push(invoice.customerId || null);
      columns.Country.push(invoice.country);
    }
  });
  return pl.DataFrame(
    Object.entries(columns).map(([name, texts]) => pl.Series(name, texts as string[], pl.Utf8)),
  );
}
