/** The months, from January, in English, German, French, Spanish, Portuguese, Italian and Dutch. */
const MONTHS: readonly (readonly string[])[] = [
  words("january januar janner jaenner janvier enero janeiro gennaio januari"),
  words("february februar feber fevrier febrero fevereiro febbraio februari"),
  words("march marz maerz mrz mars marzo marco maart mrt"),
  words("april avril abril aprile"),
  words("may mai mayo maio maggio mei"),
  words("june juni juin junio junho giugno"),
  words("july juli juillet julio julho luglio"),
  words("august aout agosto augustus"),
  words("september septembre septiembre setiembre setembro settembre"),
  words("october oktober octobre octubre outubro ottobre"),
  words("november novembre noviembre novembro"),
  words("december dezember decembre diciembre dezembro dicembre"),
];

/** The days of the week in the same languages. */
const WEEKDAYS = words(
  "monday tuesday wednesday thursday friday saturday sunday " +
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag " +
    "lundi mardi mercredi jeudi vendredi samedi dimanche " +
    "lunes martes miercoles jueves viernes sabado domingo " +
    "segunda-feira terca-feira quarta-feira quinta-feira sexta-feira " +
    "lunedi martedi mercoledi giovedi venerdi sabato domenica " +
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
);

/** Beginnings of names with the month that they stand for; `NaN` where two months begin so. */
const MONTH_OF = beginnings(MONTHS, 3);
const DAY_OF = beginnings([WEEKDAYS], 2);

/**
 * The number of a month.
 *
 * @param name Its name in one of the seven languages, or at least three letters of it, in plain
 * lower-case letters (see {@linkcode plainLetters}).
 * @returns 1 to 12, or NaN.
 */
export function monthOf(name: string): number {
  return MONTH_OF.get(name) ?? NaN;
}

/**
 * Whether a word names a day of the week.
 *
 * @param name Its name in one of the seven languages, or at least two letters of it, as above.
 * @returns Yes or no.
 */
export function isWeekday(name: string): boolean {
  return DAY_OF.has(name);
}

/**
 * A text in lower case, without accents, with plain spaces and dashes.
 *
 * @param text Any text.
 * @returns What is left to compare.
 */
export function plainLetters(text: string): string {
  if (/^[!-@]+(?: [!-@]+)*$/.test(text)) return text;
  const spaced = text.trim().replace(/\s+/g, " ").toLowerCase();
  // deno-lint-ignore no-control-regex
  if (/^[\x00-\x7f]*$/.test(spaced)) return spaced;
  return spaced.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[\u2018\u2019]/g, "'").replace(/\p{Cf}/gu, "");
}

function beginnings(names: readonly (readonly string[])[], shortest: number): Map<string, number> {
  const found = new Map<string, number>();
  names.forEach((spellings, i) => {
    for (const name of spellings) {
      for (let length = shortest; length <= name.length; length++) {
        const beginning = name.slice(0, length), known = found.get(beginning) ?? i + 1;
        found.set(beginning, known === i + 1 ? known : NaN);
      }
    }
  });
  return found;
}

function words(text: string): readonly string[] {
  return text.split(" ");
}
