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
  "order_subtotal",
  "order_shipping",
  "order_tax",
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
  order_total: [
    ...["order_total", "Order total", "Order total amount", "Grand total", "Order amount"],
    ...[
      "Gesamtsumme",
      "Bestellsumme",
      "Total de la commande",
      "Total commande",
      "Total del pedido",
    ],
    ...["Total do pedido", "Totale ordine", "Bestelling totaal", "Ordertotaal"],
  ],
  order_subtotal: [
    ...["order_subtotal", "Subtotal", "Order subtotal", "Order subtotal amount", "Zwischensumme"],
    ...["Sous-total", "Subtotale", "Subtotaal"],
  ],
  order_shipping: [
    ...["order_shipping", "Order shipping amount", "Order shipping", "Shipping", "Shipping amount"],
    ...["Shipping cost", "Shipping and handling", "Versand", "Versandkosten", "Frais de port"],
    ...["Frais de livraison", "Gastos de envío", "Envío", "Frete", "Spedizione"],
    ...["Spese di spedizione", "Verzendkosten"],
  ],
  order_tax: [
    ...["order_tax", "Order total tax amount", "Taxes", "Tax", "Tax amount", "Order tax", "VAT"],
    ...["Steuer", "MwSt", "Umsatzsteuer", "TVA", "Taxe", "IVA", "Impuestos", "Impostos", "BTW"],
  ],
  line_discount: [
    ...["line_discount", "Lineitem discount", "Line item discount", "Line discount"],
    ...["Item discount", "item_discount_amount", "Product discount", "item-promotion-discount"],
    ...["Positionsrabatt", "Artikelrabatt", "Remise ligne", "Remise article"],
    ...["Descuento de línea", "Desconto do item", "Sconto riga", "Regelkorting"],
  ],
  order_discount: [
    ...["order_discount", "Order discount", "Order discount amount", "Cart discount amount"],
    ...["Cart discount", "Discount amount", "Total discount", "Discounts", "Discount"],
    ...["Coupon amount", "Discount total", "Discount %", "Discount percent", "Discount rate"],
    ...["Rabatt", "Rabattbetrag", "Gesamtrabatt", "Nachlass", "Remise", "Montant de la remise"],
    ...["Réduction", "Descuento", "Descuento total", "Importe del descuento", "Desconto"],
    ...["Valor do desconto", "Sconto", "Importo sconto", "Korting", "Kortingsbedrag"],
  ],
  refunded_amount: [
    ...["refunded_amount", "Refunded amount", "Amount refunded", "Order refund amount"],
    ...["Refund amount", "Total refunded", "Refunded", "Refund", "Refunds", "Refund total"],
    ...["Erstattet", "Erstatteter Betrag", "Erstattungsbetrag", "Erstattung", "Rückerstattung"],
    ...["Rückerstattet", "Montant remboursé", "Remboursé", "Remboursement"],
    ...["Importe reembolsado", "Reembolsado", "Reembolso", "Valor reembolsado", "Valor estornado"],
    ...["Importo rimborsato", "Rimborsato", "Rimborso", "Terugbetaald bedrag", "Terugbetaald"],
  ],
  currency: [
    ...["currency", "Currency code", "Order currency", "Presentment currency", "Currency_code"],
    ...["Currency symbol", "Währung", "Waehrung", "Währungscode", "Devise", "Monnaie", "Moneda"],
    ...["Divisa", "Moeda", "Valuta", "Munteenheid"],
  ],
  status: [
    ...["Order status", "Order state", "Status of order", "Bestellstatus", "Auftragsstatus"],
    ...["Statut de la commande", "Statut commande", "État de la commande", "Estado del pedido"],
    ...["Estado de la orden", "Status do pedido", "Estado do pedido", "Situação do pedido"],
    ...["Stato ordine", "Stato dell'ordine", "Orderstatus", "Bestelstatus"],
    ...["status", "State", "Statut", "État", "Estado", "Situação", "Stato", "Toestand"],
  ],
  payment_status: [
    ...["payment_status", "Payment status", "Payment state", "Financial status", "Paid status"],
    ...["Transaction status", "Is paid", "Captured", "Zahlungsstatus", "Bezahlstatus"],
    ...["Statut du paiement", "Statut de paiement", "État du paiement", "Estado del pago"],
    ...["Estado de pago", "Status do pagamento", "Status de pagamento", "Estado do pagamento"],
    ...["Stato pagamento", "Stato del pagamento", "Betaalstatus", "Betalingsstatus"],
  ],
  line_status: [
    ...["line_status", "Line status", "Item status", "Lineitem status", "Line item status"],
    ...["Positionsstatus", "Artikelstatus", "Statut de la ligne", "Estado de la línea"],
    ...["Status do item", "Stato riga", "Regelstatus"],
  ],
  transaction_type: [
    ...["transaction_type", "Transaction type", "Event type", "Type", "Kind", "Vorgangsart"],
    ...["Transaktionstyp", "Transaktionsart", "Buchungsart", "Typ"],
    ...["Type de transaction", "Tipo de transacción", "Tipo de transação", "Tipo di transazione"],
    ...["Tipo transazione", "Tipo", "Transactietype", "Soort"],
  ],
  cancelled_at: [
    ...["cancelled_at", "Canceled at", "Cancelled date", "Canceled date", "Cancellation date"],
    ...["Cancel date", "Date cancelled", "Date canceled", "Is cancelled", "Is canceled"],
    ...["Cancelled", "Canceled", "Storniert am", "Stornodatum", "Storniert", "Annulé le"],
    ...["Date d'annulation", "Cancelado el", "Fecha de cancelación", "Cancelado em"],
    ...["Data de cancelamento", "Annullato il", "Data di annullamento", "Geannuleerd op"],
    ...["Annuleringsdatum"],
  ],
  failure: [
    ...["failure", "Decline reason", "Failure message", "Failure reason", "Failure code"],
    ...["Payment error", "Ablehnungsgrund", "Fehlergrund", "Motif du refus", "Motif de l'échec"],
    ...["Motivo del rechazo", "Motivo da recusa", "Motivo del rifiuto", "Reden van weigering"],
  ],
  invoice_time: [],
  line_id: [],
};
