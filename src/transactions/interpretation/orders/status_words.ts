import { NO_VALUE } from "../no_value.ts";

/** What a word about an order, a payment or a line says of the sale. */
export type StatusMeaning =
  /** It happened and was paid. */
  | "sale"
  /** It happened, and all of it came back. */
  | "refund"
  /** It happened, and a part came back that the word does not tell. */
  | "part_refund"
  /** It did not happen, for this reason. */
  | NoSale;

/** Why a line is no sale. */
export type NoSale = "order_cancelled" | "order_failed" | "order_unpaid" | "not_a_sale";

/** What a caller can say of a word that is not known. */
export const STATUS_ANSWERS = ["sale", "none", "refund"] as const;

/** See {@linkcode STATUS_ANSWERS}. */
export type StatusAnswer = typeof STATUS_ANSWERS[number];

/** Which kind of column a word stands in: it may mean something else in each. */
export type StatusColumn = "status" | "payment_status" | "line_status" | "transaction_type";

type Words = Readonly<Partial<Record<StatusMeaning, readonly string[]>>>;

/**
 * What shops' programs call the states of orders, payments and lines, compared without case, accents
 * and punctuation.
 *
 * Sources: the states that Shopify, WooCommerce, Magento, PrestaShop, Stripe, PayPal, Square, Amazon,
 * Olist and the sample tables of Microsoft and IBM document or hold, in English, German, French,
 * Spanish, Portuguese, Italian and Dutch.
 */
