/** Words for a sum, in English, German, French, Spanish, Portuguese, Italian and Dutch. */
const SUM_WORDS = [
  ...["total", "totals", "subtotal", "subtotals", "grandtotal", "sum"],
  ...["summe", "gesamt", "gesamtsumme", "gesamtbetrag", "zwischensumme", "endsumme", "insgesamt"],
  ...["totaux", "somme", "soustotal"],
  ...["totales", "suma", "soma", "totais"],
  ...["totale", "totali", "subtotale", "somma"],
  ...["totaal", "subtotaal", "eindtotaal", "totalen", "som"],
];

/** Words that stand beside them and say of what kind the sum is. */
const KIND_WORDS = [
  ...[
    "grand",
    "sub",
    "net",
    "gross",
    "report",
    "overall",
    "page",
    "all",
    "sales",
    "of",
    "for",
    "the",
  ],
  ...["netto", "brutto", "umsatz", "der", "aller", "ubertrag"],
  ...["general", "generale", "generaux", "sous", "ht", "ttc", "ventes", "des", "les", "partiel"],
  ...["geral", "parcial", "ventas", "vendas", "de", "del", "complessivo", "parziale", "vendite"],
  ...["algemeen", "generaal", "omzet", "verkoop"],
];

/** Words that make a sum of another word: "Total for Acme", "January Total". */
const NAMED_SUM =
  /^(sub)?(total|summe|gesamt|gesamtsumme|zwischensumme|totale|totaal|subtotal|subtotale|subtotaal)\b|\b(sub)?(total|summe|gesamt|gesamtsumme|zwischensumme|totale|totaal|subtotaal|subtotale)$/;

/** What a text says of its row: that it is a sum, the sum of something named, or neither. */
export type TotalLabel = "sum" | "named sum" | undefined;

/**
 * What a text says of its row.
 *
 * @param text The text of a cell.
 * @returns "sum" for "TOTAL", "Grand total:", "Summe", …; "named sum" for "Total for Acme".
 */
export function totalLabel(text: string): TotalLabel {
  if (text.length > 80 || !/tot|sum|som|gesam/i.test(text)) return undefined;
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const words = plain.match(/\p{L}+/gu) ?? [];
  if (words.some(isSum) && words.every((word) => isSum(word) || KIND.has(word))) return "sum";
  return NAMED_SUM.test(words.join(" ")) ? "named sum" : undefined;
}

const SUMS = new Set(SUM_WORDS), KIND = new Set(KIND_WORDS);

function isSum(word: string): boolean {
  return SUMS.has(word);
}
