/** Letters that Unicode does not take apart, as they are also written. */
const LETTERS: Readonly<Record<string, string>> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l" };

/**
 * A column's name as names are compared: without case, accents, spaces and punctuation.
 *
 * @param name A name, such as "Größe (cm)".
 * @returns Its letters and digits, such as "grossecm".
 */
export function plainName(name: string): string {
  return name.toLowerCase().normalize("NFKD").replace(/[ßæœøł]/g, (letter) => LETTERS[letter])
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** Small words between the words of a name, in the seven languages. */
const SMALL = new Set(
  "of the a an de du des d la le les l del el los las do da dos das di della dell delle der die den dem van het een"
    .split(" "),
);
/** How a number is abbreviated. */
const NUMBER = new Set(
  "n no nr nro num nb number numero nummer nbr".split(" "),
);

/**
 * A column's name as it is looked up: as {@linkcode plainName}, also without articles and prepositions,
 * and with one word for a number, so that "Nº do pedido" is "número de pedido".
 *
 * @param name A name.
 * @returns What all spellings of it have in common.
 */
export function nameKey(name: string): string {
  const words = name.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").replace(/(\d)(\p{L})/gu, "$1 $2")
    .split(/[^\p{L}\p{N}º°]+/u).map(plainName).filter((word) => word !== "");
  const kept = words.filter((word) => !SMALL.has(word));
  return (kept.length === 0 ? words : kept)
    .map((word) => words.length > 1 && NUMBER.has(word) ? "no" : word).join("");
}

/** What is said of an amount beside its name: whether taxes are in it, and in which currency. */
const QUALIFIERS = new Set(
  ("net gross netto brutto net neto bruto lordo ht ttc usd eur gbp chf cad aud inr brl jpy cny sek nok " +
    "dkk pln try mxn rs euro euros dollar dollars pounds").split(" "),
);
/** With taxes, without taxes. */
const TAXES =
  /[([]?\b(incl|excl|including|excluding|included|excluded|inkl|exkl|inc|ex|zzgl|with|without|before|after|hors|sans|avec|sin|con|sem|com|senza|zonder)\b[. ]*(tax(es)?|vat|gst|mwst|ust|steuer|btw|tva|iva|taxe|impuestos|impostos)\b[)\]]?/giu;

/**
 * A column's name as it is looked up, without what is said of taxes and the currency.
 *
 * @param name A name, such as "Einzelpreis netto (EUR)".
 * @returns What remains of {@linkcode nameKey}, such as "einzelpreis"; all of it, where nothing would.
 */
export function unqualifiedKey(name: string): string {
  const words = name.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").replaceAll("_", " ")
    .replace(TAXES, " ").split(/[^\p{L}\p{N}º°]+/u);
  const kept = words.filter((word) => word !== "" && !QUALIFIERS.has(plainName(word)));
  return nameKey(kept.length === 0 ? name : kept.join(" "));
}
