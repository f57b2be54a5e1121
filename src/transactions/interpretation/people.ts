import { type CodedTexts, withTexts } from "../../frames/coded.ts";
import { InputError } from "../../frames/errors.ts";
import { countOf } from "../../words/numbers.ts";
import { wholeIds } from "./ids.ts";
import { NO_VALUE } from "./no_value.ts";
import type { ReadingNote } from "./reading_note.ts";

/**
 * What shops' programs write where no customer is known, compared without case, accents, spaces,
 * hyphens, underscores, brackets and full stops.
 */
export const NO_CUSTOMER: Readonly<Record<string, readonly string[]>> = {
  programs: [...NO_VALUE.programs, "#REF!", "#VALUE!", "(blank)"],
  signs: NO_VALUE.signs,
  English: [
    "guest",
    "guest customer",
    "guest checkout",
    "guest user",
    "anonymous",
    "anonymous customer",
    "anon",
    "walk-in",
    "walk-in customer",
    "cash customer",
    "cash sale",
    "counter sale",
    "retail customer",
    "unknown",
    "unknown customer",
    "not set",
    "not available",
    "no customer",
    "no email",
    "unregistered",
    "empty",
    "blank",
  ],
  German: [
    "Gast",
    "Gastkunde",
    "Gastbestellung",
    "kein Kunde",
    "ohne Kunde",
    "Barverkauf",
    "Barkunde",
    "Laufkunde",
    "Laufkundschaft",
    "Kassenkunde",
    "Tresenverkauf",
    "anonym",
    "unbekannt",
    "unbekannter Kunde",
    "nicht angegeben",
    "leer",
  ],
  French: [
    "invité",
    "client invité",
    "client comptoir",
    "vente comptoir",
    "client de passage",
    "client anonyme",
    "anonyme",
    "inconnu",
    "client inconnu",
    "aucun client",
    "sans client",
    "non renseigné",
    "non défini",
    "vide",
  ],
  Spanish: [
    "invitado",
    "cliente ocasional",
    "cliente contado",
    "contado",
    "mostrador",
    "cliente mostrador",
    "venta mostrador",
    "público general",
    "público en general",
    "consumidor final",
    "cliente final",
    "cliente genérico",
    "anónimo",
    "desconocido",
    "sin cliente",
    "ninguno",
    "vacío",
  ],
  Portuguese: [
    "convidado",
    "visitante",
    "consumidor final",
    "cliente final",
    "cliente balcão",
    "venda balcão",
    "balcão",
    "cliente avulso",
    "anônimo",
    "desconhecido",
    "sem cliente",
    "não informado",
    "não identificado",
    "nenhum",
    "vazio",
  ],
  Italian: [
    "ospite",
    "utente ospite",
    "cliente occasionale",
    "cliente generico",
    "vendita al banco",
    "banco",
    "anonimo",
    "sconosciuto",
    "nessun cliente",
    "nessuno",
    "senza cliente",
    "non specificato",
    "vuoto",
  ],
  Dutch: [
    "gast",
    "gastklant",
    "contante klant",
    "contante verkoop",
    "balieverkoop",
    "balieklant",
    "passant",
    "anoniem",
    "onbekend",
    "onbekende klant",
    "geen klant",
    "zonder klant",
    "niet ingesteld",
    "leeg",
  ],
};

/** Options of {@linkcode people}. */
export interface PeopleOptions {
  /** Ids in scientific notation are used as they are. */
  readonly keepDamagedIds?: boolean;
  /** The column's source and header, for messages. */
  readonly source?: string;
  readonly header?: string;
  /** The line number of each line in its file, for messages. */
  readonly line?: Int32Array;
}

/** Share of ids that must be e-mails for a column to plainly hold them. */
const PLAINLY = 0.9;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@.]+$/;
/** A spreadsheet shows ids of twelve and more digits so, and saves what it shows. */
const SCIENTIFIC = /^\d(?:[.,]\d+)?E\+\d+$/i;
/** Ids that databases give to nobody. */
const ZERO = /^(?:0+|-1)(?:[.,]0+)?$/;

/**
 * Reads who bought: the ids of customers, with placeholders as no customer, and one spelling for each
 * e-mail address.
 *
 * An id 0 or -1 is no customer where there are other ids, unless ids are running numbers from 0 and 0 buys
 * no more than others. Leading zeros stay.
 *
 * @param column Ids as they stand in the file.
 * @param options See {@linkcode PeopleOptions}.
 * @returns The ids, empty where there is no customer, and a note about what was read so.
 * @throws {InputError} If ids are in scientific notation.
 */
