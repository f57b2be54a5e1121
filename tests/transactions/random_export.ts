import { createRandom } from "../../src/numeric/random/random.ts";

/** A shop's export as some program might write it, and what is true of it. */
export interface RandomExport {
  readonly text: string;
  /** How it is written, for the message of a failing test. */
  readonly layout: string;
  /** In cents. */
  readonly net: { readonly shop: number; readonly customers: number };
  /** With at least one order that happened. */
  readonly customers: number;
  /** That happened and have a customer. */
  readonly orders: number;
}

type Field =
  | "order"
  | "date"
  | "customer"
  | "sku"
  | "name"
  | "quantity"
  | "price"
  | "total"
  | "orderTotal"
  | "country"
  | "status"
  | "discount"
  | "refunded";

/** What programs of seven languages call a field. */
const HEADERS: Readonly<Record<string, Readonly<Record<Field, readonly string[]>>>> = {
  en: {
    order: ["Order ID", "order_number", "InvoiceNo", "Transaction ID", "Receipt number"],
    date: ["Order date", "Date", "created_at", "Purchase date", "InvoiceDate"],
    customer: ["Customer ID", "customer_id", "Customer", "Email", "CustomerID"],
    sku: ["SKU", "StockCode", "product_id", "Item ID"],
    name: ["Product name", "Description", "Item name"],
    quantity: ["Quantity", "Qty", "Units"],
    price: ["Unit price", "Price", "Item price"],
    total: ["Line total", "Amount", "Sales"],
    orderTotal: ["Order total", "Total", "Grand total"],
    country: ["Country", "Shipping country"],
    status: ["Status", "Order status", "Payment status", "Financial Status"],
    discount: ["Order discount", "Discount Amount"],
    refunded: ["Refunded Amount", "Amount Refunded"],
  },
  de: {
    order: ["Bestellnummer", "Rechnungsnummer"],
    date: ["Bestelldatum", "Datum", "Rechnungsdatum"],
    customer: ["Kundennummer", "Kunde", "E-Mail"],
    sku: ["Artikelnummer"],
    name: ["Artikelname", "Bezeichnung"],
    quantity: ["Menge", "Anzahl"],
    price: ["Einzelpreis", "Preis"],
    total: ["Gesamtpreis", "Betrag", "Umsatz"],
    orderTotal: ["Bestellsumme", "Gesamtbetrag"],
    country: ["Land"],
    status: ["Status", "Bestellstatus", "Zahlungsstatus"],
    discount: ["Rabatt"],
    refunded: ["Erstatteter Betrag"],
  },
  fr: {
    order: ["Numéro de commande", "N° commande", "Numéro de facture"],
    date: ["Date de commande", "Date"],
    customer: ["Client", "Numéro client", "Code client"],
    sku: ["Référence", "Code article"],
    name: ["Désignation", "Nom du produit"],
    quantity: ["Quantité"],
    price: ["Prix unitaire", "Prix"],
    total: ["Montant", "Total ligne"],
    orderTotal: ["Total commande"],
    country: ["Pays"],
    status: ["Statut", "État"],
    discount: ["Remise"],
    refunded: ["Montant remboursé"],
  },
  es: {
    order: ["Número de pedido", "Nº pedido", "Número de factura"],
    date: ["Fecha", "Fecha del pedido"],
    customer: ["Cliente", "Número de cliente"],
    sku: ["Código de producto", "Referencia"],
    name: ["Descripción", "Producto"],
    quantity: ["Cantidad"],
    price: ["Precio unitario", "Precio"],
    total: ["Importe", "Total línea"],
    orderTotal: ["Total del pedido"],
    country: ["País"],
    status: ["Estado"],
    discount: ["Descuento"],
    refunded: ["Importe reembolsado"],
  },
  pt: {
    order: ["Número do pedido", "Nº do pedido"],
    date: ["Data", "Data do pedido"],
    customer: ["Cliente", "Código do cliente"],
    sku: ["Código do produto", "Referência"],
    name: ["Descrição", "Produto"],
    quantity: ["Quantidade"],
    price: ["Preço unitário", "Preço"],
    total: ["Valor", "Total da linha"],
    orderTotal: ["Total do pedido"],
    country: ["País"],
    status: ["Situação", "Estado"],
    discount: ["Desconto"],
    refunded: ["Valor reembolsado"],
  },
  it: {
    order: ["Numero ordine", "Numero fattura"],
    date: ["Data", "Data ordine"],
    customer: ["Cliente", "Codice cliente"],
    sku: ["Codice articolo", "Codice prodotto"],
    name: ["Descrizione", "Prodotto"],
    quantity: ["Quantità"],
    price: ["Prezzo unitario", "Prezzo"],
    total: ["Importo", "Totale riga"],
    orderTotal: ["Totale ordine"],
    country: ["Paese"],
    status: ["Stato"],
    discount: ["Sconto"],
    refunded: ["Importo rimborsato"],
  },
  nl: {
    order: ["Bestelnummer", "Ordernummer", "Factuurnummer"],
    date: ["Datum", "Besteldatum"],
    customer: ["Klant", "Klantnummer"],
    sku: ["Artikelnummer"],
    name: ["Omschrijving", "Productnaam"],
    quantity: ["Aantal"],
    price: ["Stukprijs", "Prijs"],
    total: ["Bedrag", "Regeltotaal"],
    orderTotal: ["Ordertotaal", "Totaalbedrag"],
    country: ["Land"],
    status: ["Status"],
    discount: ["Korting"],
    refunded: ["Terugbetaald bedrag"],
  },
};