const STATES: Words = {
  sale: [
    ...["paid", "fully paid", "payment received", "payment accepted", "remote payment accepted"],
    ...["completed", "complete", "done", "finished", "resolved", "successful", "success"],
    ...["succeeded", "settled", "captured", "capture", "cleared", "approved", "accepted", "ok"],
    ...["confirmed", "processed", "processing", "processing in progress", "in process"],
    ...["in progress", "preparing", "packed", "packing", "invoiced", "ready", "ready to ship"],
    ...["ready for pickup", "shipped", "partially shipped", "shipping", "sent", "dispatched"],
    ...["unshipped", "in transit", "out for delivery", "delivered", "partially delivered"],
    ...["awaiting fulfillment", "awaiting fulfilment", "awaiting shipment", "awaiting pickup"],
    ...["picked up", "collected", "received", "fulfilled", "sold", "sale"],
    ...["shipped delivered to buyer", "shipped out for delivery", "shipped picked up"],
    // German
    ...["bezahlt", "vollstandig bezahlt", "komplett bezahlt", "zahlung erhalten", "abgeschlossen"],
    ...["erledigt", "fertig", "versendet", "versandt", "verschickt", "teilweise versendet"],
    ...["geliefert", "zugestellt", "ausgeliefert", "in bearbeitung", "bestatigt", "erfolgreich"],
    ...["in zustellung", "versandbereit", "abgeholt", "berechnet", "in rechnung gestellt"],
    // French
    ...["paye", "payee", "regle", "reglee", "paiement accepte", "paiement recu", "termine"],
    ...["terminee", "expedie", "expediee", "envoye", "envoyee", "livre", "livree", "en cours"],
    ...["en cours de traitement", "en preparation", "en cours de preparation", "confirme"],
    ...["confirmee", "valide", "validee", "en cours de livraison", "facture", "facturee"],
    // Spanish
    ...["pagado", "pagada", "pago aceptado", "pago recibido", "completado", "completada"],
    ...["enviado", "enviada", "entregado", "entregada", "procesando", "en proceso", "procesado"],
    ...["preparacion en curso", "en preparacion", "confirmado", "confirmada", "finalizado"],
    ...["finalizada", "facturado", "aprobado", "aprobada"],
    // Portuguese
    ...["pago", "paga", "pagamento aprovado", "pagamento confirmado", "concluido", "concluida"],
    ...["entregue", "processando", "em processamento", "em preparacao", "em separacao", "aprovado"],
    ...["aprovada", "faturado", "faturada", "finalizado", "em transito", "expedido"],
    // Italian
    ...["pagato", "pagata", "pagamento accettato", "pagamento ricevuto", "completato"],
    ...["completata", "spedito", "spedita", "inviato", "consegnato", "consegnata"],
    ...["in lavorazione", "in preparazione", "preparazione in corso", "confermato", "evaso"],
    ...["in elaborazione", "confermata", "evasa", "fatturato"],
    // Dutch
    ...["betaald", "volledig betaald", "betaling ontvangen", "betaling aanvaard", "voltooid"],
    ...["afgerond", "verzonden", "verstuurd", "geleverd", "bezorgd", "afgeleverd", "onderweg"],
    ...["in behandeling", "wordt verwerkt", "bevestigd", "afgehandeld", "gefactureerd"],
  ],
  refund: [
    ...["refunded", "fully refunded", "refund", "returned", "return", "reversed"],
    ...["chargeback", "charged back", "chargebacked", "charge back", "restocked", "credited"],
    ...["shipped returned to seller", "shipped returning to seller", "shipped rejected by buyer"],
    ...["returned to sender", "return to sender", "dispute lost", "rto"],
    ...["erstattet", "ruckerstattet", "vollstandig erstattet", "ruckerstattung", "erstattung"],
    ...["retourniert", "zuruckgesendet", "zuruckgegeben", "retoure", "ruckgabe", "gutgeschrieben"],
    ...["ruckbuchung", "ruckgebucht", "rucklastschrift", "komplett erstattet", "gutschrift"],
    ...["rembourse", "remboursee", "remboursement", "retourne", "retournee", "retour"],
    ...["reembolsado", "reembolsada", "reembolso", "devuelto", "devuelta", "devolucion"],
    ...["contracargo", "estornado", "estornada", "estorno", "devolvido", "devolvida"],
    ...["devolucao", "rimborsato", "rimborsata", "rimborso", "reso", "resa", "restituito"],
    ...["terugbetaald", "terugbetaling", "geretourneerd", "teruggestuurd"],
    ...["teruggegeven", "teruggestort", "volledig terugbetaald"],
  ],
  part_refund: [
    ...["partially refunded", "partial refund", "partly refunded", "partiallyrefunded"],
    ...["partially returned", "teilweise erstattet", "teilerstattet", "teilweise ruckerstattet"],
    ...["ruckerstattet teilweise", "erstattet teilweise"],
    ...["teilweise retourniert", "partiellement rembourse", "partiellement remboursee"],
    ...["remboursement partiel", "parcialmente reembolsado", "parcialmente reembolsada"],
    ...["reembolso parcial", "reembolsado parcialmente", "parcialmente devolvido"],
    ...["parcialmente estornado", "parzialmente rimborsato", "parzialmente rimborsata"],
    ...["rimborso parziale", "gedeeltelijk terugbetaald", "deels terugbetaald"],
  ],
  order_cancelled: [
    ...["cancelled", "canceled", "cancel", "cancellation", "voided", "void", "withdrawn"],
    ...["deleted", "removed", "trash", "abandoned", "checkout draft", "unavailable"],
    ...["canceled reversal", "cancelled reversal", "cancelled by customer", "cancelled by seller"],
    ...[
      "storniert",
      "storno",
      "abgebrochen",
      "annulliert",
      "geloscht",
      "widerrufen",
      "stornierung",
    ],
    ...["annule", "annulee", "annulation", "abandonne", "abandonnee", "supprime", "supprimee"],
    ...["cancelado", "cancelada", "anulado", "anulada", "abandonado", "abandonada"],
    ...["annullato", "annullata", "cancellato", "cancellata", "abbandonato", "abbandonata"],
    ...["geannuleerd", "afgebroken", "verwijderd", "verlaten"],
  ],
  order_failed: [
    ...["failed", "failure", "fail", "declined", "denied", "rejected", "error", "payment error"],
    ...["payment failed", "blocked", "refused", "expired", "fraud", "suspected fraud"],
    ...["insufficient funds", "unsuccessful", "invalid", "uncaptured expired"],
    ...["fehlgeschlagen", "abgelehnt", "gescheitert", "fehler", "verfallen", "abgelaufen"],
    ...["zahlung fehlgeschlagen", "zahlungsfehler", "gesperrt", "verweigert", "betrug"],
    ...["echoue", "echouee", "echec", "refuse", "refusee", "rejete", "rejetee", "expire"],
    ...["expiree", "erreur de paiement", "echec du paiement", "bloque"],
    ...["fallido", "fallida", "rechazado", "rechazada", "error en pago", "caducado", "expirado"],
    ...["expirada", "denegado", "error de pago", "falhou", "falhado", "recusado", "recusada"],
    ...["rejeitado", "rejeitada", "negado", "negada", "falha", "fallito", "fallita"],
    ...["rifiutato", "rifiutata", "scaduto", "scaduta", "errore di pagamento", "respinto"],
    ...["mislukt", "geweigerd", "verlopen", "betaling mislukt", "betalingsfout", "afgewezen"],
  ],
  order_unpaid: [
    ...["pending", "pending payment", "payment pending", "awaiting payment", "unpaid", "not paid"],
    ...["on hold", "onhold", "hold", "held", "draft", "open", "new", "created", "requested", "due"],
    ...["authorized", "authorised", "authorization", "overdue", "payment review", "in review"],
    ...["partially paid", "partly paid", "partially authorized", "incomplete", "requires action"],
    ...["requires capture", "requires confirmation", "requires payment method", "uncaptured"],
    ...[
      "disputed",
      "in dispute",
      "needs response",
      "under review",
      "waiting",
      "quote",
      "quotation",
    ],
    ...["holded", "pending paypal", "manual verification required", "verification required"],
    ...["awaiting bank wire payment", "awaiting check payment", "backordered", "on backorder"],
    ...[
      "pending waiting for pick up",
      "awaiting",
      "outstanding",
      "payment due",
      "pending approval",
    ],
    ...["offen", "ausstehend", "unbezahlt", "nicht bezahlt", "wartend", "zahlung ausstehend"],
    ...["warten auf zahlung", "wartet auf zahlung", "in wartestellung", "entwurf", "neu"],
    ...["autorisiert", "angelegt", "teilweise bezahlt", "teilbezahlt", "anzahlung", "angebot"],
    ...["zahlung offen", "reserviert", "mahnung", "gemahnt", "in prufung"],
    ...["bezahlt teilweise", "erinnert", "klarung notwendig"],
    ...["en attente", "en attente de paiement", "attente paiement", "impaye", "impayee"],
    ...["non paye", "non payee", "brouillon", "nouveau", "nouvelle", "autorise", "autorisee"],
    ...["partiellement paye", "partiellement payee", "ouvert", "ouverte", "devis", "a payer"],
    ...["en attente de paiement par cheque"],
    ...["en attente du paiement par cheque", "en attente de virement bancaire"],
    ...["pendiente", "pendiente de pago", "pago pendiente", "en espera", "borrador", "nuevo"],
    ...["nueva", "no pagado", "impagado", "autorizado", "autorizada", "abierto", "abierta"],
    ...["parcialmente pagado", "parcialmente pagada", "presupuesto"],
    ...["pendente", "aguardando pagamento", "aguardando", "pagamento pendente", "em espera"],
    ...["rascunho", "novo", "nova", "nao pago", "nao paga", "em aberto", "aberto", "em analise"],
    ...["parcialmente pago", "orcamento", "criado"],
    ...["in attesa", "in attesa di pagamento", "in sospeso", "bozza", "nuovo", "nuova"],
    ...["non pagato", "non pagata", "autorizzato", "autorizzata", "aperto", "aperta", "da pagare"],
    ...["parzialmente pagato", "preventivo"],
    ...["in afwachting", "wachten op betaling", "in de wacht", "concept", "nieuw", "openstaand"],
    ...["niet betaald", "onbetaald", "geautoriseerd", "deels betaald", "gedeeltelijk betaald"],
    ...["wacht op betaling", "offerte", "te betalen"],
  ],
  not_a_sale: [],
};

