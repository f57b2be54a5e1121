import type { SourceColumn } from "./column_synonyms.ts";

/** Column names in the export of a known program. */
export interface FileLayout {
  readonly name: string;
  /** The header names that hold each column; the layout applies where all of them are there. */
  readonly columns: Readonly<Partial<Record<SourceColumn, string>>>;
  /** Those that only some of its exports have. */
  readonly optional?: Readonly<Partial<Record<SourceColumn, string>>>;
  /** What must not be looked for by name: its amounts are without these already. */
  readonly without?: readonly SourceColumn[];
  /** Whether amounts that it does not name are looked for by name. */
  readonly open?: boolean;
  /** Why the program cannot use it. */
  readonly refused?: string;
}

/** Discounts that the amount of a layout is without. */
const NET = ["line_discount", "order_discount"] as const;

/** PayPal's names of the order, the date, the amount, the payer and the time in other languages. */
const PAYPAL = [
  ["Transaktionscode", "Datum", "Brutto", "Absender E-Mail-Adresse", "Uhrzeit"],
  ["Numéro de transaction", "Date", "Avant commission", "De l'adresse email", "Heure"],
  ["Id. de transacción", "Fecha", "Bruto", "Correo electrónico del remitente", "Hora"],
  ["Codice transazione", "Data", "Lordo", "Indirizzo email mittente", "Orario"],
  ["Transactiereferentie", "Datum", "Bruto", "Van e-mailadres", "Tijd"],
] as const;

