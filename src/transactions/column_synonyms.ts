/** The columns of a transaction line, in canonical order. */
export const TRANSACTION_COLUMNS = [
  "invoice_id",
  "product_id",
  "description",
  "quantity",
  "invoice_date",
  "unit_price",
  "customer_id",
  "country",
] as const;

/** The name of a column of a transaction line. */
export type TransactionColumn = typeof TRANSACTION_COLUMNS[number];

/** Columns that a file may lack: they are filled with empty text. */
export const OPTIONAL_COLUMNS: readonly TransactionColumn[] = ["description", "country"];

/**
 * Names under which shops' files hold each column, compared without case, spaces and punctuation.
 *
 * Sources: the UCI "Online Retail" (2015) and "Online Retail II" (2019) headers, and common exports.
 */
export const COLUMN_SYNONYMS: Readonly<Record<TransactionColumn, readonly string[]>> = {
  invoice_id: [
    "invoice_id",
    "InvoiceNo",
    "Invoice",
    "Invoice number",
    "Order ID",
    "Transaction ID",
  ],
  product_id: ["product_id", "StockCode", "SKU", "Product code", "Item ID"],
  description: ["description", "Product name", "Item name", "Product"],
  quantity: ["quantity", "Qty", "Units"],
  invoice_date: ["invoice_date", "InvoiceDate", "Date", "Order date", "Transaction date"],
  unit_price: ["unit_price", "UnitPrice", "Price"],
  customer_id: ["customer_id", "CustomerID", "Customer number", "Client ID"],
  country: ["country", "Region"],
};