/** Words that say something else of a payment than of an order. */
const PAYMENTS: Words = {
  sale: ["true", "yes", "y", "ja", "oui", "si", "sim", "1", "voldaan"],
  order_unpaid: [
    ...["false", "no", "n", "nein", "non", "nao", "nee", "0", "none"],
    ...["processing", "in process", "in progress", "in bearbeitung", "in behandeling"],
    ...["en cours", "en cours de traitement", "procesando", "processando", "in elaborazione"],
  ],
};

/** The types of movements in exports of payments. */
const TYPES: Words = {
  sale: [
    ...["sale", "sales", "order", "orders", "order payment", "payment", "payments", "charge"],
    ...["purchase", "invoice", "capture", "sold", "transaction", "pos sale", "web sale"],
    ...["express checkout payment", "website payment", "mobile payment", "general payment"],
    ...["payment received", "preapproved payment bill user payment", "subscription payment"],
    ...["recurring payment", "web accept payment received", "direct credit card payment"],
    ...["ebay auction payment", "shopping cart payment received", "checkout payment"],
    ...["donation payment", "mass payment received", "bill user payment"],
    ...["principal", "merchandise", "web accept payment", "ebay payment", "pre approved payment"],
    ...[
      "paypal express zahlung",
      "zahlung per paypal express",
      "website zahlung",
      "webseiten zahlung",
    ],
    ...[
      "mobile zahlung",
      "handyzahlung",
      "allgemeine zahlung",
      "zahlung erhalten",
      "abonnementzahlung",
    ],
    ...["paiement express checkout", "paiement sur site marchand", "paiement par mobile"],
    ...["pago con pago express", "pago de pago expres", "pago en sitio web", "pago movil"],
    ...["pagamento express checkout", "pagamento sul sito web", "pagamento cellulare"],
    ...["express checkout betaling", "websitebetaling", "mobiele betaling"],
    ...["verkauf", "kauf", "zahlung", "bestellung", "rechnung", "umsatz", "auftrag"],
    ...["vente", "achat", "paiement", "commande", "facture", "venta", "compra", "pago", "pedido"],
    ...["factura", "cobro", "venda", "pagamento", "fatura", "encomenda", "vendita", "acquisto"],
    ...["ordine", "fattura", "verkoop", "aankoop", "betaling", "bestelling", "factuur"],
  ],
  refund: [
    ...["refund", "refunds", "return", "returns", "returned", "payment refund", "order refund"],
    ...["credit note", "credit memo", "chargeback", "charge back", "payment reversal", "reversal"],
    ...["payment refund initiated by merchant", "dispute", "chargeback refund", "refunded"],
    ...["partial refund", "ruckerstattung", "erstattung", "gutschrift", "retoure", "ruckgabe"],
    ...["ruckbuchung", "ruckzahlung", "remboursement", "avoir", "retour", "reembolso"],
    ...["devolucion", "abono", "nota de credito", "contracargo", "estorno", "devolucao"],
    ...["rimborso", "reso", "nota di credito", "terugbetaling", "creditnota", "retourzending"],
  ],
  order_cancelled: [
    ...["void", "voided", "cancellation", "cancelled", "canceled", "storno", "stornierung"],
    ...["annulation", "anulacion", "cancelacion", "cancelamento", "annullamento", "annulering"],
  ],
  order_unpaid: [
    ...["authorization", "authorisation", "pre authorization", "quote", "quotation", "draft"],
    ...["account hold for open authorization", "reversal of general account hold", "angebot"],
    ...["autorisierung", "autorisation", "devis", "autorizacion", "presupuesto", "autorizacao"],
    ...["orcamento", "autorizzazione", "preventivo", "autorisatie", "offerte"],
  ],
  not_a_sale: [
    ...["payout", "payouts", "transfer", "transfers", "fee", "fees", "adjustment", "adjustments"],
    ...["service fee", "service fees", "fba inventory fee", "stripe fee", "application fee"],
    ...["payment fee", "subscription fee", "chargeback fee", "general withdrawal", "withdrawal"],
    ...["user initiated withdrawal", "general currency conversion", "currency conversion"],
    ...["bank deposit", "bank deposit to pp account", "deposit", "reserve", "hold", "topup"],
    ...["top up", "loan", "advance", "tax", "taxes", "payout failure", "payout cancel", "bonus"],
    ...["contribution", "reserved funds", "general credit card deposit", "balance transfer"],
    ...["transfer to bank", "fba transaction fees", "partner fee", "account correction"],
    ...[
      "shipping",
      "shipping tax",
      "shippingtax",
      "gift wrap",
      "gift wrap tax",
      "product tax",
      "tip",
    ],
    ...["refund commission", "refundcommission", "shipping chargeback", "shippingchargeback"],
    ...[
      "shipping holdback",
      "shippinghb",
      "fba per unit fulfillment fee",
      "fbaperunitfulfillmentfee",
    ],
    ...["fixed closing fee", "fixedclosingfee", "variable closing fee", "variableclosingfee"],
    ...["marketplacefacilitatortax principal", "marketplacefacilitatortax shipping"],
    ...["subscription fees", "storage fee", "current reserve amount"],
    ...["previous reserve amount balance", "transfer of funds unsuccessful", "costofadvertising"],
    ...["allgemeine abbuchung", "von nutzer eingeleitete abbuchung", "abbuchung"],
    ...["allgemeine wahrungsumrechnung", "wahrungsumrechnung", "zahlungsgebuhr"],
    ...["bankgutschrift auf paypal konto", "einbehaltung fur offene autorisierung"],
    ...["ruckbuchung allgemeiner kontoeinbehaltung", "allgemeine gutschrift auf kreditkarte"],
    ...["virement standard", "virement general", "conversion de devise generale"],
    ...["retirada general", "transferencia general", "conversion de divisas general"],
    ...["prelievo generico", "conversione di valuta generica", "algemene opname"],
    ...["algemene valutaomrekening", "overschrijving"],
    ...["auszahlung", "ubertrag", "uberweisung", "gebuhr", "gebuhren", "anpassung", "korrektur"],
    ...["einzahlung", "steuer", "virement", "versement", "frais", "ajustement", "commission"],
    ...["transferencia", "retiro", "comision", "ajuste", "impuesto", "tarifa", "saque"],
    ...["comissao", "taxa", "trasferimento", "bonifico", "commissione", "rettifica", "prelievo"],
    ...["uitbetaling", "overboeking", "kosten", "correctie", "opname", "storting"],
  ],
};

