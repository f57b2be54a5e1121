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

/** What else a file may tell of a line or of its order, and what decides what the line is worth. */
export const DETAIL_COLUMNS = [
  "line_total",
  "order_total",
  "line_discount",
  "order_discount",
  "refunded_amount",
  "currency",
  "status",
  "payment_status",
  "line_status",
  "transaction_type",
  "cancelled_at",
  "failure",
  "invoice_time",
  "line_id",
] as const;

/** The name of a detail. */
export type DetailColumn = typeof DETAIL_COLUMNS[number];

/** What a file's column can hold. */
export type SourceColumn = TransactionColumn | DetailColumn;

/** All of them, in canonical order. */
export const SOURCE_COLUMNS: readonly SourceColumn[] = [...TRANSACTION_COLUMNS, ...DETAIL_COLUMNS];

/**
 * Names under which shops' files hold each column, compared without case, spaces and punctuation.
 *
 * Sources: the UCI "Online Retail" (2015) and "Online Retail II" (2019) headers, and common exports.
 */
export const COLUMN_SYNONYMS: Readonly<Record<SourceColumn, readonly string[]>> = {
  invoice_id: [
    "invoice_id",
    "InvoiceNo",
    "Invoice",
    "Invoice number",
    "Order ID",
    "Order number",
    "Transaction ID",
    "Receipt number",
  ],
  product_id: ["product_id", "StockCode", "SKU", "Product code", "Item ID", "Product"],
  description: ["description", "Product name", "Item name", "Product description", "Title"],
  quantity: ["quantity", "Qty", "Units", "Pieces"],
  invoice_date: [
    "invoice_date",
    "InvoiceDate",
    "Date",
    "Order date",
    "Transaction date",
    "Purchase date",
    "Created at",
    "Timestamp",
  ],
  unit_price: ["unit_price", "UnitPrice", "Price", "Item price", "Price each"],
  customer_id: [
    "customer_id",
    "CustomerID",
    "Customer number",
    "Client ID",
    "User ID",
    "Email",
    "Customer email",
    "Customer",
  ],
  country: ["country", "Country name", "Billing country", "Shipping country", "Region"],
  line_total: ["line_total", "Line total", "Amount", "Sales", "Total", "Revenue", "Item total"],
  order_total: [],
  line_discount: [],
  order_discount: [],
  refunded_amount: [],
  currency: [],
  status: [],
  payment_status: [],
  line_status: [],
  transaction_type: [],
  cancelled_at: [],
  failure: [],
  invoice_time: [],
  line_id: [],
};