export function people(
  column: CodedTexts,
  options: PeopleOptions = {},
): { readonly customer_id: CodedTexts; readonly notes: readonly ReadingNote[] } {
  refuseDamaged(column, options);
  const trimmed = column.values.map((id) => id.trim());
  const isNobody = placeholders({ codes: column.codes, values: trimmed });
  const known = trimmed.map((id, code) => isNobody[code] === 1 ? "" : id);
  const areEmails = isPlainly(EMAIL, known);
  const ids = areEmails ? known.map((id) => EMAIL.test(id) ? id.toLowerCase() : id) : known;
  return {
    customer_id: wholeIds(withTexts(column, ids)),
    notes: [
      ...placeholderNote({ codes: column.codes, values: trimmed }, isNobody, options),
      ...spellingNote(known, ids, options),
    ],
  };
}

/**
 * Refuses ids whose digits a spreadsheet has cut off.
 *
 * @param column Ids of customers or orders.
 * @param options See {@linkcode PeopleOptions}.
 * @throws {InputError} If an id is in scientific notation, unless they are to be kept.
 */
export function refuseDamaged(
  { codes, values }: CodedTexts,
  { keepDamagedIds = false, source = "The file", header = "id", line }: PeopleOptions,
): void {
  if (keepDamagedIds) return;
  const code = values.findIndex((id) => SCIENTIFIC.test(id.trim()));
  if (code < 0) return;
  const row = codes.indexOf(code);
  if (row < 0) return;
  throw new InputError(
    `${source}: the column "${header}" has ids in scientific notation ("${values[code].trim()}"` +
      `${line === undefined ? "" : ` in line ${line[row]}`}), because a spreadsheet has cut off ` +
      `their digits, so different ids may look the same: export the file anew without opening it ` +
      `in a spreadsheet, or say --keep-damaged-ids.`,
  );
}

const IGNORED = /[\p{M}\s_().\u00a0-]/gu;

/** What is compared: signs alone stay as they are. */
function plain(text: string): string {
  const bare = text.normalize("NFD").replace(IGNORED, "").toLowerCase();
  return bare === "" ? text : bare;
}

const NOBODY = new Set(Object.values(NO_CUSTOMER).flat().map(plain));

/** Per value 1 where it stands for no customer, empty texts left out. */
function placeholders({ codes, values }: CodedTexts): Uint8Array {
  const isNobody = Uint8Array.from(values, (id) => Number(id !== "" && NOBODY.has(plain(id))));
  const zeros = values.flatMap((id, code) => ZERO.test(id) ? [code] : []);
  const others = values.some((id, code) => id !== "" && isNobody[code] === 0 && !ZERO.test(id));
  if (zeros.length === 0 || !others) return isNobody;
  const lines = new Float64Array(values.length);
  for (let row = 0; row < codes.length; row++) lines[codes[row]]++;
  const isRunning = ["0", "1", "2"].every((id) => values.includes(id)) && zeros.length === 1;
  const most = values.reduce(
    (most, id, code) => id === "" || zeros.includes(code) ? most : Math.max(most, lines[code]),
    0,
  );
  if (isRunning && lines[zeros[0]] <= most) return isNobody;
  for (const code of zeros) isNobody[code] = 1;
  return isNobody;
}

function isPlainly(form: RegExp, ids: readonly string[]): boolean {
  const known = ids.filter((id) => id !== "");
  return known.length > 0 && known.filter((id) => form.test(id)).length >= PLAINLY * known.length;
}

function placeholderNote(
  { codes, values }: CodedTexts,
  isNobody: Uint8Array,
  { source = "The file", header = "customer" }: PeopleOptions,
): ReadingNote[] {
  const lines = new Map<string, number>();
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row];
    if (isNobody[code] === 1) lines.set(values[code], (lines.get(values[code]) ?? 0) + 1);
  }
  if (lines.size === 0) return [];
  const rows = [...lines.values()].reduce((a, b) => a + b);
  const each = [...lines].sort((a, b) => b[1] - a[1])
    .map(([text, count]) => `"${text}" on ${countOf(count, "line")}`);
  const shown = each.length > 10
    ? [...each.slice(0, 9), `${each.length - 9} more`].join(", ")
    : each.join(", ");
  return [{
    topic: "customers",
    sentence: `${source}: the column "${header}" names no customer where it says ${shown}: ` +
      "sales without a customer.",
    rows,
  }];
}

function spellingNote(
  known: readonly string[],
  ids: readonly string[],
  { source = "The file" }: PeopleOptions,
): ReadingNote[] {
  const joined = new Set(known).size - new Set(ids).size;
  if (joined === 0) return [];
  return [{
    topic: "customers",
    sentence: `${source}: e-mail addresses that differ only in capital letters are one customer ` +
      `(${countOf(joined, "other spelling")}).`,
  }];
}