type Outcome = "sale" | "cancelled" | "failed" | "unpaid" | "refunded";

const STATUS: Readonly<Record<string, Readonly<Record<Outcome, readonly string[]>>>> = {
  en: {
    sale: ["paid", "completed", "Shipped", "Delivered"],
    cancelled: ["cancelled", "canceled", "Voided"],
    failed: ["failed", "Declined"],
    unpaid: ["pending", "on hold"],
    refunded: ["refunded"],
  },
  de: {
    sale: ["bezahlt", "Versendet", "abgeschlossen"],
    cancelled: ["storniert"],
    failed: ["fehlgeschlagen"],
    unpaid: ["ausstehend", "offen"],
    refunded: ["erstattet"],
  },
  fr: {
    sale: ["payé", "Expédiée", "livré"],
    cancelled: ["annulé", "Annulée"],
    failed: ["échoué"],
    unpaid: ["en attente"],
    refunded: ["remboursé"],
  },
  es: {
    sale: ["pagado", "Enviado", "completado"],
    cancelled: ["cancelado"],
    failed: ["fallido"],
    unpaid: ["pendiente"],
    refunded: ["reembolsado"],
  },
  pt: {
    sale: ["pago", "Enviado", "concluído"],
    cancelled: ["cancelado"],
    failed: ["falhou"],
    unpaid: ["pendente"],
    refunded: ["reembolsado"],
  },
  it: {
    sale: ["pagato", "Spedito", "completato"],
    cancelled: ["annullato"],
    failed: ["fallito"],
    unpaid: ["in attesa"],
    refunded: ["rimborsato"],
  },
  nl: {
    sale: ["betaald", "Verzonden", "voltooid"],
    cancelled: ["geannuleerd"],
    failed: ["mislukt"],
    unpaid: ["in afwachting", "openstaand"],
    refunded: ["terugbetaald"],
  },
};

const MONTHS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.keys(HEADERS).map((language) => {
    const format = new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" });
    return [
      language,
      Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2024, month, 15))),
    ];
  }),
);

const PRODUCTS = ["Mug", "Tea, green", "Teapot", 'Tin "large"', "Honey", "Café crème", "Spoon"];
const COUNTRIES = ["France", "Germany", "Spain", "Norway"];
const NO_CUSTOMER = ["", "Guest", "NULL", "N/A", "nan"];

interface Line {
  readonly sku: string;
  readonly name: string;
  readonly quantity: number;
  /** In cents. */
  readonly price: number;
}

interface Order {
  readonly id: string;
  readonly time: number;
  /** Empty for a guest. */
  readonly customer: string;
  readonly country: string;
  readonly outcome: Outcome;
  readonly lines: readonly Line[];
  readonly discount: number;
  readonly refunded: number;
}

/**
 * Makes up a shop and writes it in a layout drawn at random.
 *
 * @param seed Seeds both.
 * @returns The text, and what is true of it.
 */
