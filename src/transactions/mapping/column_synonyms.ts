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
 * Names under which shops' files hold each column, compared without case, accents, spaces and
 * punctuation; of several the first one wins, so the more specific ones come first.
 *
 * English, German, French, Spanish, Portuguese, Italian and Dutch. Sources: the UCI "Online Retail"
 * (2015) and "Online Retail II" (2019) headers, common exports, and data sets that people practise on.
 */
export const COLUMN_SYNONYMS: Readonly<Record<SourceColumn, readonly string[]>> = {
  // deno-fmt-ignore
  invoice_id: [
    "invoice_id", "InvoiceNo", "Invoice", "Invoice number", "Invoice num", "Order ID", "Order number",
    "Order no", "Order #", "Order", "Transaction ID", "Transaction number", "Transaction no", "Txn ID",
    "Trans ID", "Receipt number", "Receipt ID", "Receipt no", "Receipt", "Bill no", "Bill number",
    "Bill ID", "Basket ID", "Sales order number", "Sales order", "Sales ID", "Sale ID", "Ticket number",
    "Document number", "Invoice ref", "Order ref", "Order reference",
    "Rechnungsnummer", "Rechnungsnr", "Rechnung", "Bestellnummer", "Bestellnr", "Bestell ID",
    "Bestellung", "Auftragsnummer", "Auftragsnr", "Auftrag", "Belegnummer", "Belegnr", "Beleg", "Bon Nr",
    "Bonnummer", "Vorgangsnummer",
    "numéro de commande", "no de commande", "n° de commande", "N° commande", "num commande",
    "ID commande", "commande", "numéro de facture", "n° de facture", "n° facture", "num facture",
    "facture", "ticket", "numéro de ticket",
    "número de pedido", "nº de pedido", "nº pedido", "num pedido", "ID pedido", "ID de pedido", "pedido",
    "número de factura", "nº de factura", "nº factura", "num factura", "ID factura", "factura",
    "número da encomenda", "número do pedido", "nº do pedido", "nº da encomenda", "num do pedido",
    "código do pedido", "ID do pedido", "encomenda",
    "nota fiscal", "número da nota", "número NF", "número da NF", "NF", "fatura", "número da fatura",
    "numero ordine", "numero d'ordine", "n. ordine", "nr ordine", "ID ordine", "ordine",
    "numero fattura", "n. fattura", "fattura", "scontrino", "numero scontrino",
    "bestelnummer", "bestelnr", "bestelling", "ordernummer", "ordernr", "factuurnummer", "factuurnr",
    "factuur", "bonnummer",
  ],
  // deno-fmt-ignore
  product_id: [
    "product_id", "StockCode", "SKU", "Product code", "Product SKU", "Item ID", "Item SKU", "Item code",
    "Item number", "Item no", "Article number", "Article ID", "Article", "Product number", "Product no",
    "Product key", "Prod ID", "ProductID", "UPC", "EAN", "ASIN", "Product", "Item",
    "Artikelnummer", "Artikelnr", "Art.-Nr.", "Artikel Nr", "Artikel ID", "Artikelcode", "Produktnummer",
    "Produkt ID", "Artikel", "Produkt",
    "référence produit", "référence article", "réf produit", "réf article", "code produit",
    "code article", "ID produit", "référence", "produit", "article",
    "código de producto", "código producto", "código del producto", "ID producto", "ref producto",
    "código de artículo", "código artículo", "referencia", "producto", "artículo",
    "código do produto", "código produto", "ID do produto", "ID produto", "cod produto", "produto",
    "artigo", "referência",
    "codice prodotto", "codice articolo", "cod. articolo", "ID prodotto", "codice", "prodotto",
    "articolo",
    "productnummer", "productcode", "artikelnummer",
  ],
  // deno-fmt-ignore
  description: [
    "description", "Product name", "Item name", "Product description", "Item description",
    "Product title", "Item title", "Product detail", "Menu item", "Title", "Article name", "Prod name",
    "Artikelbezeichnung", "Produktbezeichnung", "Bezeichnung", "Artikelname", "Produktname",
    "Beschreibung", "Artikelbeschreibung", "Artikeltext",
    "désignation", "libellé", "libellé produit", "libellé article", "nom du produit", "nom produit",
    "nom de l'article", "intitulé",
    "descripción", "nombre del producto", "nombre producto", "descripción del producto",
    "nombre de producto", "nombre del artículo", "concepto",
    "descrição", "nome do produto", "descrição do produto", "nome produto",
    "descrizione", "nome prodotto", "descrizione prodotto", "descrizione articolo", "nome articolo",
    "omschrijving", "productnaam", "artikelnaam", "productomschrijving", "artikelomschrijving",
    "beschrijving",
  ],
  // deno-fmt-ignore
  quantity: [
    "quantity", "Qty", "Qty ordered", "Quantity ordered", "Order quantity", "Order qty", "Item qty",
    "Item quantity", "Quantity sold", "Qty sold", "Units sold", "Sold units", "Units", "Unit count",
    "Pieces", "Pcs", "Quant", "Transaction qty", "Transaction quantity", "Sales qty", "Sales quantity",
    "Sale qty", "Qty purchased", "Quantity purchased", "Purchase quantity", "Product quantity",
    "Product qty", "Line qty", "Line quantity", "Ordered qty", "Ordered quantity", "No of units", "Number of units",
    "Unit quantity", "Unit qty", "Number of items", "Item count", "No of items", "Items sold",
    "Menge", "Anzahl", "Stückzahl", "Stueckzahl", "Stück", "Stueck", "Bestellmenge", "Stk", "Verkaufsmenge",
    "quantité", "qté", "nombre d'articles", "quantité commandée", "nb articles",
    "cantidad", "cant", "unidades", "unidades vendidas", "piezas",
    "quantidade", "qtd", "qtde", "quant.", "quantidade vendida", "peças",
    "quantità", "qta", "qtà", "q.tà", "pezzi", "numero pezzi",
    "aantal", "hoeveelheid", "stuks", "aantal stuks",
  ],
  // deno-fmt-ignore
  invoice_date: [
    "invoice_date", "InvoiceDate", "Order date", "Order datetime", "Date of order", "Transaction date",
    "Transaction datetime", "Transaction timestamp", "Txn date", "Trans date", "Purchase date",
    "Date of purchase", "Purchased at", "Sale date", "Sales date", "Date of sale", "Bill date",
    "Receipt date", "Order purchase timestamp", "Order timestamp", "Ordered at",
    "Date", "Datetime", "Created at", "Date created", "Created date", "Created",
    "Order created at", "Ordered on", "Order placed at", "Order placed on", "Date placed", "Line item date", "Paid at",
    "Payment date", "Posted date", "Timestamp", "Day", "Transaction dt", "t_dat",
    "Bestelldatum", "Rechnungsdatum", "Auftragsdatum", "Kaufdatum", "Verkaufsdatum", "Belegdatum",
    "Buchungsdatum", "Datum",
    "date de commande", "date commande", "date de la commande", "date de facture", "date facture",
    "date d'achat", "date achat", "date de vente", "date vente", "date transaction",
    "fecha de pedido", "fecha del pedido", "fecha pedido", "fecha de compra", "fecha compra",
    "fecha de factura", "fecha factura", "fecha de emisión", "fecha emisión", "fecha de venta", "fecha venta", "fecha",
    "data do pedido", "data pedido", "data da compra", "data compra", "data da encomenda",
    "data da venda", "data venda", "data da fatura", "data de emissão", "data emissão", "emissão",
    "data ordine", "data dell'ordine", "data acquisto", "data fattura", "data vendita", "data emissione", "data di emissione", "data",
    "besteldatum", "orderdatum", "factuurdatum", "aankoopdatum", "verkoopdatum",
  ],
  // deno-fmt-ignore
  unit_price: [
    "unit_price", "UnitPrice", "Price per unit", "Price per item", "Price per piece", "Price each",
    "Unit cost", "Item price", "Item cost", "Product price", "Selling price", "Sale price",
    "Sales price", "Sell price", "Sold for", "Selling price per item", "Item selling price", "Unit amount", "Price", "Retail price",
    "Einzelpreis", "Stückpreis", "Stueckpreis", "Preis pro Stück", "Preis pro Stueck", "Artikelpreis",
    "Verkaufspreis", "VK-Preis", "Preis",
    "prix unitaire", "prix à l'unité", "prix unitaire HT", "prix unitaire TTC", "prix de vente", "PU",
    "prix",
    "precio unitario", "precio por unidad", "precio de venta", "precio venta", "precio",
    "preço unitário", "preço por unidade", "valor unitário", "preço de venda", "preço",
    "prezzo unitario", "prezzo di vendita", "prezzo",
    "stukprijs", "prijs per stuk", "eenheidsprijs", "verkoopprijs", "prijs",
  ],
  // deno-fmt-ignore
  customer_id: [
    "customer_unique_id", "customer_id", "CustomerID", "Customer number", "Customer no", "Cust ID",
    "Cust no", "Cust number", "Customer key", "Customer code", "Customer ref", "Client ID",
    "Client number", "Client no", "Client code", "User ID", "Buyer ID", "Member ID", "Member number",
    "Household key", "Household ID", "Shopper ID", "Account ID", "Account number", "Visitor ID",
    "Loyalty card", "Loyalty ID", "Card ID", "Card number", "Email", "Customer email", "Email address",
    "E-mail address", "Buyer user ID", "Buyer username", "Billing email", "Buyer email", "From email address", "Contact email", "Client email",
    "Customer", "Client", "Buyer", "Customer name", "Customername", "Client name", "Buyer name", "User",
    "Kundennummer", "Kundennr", "Debitor", "Debitornummer", "Debitorennummer", "Debitorennr", "Kunden-Nr", "Kd-Nr", "Kunden ID", "Kunden-E-Mail", "E-Mail-Adresse",
    "E-Mail Kunde", "Kunde", "Käufer", "Kundenname",
    "numéro client", "n° client", "no client", "num client", "code client", "ID client",
    "identifiant client", "e-mail client", "email client", "adresse e-mail", "courriel", "nom client",
    "nom du client", "acheteur",
    "número de cliente", "nº de cliente", "nº cliente", "num cliente", "ID cliente", "ID de cliente",
    "código cliente", "código de cliente", "correo electrónico", "correo", "correo del cliente",
    "cliente", "nombre cliente", "nombre del cliente", "comprador",
    "número do cliente", "código do cliente", "ID do cliente", "cod cliente", "e-mail do cliente",
    "nome do cliente",
    "numero cliente", "n. cliente", "codice cliente", "email cliente", "indirizzo email", "nome cliente",
    "acquirente",
    "klantnummer", "klantnr", "debiteur", "debiteurnummer", "debiteurnr", "klant ID", "klantcode", "e-mailadres", "e-mail klant", "klant", "klantnaam",
    "koper",
  ],
  // deno-fmt-ignore
  country: [
    "country", "Country name", "Customer country", "Billing country", "Shipping country", "Ship country",
    "Country code", "Region",
    "Land", "Rechnungsland", "Lieferland", "pays", "pays de facturation", "pays de livraison", "país",
    "país de facturación", "país de envío", "país do cliente", "paese", "nazione", "factuurland",
  ],
  // deno-fmt-ignore
  line_total: [
    "line_total", "Line total", "Line amount", "Line revenue", "Line price", "Item total", "Item amount", "Item revenue",
    "Row total", "Extended price", "Extended amount", "Sales value", "Sales amount", "Sale amount",
    "Net sales", "Net amount", "Net revenue", "N. Revenue", "Sales", "Revenue", "Turnover", "Amount",
    "Amount paid", "Paid amount", "Purchase amount", "Transaction amount", "Txn amount", "Total amount",
    "Total price", "Total sales", "Total sale", "Total value", "Total revenue", "Total paid",
    "Price total", "Total", "Subtotal", "Sub total", "Value", "Spend", "Spent", "Gross sales",
    "Gross amount", "Gross",
    "Positionssumme", "Zeilensumme", "Positionsbetrag", "Gesamtpreis", "Gesamtbetrag", "Umsatz",
    "Nettobetrag", "Bruttobetrag", "Betrag", "Summe", "Gesamt", "Zwischensumme", "Endbetrag", "Wert",
    "total ligne", "total de la ligne", "montant ligne", "prix total", "montant total", "montant HT",
    "montant TTC", "montant", "total HT", "total TTC", "chiffre d'affaires", "sous-total",
    "total línea", "total de línea", "importe línea", "importe total", "importe", "precio total",
    "monto total", "monto", "ingresos", "ventas", "valor total", "valor", "subtotal línea",
    "total da linha", "total do item", "preço total", "montante", "receita", "faturamento",
    "totale riga", "importo riga", "importo totale", "importo", "prezzo totale", "totale", "ricavo",
    "ricavi", "valore", "subtotale",
    "regeltotaal", "totaalprijs", "totaalbedrag", "bedrag", "omzet", "totaal", "subtotaal", "waarde",
  ],
  // deno-fmt-ignore
  order_total: [
    "order_total", "Order total", "Order amount", "Order value", "Order total amount", "Total order value",
    "Grand total", "Invoice total", "Invoice amount", "Basket total", "Cart total", "Basket value",
    "Transaction total", "Bill amount", "Bill total", "Receipt total", "Total order", "Payment value",
    "Bestellsumme", "Bestellwert", "Rechnungsbetrag", "Rechnungssumme", "Auftragssumme", "Auftragswert",
    "Warenkorbwert", "Gesamtsumme",
    "total commande", "total de la commande", "montant commande", "montant de la commande",
    "total facture", "montant facture",
    "total pedido", "total del pedido", "importe pedido", "importe del pedido", "total factura",
    "total de la factura", "importe factura",
    "total do pedido", "valor do pedido", "total da encomenda", "total da fatura", "valor da nota",
    "totale ordine", "importo ordine", "totale fattura", "importo fattura", "totale scontrino",
    "totaal bestelling", "bestelling totaal", "bestelbedrag", "ordertotaal", "orderbedrag", "factuurbedrag",
  ],
  order_subtotal: [
    ...["order_subtotal", "Subtotal", "Order subtotal", "Order subtotal amount", "Zwischensumme"],
    ...["Sous-total", "Subtotale", "Subtotaal"],
  ],
  order_shipping: [
    ...["order_shipping", "Order shipping amount", "Order shipping", "Shipping", "Shipping amount"],
    ...["Shipping cost", "Shipping charge", "Shipping charges", "Shipping fee", "Delivery charge"],
    ...["Delivery fee", "Postage", "Postage and packaging", "Postage and packing", "P&P"],
    ...["Shipping and handling", "Versand", "Versandkosten", "Frais de port"],
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
    ...[
      "Cancelled",
      "Canceled",
      "Void",
      "Voided",
      "Is void",
      "Is voided",
      "Void?",
      "Storniert am",
      "Stornodatum",
      "Storniert",
      "Annulé le",
    ],
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

/** Names of amounts in which the price of one piece is meant, whatever stands beside them. */
export const PRICE_OF_ONE: RegExp =
  /unit(?!ed)|each|per(unit|item|piece)|einzel|stuck|stueck|unitaire|unitario|eenheid|stuk|\bpu\b/;

/** Names of amounts in which the total of one line is meant. */
export const TOTAL_OF_LINE: RegExp =
  /line|zeile|position|ligne|linea|linha|riga|regel|row|extended/;

/** Names of charges that are not for goods: shipping, taxes, tips. */
export const OTHER_CHARGES: RegExp =
  /ship|freight|deliver|handling|postage|packaging|packing|carriage|tax|vat|gst|tip$|tips|gratuity|versand|porto|mwst|ust|steuer|livraison|frais|tva|envio|iva|impuesto|frete|imposto|sped|tasse|verzend|btw|giftwrap/;