const MEANINGS: Readonly<Record<StatusColumn, ReadonlyMap<string, StatusMeaning>>> = {
  status: meanings(STATES),
  line_status: meanings(STATES),
  payment_status: new Map([...meanings(STATES), ...meanings(PAYMENTS)]),
  transaction_type: meanings(TYPES),
};

function meanings(words: Words): Map<string, StatusMeaning> {
  return new Map(
    Object.entries(words).flatMap(([meaning, texts]) =>
      texts.map((text): [string, StatusMeaning] => [text, meaning as StatusMeaning])
    ),
  );
}

/**
 * Makes words comparable: small letters without accents, single spaces, and without the prefix that
 * WooCommerce's tables put before a state.
 *
 * @param text A word from a file or from a caller.
 * @returns For example "partially refunded" for "PARTIALLY_REFUNDED".
 */
export function plainWord(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ß", "ss")
    .replace(/[^\p{L}\p{N}]+/gu, " ").trim().replace(/^wc (?=.)/, "");
}

/**
 * What a word says of a sale.
 *
 * @param word See {@linkcode plainWord}.
 * @param column Which kind of column it stands in.
 * @returns Its meaning, `undefined` where nobody has said it.
 */
export function statusMeaning(word: string, column: StatusColumn): StatusMeaning | undefined {
  return MEANINGS[column].get(word);
}

/**
 * What a caller's answer says of a sale.
 *
 * @param answer See {@linkcode STATUS_ANSWERS}.
 * @returns Its meaning.
 */
export function answeredMeaning(answer: StatusAnswer): StatusMeaning {
  return answer === "none" ? "not_a_sale" : answer;
}

/** Words that stand where nothing is to be said. A single letter is a word of its own: "\\N" is none. */
const NOTHING: ReadonlySet<string> = new Set(
  Object.values(NO_VALUE).flat().map(plainWord).filter((word) => word.length !== 1),
);

/**
 * Whether a word says nothing, such as an empty one or `NULL`.
 *
 * @param word See {@linkcode plainWord}.
 * @returns True where nothing is said.
 */
export function saysNothing(word: string): boolean {
  return NOTHING.has(word);
}