export function randomExport(seed: number): RandomExport {
  const random = createRandom(seed, "export");
  const pick = <T>(items: readonly T[]): T => items[random.integer(items.length)];
  const chance = (probability: number) => random.next() < probability;

  const language = pick(Object.keys(HEADERS));
  const amounts = pick(["price", "price", "total", "total", "both", "order total", "one amount"]);
  const oneLine = amounts === "one amount";
  const withStatus = chance(.4), withRefunds = chance(.25);
  // Beside totals it would be open whether these are before or after it.
  const withDiscounts = amounts === "price" && chance(.4);
  const returnsAsLines = amounts !== "order total" && chance(.3);
  const ids = pick(["letters", "numbers", "emails"]);
  const guest = pick(NO_CUSTOMER), guests = chance(.4);

  const customerIds = Array.from(
    { length: 3 + random.integer(10) },
    (_, i) =>
      ids === "letters" ? `K${100 + i}` : ids === "numbers" ? `${17850 + i}` : `c${i}@example.com`,
  );
  const start = Date.UTC(2022 + random.integer(3), random.integer(12), 1 + random.integer(28));
  const orders: Order[] = Array.from({ length: 6 + random.integer(25) }, (_, i) => {
    const names = random.shuffle(PRODUCTS).slice(0, oneLine ? 1 : 1 + random.integer(4));
    const lines = names.map((name) => ({
      name,
      sku: `P${PRODUCTS.indexOf(name) + 10}`,
      quantity: oneLine ? 1 : 1 + random.integer(5),
      // With discounts, prices of a list: else nothing would tell whether they contain these.
      price: 150 + 37 * PRODUCTS.indexOf(name) +
        5 * (withDiscounts ? 31 * PRODUCTS.indexOf(name) : random.integer(900)),
    }));
    const worth = worthOf(lines);
    const discount = withDiscounts && chance(.4) ? Math.floor(worth / 10) : 0;
    const outcome: Outcome = withStatus && chance(.3)
      ? pick(["cancelled", "failed", "unpaid", "refunded"])
      : "sale";
    const refunded = outcome === "refunded"
      ? worth - discount
      : withRefunds && outcome === "sale" && chance(.2)
      ? 1 + random.integer(worth - discount)
      : 0;
    return {
      id: `${1001 + i}`,
      time: start + i * 864e5 * (1 + random.integer(9)) + 1000 * random.integer(86_400),
      customer: guests && chance(.15) ? "" : pick(customerIds),
      country: pick(COUNTRIES),
      outcome,
      lines,
      discount,
      refunded,
    };
  });

  const happened = orders.filter(({ outcome }) => outcome === "sale" || outcome === "refunded");
  const known = happened.filter(({ customer }) => customer !== "");
  // What comes back as a line of its own: all of a line of an order that happened.
  const back = returnsAsLines
    ? happened.filter(({ refunded }) => refunded === 0).filter(() => chance(.15)).map((order) => ({
      order,
      line: order.lines[0],
      time: order.time + 864e5 * (1 + random.integer(20)),
    }))
    : [];
  const kept = (list: readonly Order[]) =>
    list.reduce(
      (sum, { lines, discount, refunded }) => sum + worthOf(lines) - discount - refunded,
      0,
    ) -
    back.filter(({ order }) => list.includes(order))
      .reduce((sum, { line }) => sum + line.quantity * line.price, 0);

  // The layout.
  const header = (field: Field) => pick(HEADERS[language][field]);
  const delimiter = pick([",", ";", "\t", "|"]);
  const commas = language !== "en" && chance(.6);
  const thousands = pick(["", "", commas ? "." : ",", " ", "'"]);
  const sign = pick(["", "", "€", "$ ", " EUR"]);
  const negative = pick(["minus", "minus", "parentheses", "trailing"]);
  const money = (cents: number) => {
    const size = (Math.abs(cents) / 100).toFixed(2).replace(".", commas ? "," : ".")
      .replace(/\B(?=(\d{3})+[.,])/g, thousands);
    const signed = sign.startsWith(" ") ? size + sign : sign + size;
    if (cents >= 0) return signed;
    return negative === "minus"
      ? `-${signed}`
      : negative === "trailing"
      ? `${signed}-`
      : `(${signed})`;
  };
  const dateForm = pick(DATE_FORMS);
  const firstLineOnly = !oneLine && chance(.2);
  const withSku = chance(.8), withName = !withSku || chance(.7), withCountry = chance(.5);
  const fields: Field[] = random.shuffle([
    "order" as const,
    "date" as const,
    "customer" as const,
    ...(withSku && !oneLine ? ["sku" as const] : []),
    ...(withName && !oneLine ? ["name" as const] : []),
    ...(oneLine ? [] : ["quantity" as const]),
    ...(amounts === "price" || amounts === "both" ? ["price" as const] : []),
    ...(amounts === "total" || amounts === "both" || oneLine ? ["total" as const] : []),
    ...(amounts === "order total" ? ["orderTotal" as const] : []),
    ...(withCountry ? ["country" as const] : []),
    ...(withStatus ? ["status" as const] : []),
    ...(withDiscounts ? ["discount" as const] : []),
    ...(withRefunds ? ["refunded" as const] : []),
  ]);
  const words = STATUS[language];
  const cells = (order: Order, line: Line, i: number, time: number): string[] => {
    const once = (text: string) => firstLineOnly && i > 0 ? "" : text;
    const texts: Record<Field, string> = {
      order: firstLineOnly && amounts !== "order total" ? once(order.id) : order.id,
      date: once(written(dateForm, time, language)),
      customer: once(order.customer === "" ? guest : order.customer),
      sku: line.sku,
      name: line.name,
      quantity: `${line.quantity}`,
      price: money(line.price),
      total: money(line.quantity * line.price),
      orderTotal: money(worthOf(order.lines)),
      country: once(order.country),
      status: once(words[order.outcome][order.time % words[order.outcome].length]),
      discount: once(money(order.discount)),
      refunded: once(money(order.refunded)),
    };
    return fields.map((field) => texts[field]);
  };
  const rows = orders.flatMap((order) =>
    order.lines.map((line, i) => cells(order, line, i, order.time))
  );
  for (const { order, line, time } of back) {
    const returned = amounts === "total" || oneLine
      ? { ...line, quantity: -line.quantity }
      : { ...line, quantity: -line.quantity };
    const asOrder = {
      ...order,
      id: `R${order.id}`,
      lines: [returned],
      discount: 0,
      outcome: "sale" as const,
    };
    rows.push(cells(asOrder, returned, 0, time));
  }
  const quote = (text: string) =>
    text.includes(delimiter) || text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text;
  const lines = [fields.map(header), ...rows].map((row) => row.map(quote).join(delimiter));
  const titled = chance(.1);
  const blank = fields.map(() => "").join(delimiter);
  if (titled) lines.unshift(`My shop${blank}`, `Sales report${blank}`, blank);
  if (delimiter === ";" && chance(.3)) lines.unshift("sep=;");
  return {
    text: lines.join(pick(["\n", "\r\n"])) + "\n",
    layout: [
      language,
      amounts,
      `"${delimiter}"`,
      dateForm,
      commas ? "decimal commas" : "decimal points",
      `thousands "${thousands}"`,
      `sign "${sign}"`,
      negative,
      firstLineOnly && "first line only",
      withStatus && "states",
      withRefunds && "refunds",
      withDiscounts && "discounts",
      returnsAsLines && "returns",
      guests && `guests "${guest}"`,
      titled && "titles",
    ].filter(Boolean).join(", "),
    net: { shop: kept(happened), customers: kept(known) },
    customers: new Set(known.map(({ customer }) => customer)).size,
    orders: known.length,
  };
}

function worthOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { quantity, price }) => sum + quantity * price, 0);
}

const DATE_FORMS = [
  "2024-01-05",
  "2024-01-05 15:45:00",
  "2024-01-05T15:45:00Z",
  "2024-1-5",
  "05/01/2024",
  "01/05/2024 3:45 PM",
  "5.1.2024",
  "05.01.24",
  "05 January 2024",
  "5 Jan 2024",
  "20240105",
  "1704469500",
] as const;

function written(form: typeof DATE_FORMS[number], time: number, language: string): string {
  const date = new Date(time), iso = date.toISOString();
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const two = (value: number) => `${value}`.padStart(2, "0");
  const hours = date.getUTCHours(), minutes = two(date.getUTCMinutes());
  switch (form) {
    case "2024-01-05":
      return iso.slice(0, 10);
    case "2024-01-05 15:45:00":
      return iso.slice(0, 19).replace("T", " ");
    case "2024-01-05T15:45:00Z":
      return `${iso.slice(0, 19)}Z`;
    case "2024-1-5":
      return `${year}-${month}-${day}`;
    case "05/01/2024":
      return `${two(day)}/${two(month)}/${year}`;
    case "01/05/2024 3:45 PM":
      return `${two(month)}/${two(day)}/${year} ${hours % 12 || 12}:${minutes} ${
        hours < 12 ? "AM" : "PM"
      }`;
    case "5.1.2024":
      return `${day}.${month}.${year}`;
    case "05.01.24":
      return `${two(day)}.${two(month)}.${two(year % 100)}`;
    case "05 January 2024":
      return `${two(day)} ${MONTHS[language][month - 1]} ${year}`;
    case "5 Jan 2024":
      return `${day} ${MONTHS.en[month - 1].slice(0, 3)} ${year}`;
    case "20240105":
      return iso.slice(0, 10).replaceAll("-", "");
    case "1704469500":
      return `${Math.floor(time / 1000)}`;
  }
}