/**
 * Exports whose column names mean something else elsewhere (`Name` is an order at Shopify), tried in
 * this order before the synonyms. The amounts of a layout are these columns and no others.
 *
 * Sources: the exports that Shopify, WooCommerce (order export and analytics), Stripe, Square, Etsy,
 * Amazon, Magento and PayPal document, and the headers of the public data sets of these names.
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
    optional: { order_total: "Total" },
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
    name: "WooCommerce orders",
    columns: {
      invoice_id: "Order Number",
      invoice_date: "Order Date",
      product_id: "SKU",
      description: "Item Name",
      quantity: "Quantity (- Refund)",
      unit_price: "Item Cost",
      customer_id: "Email (Billing)",
    },
    without: ["refunded_amount"],
  },
  {
    name: "WooCommerce analytics",
    columns: {
      invoice_id: "Order #",
      invoice_date: "Date",
      description: "Product(s)",
      quantity: "Items sold",
      line_total: "N. Revenue",
      customer_id: "Customer",
    },
    without: NET,
  },
  ...["Created date (UTC)", "Created (UTC)"].map((created) => ({
    name: "Stripe payments",
    columns: {
      invoice_id: "id",
      invoice_date: created,
      line_total: "Amount",
      customer_id: "Customer ID",
    },
    optional: { description: "Description" },
  })),
  {
    name: "Square items",
    columns: {
      invoice_id: "Transaction ID",
      invoice_date: "Date",
      product_id: "SKU",
      description: "Item",
      quantity: "Qty",
      line_total: "Net Sales",
      customer_id: "Customer ID",
    },
    optional: { invoice_time: "Time" },
    without: NET,
  },
  {
    name: "Etsy sold order items",
    columns: {
      invoice_id: "Order ID",
      invoice_date: "Sale Date",
      product_id: "Listing ID",
      description: "Item Name",
      quantity: "Quantity",
      unit_price: "Price",
      customer_id: "Buyer",
      line_id: "Transaction ID",
    },
    optional: { country: "Ship Country" },
  },
  {
    name: "Amazon all orders",
    columns: {
      invoice_id: "amazon-order-id",
      invoice_date: "purchase-date",
      product_id: "sku",
      description: "product-name",
      quantity: "quantity",
      line_total: "item-price",
    },
    optional: { customer_id: "buyer-email", country: "ship-country" },
  },
  {
    name: "Magento order items",
    columns: {
      invoice_id: "increment_id",
      invoice_date: "created_at",
      product_id: "sku",
      quantity: "qty_ordered",
      unit_price: "price",
    },
    optional: { description: "name", line_id: "item_id" },
  },
  {
    name: "Magento orders",
    columns: {
      invoice_id: "ID",
      invoice_date: "Purchase Date",
      line_total: "Subtotal",
      customer_id: "Customer Email",
    },
  },
  {
    name: "PayPal activity",
    columns: {
      invoice_id: "Transaction ID",
      invoice_date: "Date",
      line_total: "Gross",
      customer_id: "From Email Address",
    },
    optional: { invoice_time: "Time", description: "Item Title", product_id: "Item ID" },
  },
  ...PAYPAL.map(([invoice_id, invoice_date, line_total, customer_id, invoice_time]) => ({
    name: "PayPal activity",
    columns: { invoice_id, invoice_date, line_total, customer_id },
    optional: { invoice_time },
  })),
  {
    name: "Amazon settlement",
    columns: {
      invoice_id: "order-id",
      invoice_date: "posted-date",
      line_total: "amount",
      transaction_type: "amount-description",
      line_id: "order-item-code",
    },
    optional: { product_id: "sku", quantity: "quantity-purchased" },
  },
  {
    name: "Olist",
    columns: {
      invoice_id: "order_id",
      invoice_date: "order_purchase_timestamp",
      product_id: "product_id",
      unit_price: "price",
      customer_id: "customer_unique_id",
      line_id: "order_item_id",
    },
  },
  {
    name: "Instacart orders",
    columns: { invoice_id: "order_id", customer_id: "user_id", invoice_time: "order_hour_of_day" },
    refused: "it gives the day of the week and the days since the last order, but no dates",
  },
  {
    name: "Instacart order products",
    columns: { invoice_id: "order_id", product_id: "product_id", line_id: "add_to_cart_order" },
    refused: "it has neither customers nor dates nor amounts",
  },
  {
    name: "dunnhumby",
    columns: {
      customer_id: "household_id",
      invoice_id: "basket_id",
      invoice_date: "transaction_timestamp",
      product_id: "product_id",
      quantity: "quantity",
      line_total: "sales_value",
    },
    without: NET,
  },
  {
    name: "dunnhumby",
    columns: {
      customer_id: "household_key",
      invoice_id: "BASKET_ID",
      invoice_date: "DAY",
      product_id: "PRODUCT_ID",
      quantity: "QUANTITY",
      line_total: "SALES_VALUE",
    },
    without: NET,
  },
  {
    name: "Ta-Feng",
    columns: {
      invoice_date: "TRANSACTION_DT",
      customer_id: "CUSTOMER_ID",
      product_id: "PRODUCT_ID",
      quantity: "AMOUNT",
      line_total: "SALES_PRICE",
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
    without: NET,
  },
  {
    name: "AdventureWorks",
    columns: {
      invoice_id: "SalesOrderNumber",
      invoice_date: "OrderDate",
      product_id: "ProductKey",
      quantity: "OrderQuantity",
      unit_price: "UnitPrice",
      line_total: "SalesAmount",
      customer_id: "CustomerKey",
    },
    optional: { line_id: "SalesOrderLineNumber" },
    without: NET,
  },
  {
    name: "AdventureWorks",
    columns: {
      invoice_id: "SalesOrderID",
      invoice_date: "OrderDate",
      product_id: "ProductID",
      quantity: "OrderQty",
      unit_price: "UnitPrice",
      line_total: "LineTotal",
      customer_id: "CustomerID",
    },
    optional: { line_id: "SalesOrderDetailID" },
    without: NET,
  },
  {
    name: "sales_data_sample",
    columns: {
      invoice_id: "ORDERNUMBER",
      invoice_date: "ORDERDATE",
      product_id: "PRODUCTCODE",
      quantity: "QUANTITYORDERED",
      unit_price: "PRICEEACH",
      line_total: "SALES",
      customer_id: "CUSTOMERNAME",
    },
    optional: { line_id: "ORDERLINENUMBER", country: "COUNTRY" },
    without: NET,
  },
  {
    name: "UCI Online Retail",
    open: true,
    columns: {
      invoice_id: "InvoiceNo",
      product_id: "StockCode",
      description: "Description",
      quantity: "Quantity",
      invoice_date: "InvoiceDate",
      unit_price: "UnitPrice",
      customer_id: "CustomerID",
      country: "Country",
    },
  },
  {
    name: "UCI Online Retail II",
    open: true,
    columns: {
      invoice_id: "Invoice",
      product_id: "StockCode",
      description: "Description",
      quantity: "Quantity",
      invoice_date: "InvoiceDate",
      unit_price: "Price",
      customer_id: "Customer ID",
      country: "Country",
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
