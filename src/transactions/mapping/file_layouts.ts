import type { SourceColumn } from "./column_synonyms.ts";

/** Column names in the export of a known program. */
export interface FileLayout {
  readonly name: string;
  /** The header names that hold each column; the layout applies where all of them are there. */
  readonly columns: Readonly<Partial<Record<SourceColumn, string>>>;
  /** Further columns, which not every file of this program has. */
  readonly also?: Readonly<Partial<Record<SourceColumn, string>>>;
}

/**
 * Exports whose column names mean something else elsewhere (`Name` is an order at Shopify), tried in
 * this order before the synonyms.
 *
 * Sources: the CSV exports that Shopify and WooCommerce (order export) document, and the Superstore
 * sample workbook.
 */
export const FILE_LAYOUTS: readonly FileLayout[] = [
  {
    name: "Shopify orders",
    columns: {
      invoice_id: "Name",
      invoice_date: "Created at",
      product_id: "Lineitem name",
      description: "Lineitem name",
      quantity: "Lineitem quantity",
      unit_price: "Lineitem price",
      customer_id: "Email",
    },
    also: { order_total: "Total" },
  },
  {
    name: "WooCommerce orders",
    columns: {
      invoice_id: "Order Number",
      invoice_date: "Order Date",
      product_id: "SKU",
      description: "Item Name",
      quantity: "Quantity",
      unit_price: "Item Cost",
      customer_id: "Email (Billing)",
    },
  },
  {
    name: "Superstore",
    columns: {
      invoice_id: "Order ID",
      invoice_date: "Order Date",
      product_id: "Product ID",
      description: "Product Name",
      quantity: "Quantity",
      line_total: "Sales",
      customer_id: "Customer ID",
    },
  },
];

/** A table separated by white space, known by the shape of its lines. */
export interface SpacedLayout {
  readonly name: string;
  /** What every line looks like. */
  readonly line: RegExp;
  /** What its header looks like, where it has one. */
  readonly title?: RegExp;
  /** Names of the fields, separated by white space. */
  readonly header: readonly string[];
}

/**
 * Tables separated by white space, most without a header.
 *
 * Source: the CDNOW purchase histories (Fader and Hardie): customer, number within the sample, date,
 * number of CDs and dollars.
 */
export const SPACED_LAYOUTS: readonly SpacedLayout[] = [
  {
    name: "CDNOW sample",
    line: /^\s*\d+\s+\d+\s+(19|20)\d{6}\s+\d+\s+\d+\.\d+\s*$/,
    header: ["customer_id", "sample_id", "invoice_date", "quantity", "line_total"],
  },
  {
    name: "CDNOW master",
    line: /^\s*\d+\s+(19|20)\d{6}\s+\d+\s+\d+\.\d+\s*$/,
    title: /^\s*customer_id\s+date\s+number_of_cds\s+dollar_value\s*$/,
    header: ["customer_id", "invoice_date", "quantity", "line_total"],
  },
];
