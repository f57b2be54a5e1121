import type { Shop } from "../pipeline/open_shop.ts";
import type { ColumnTaken } from "../transactions/mapping/column_taken.ts";
import { sentencesByInput } from "../transactions/interpretation/sentences_by_input.ts";
import { formatNumber } from "../words/numbers.ts";
import { plainTable } from "../words/plain_table.ts";
import { capitalise, plainLine } from "../words/sentences.ts";

/** Sentences that are shown. */
const MOST = 24;
/** How most columns are found. */
const BY_NAME = "by its name";

/** Columns of one or several inputs that were read alike. */
interface Alike {
  readonly inputs: string[];
  readonly taken: readonly ColumnTaken[];
}

/**
 * Says how the files of a shop were read: what each column was taken for, with its evidence, and what
 * was decided about money, orders and customers.
 *
 * Files that were read alike share a table; the layout stands above it.
 *
 * @param shop A shop, see `openShop`.
 * @returns Some lines of text, one per column and one per note; empty without columns.
 */
export function readingInWords({ columns, notes }: Pick<Shop, "columns" | "notes">): string {
  const inputs = [...new Set(columns.map(({ input }) => input))];
  const sentences = sentencesByInput(notes, inputs);
  const tables = readAlike(columns, inputs).flatMap((alike) => [
    ...tableInWords(alike),
    ...(alike.inputs.length === 1
      ? listed((sentences.get(alike.inputs[0]) ?? []).map(capitalise))
      : []),
  ]);
  const shared = readAlike(columns, inputs).filter(({ inputs }) => inputs.length > 1)
    .flatMap(({ inputs }) => inputs)
    .flatMap((input) => (sentences.get(input) ?? []).map((sentence) => `${input}: ${sentence}`));
  return [...tables, ...listed([...shared, ...sentences.get("") ?? []])].join("\n");
}

function readAlike(columns: readonly ColumnTaken[], inputs: readonly string[]): Alike[] {
  const groups = new Map<string, Alike>();
  for (const input of inputs) {
    const taken = columns.filter((column) => column.input === input);
    const key = JSON.stringify(
      taken.map(({ column, header, found_by }) => [column, header, found_by]),
    );
    const group = groups.get(key);
    if (group) group.inputs.push(input);
    else groups.set(key, { inputs: [input], taken });
  }
  return [...groups.values()];
}

function tableInWords({ inputs: [first, ...others], taken }: Alike): string[] {
  const layout = taken.map(({ found_by }) => found_by).find((by) => by.startsWith("layout "));
  const isNamed = taken.some(({ found_by }) => found_by === BY_NAME);
  const facts = [
    ...(layout ? [layout] : []),
    ...(isNamed ? [layout ? "other columns by their names" : "columns by their names"] : []),
    ...(others.length > 0 && taken.some(({ evidence }) => evidence.length > 0)
      ? ["facts from the first"]
      : []),
  ];
  const files = others.length === 0
    ? plainLine(first)
    : `${plainLine(first)} and ${formatNumber(others.length)} more of its kind`;
  return [
    `How ${files} ${others.length === 0 ? "was" : "were"} read${
      facts.length === 0 ? "" : ` (${facts.join("; ")})`
    }:`,
    ...plainTable([
      { cells: taken.map(({ column }) => column) },
      { cells: taken.map(({ header }) => `← ${header}`) },
      {
        cells: taken.map(({ found_by, evidence }) =>
          [...([layout, BY_NAME].includes(found_by) ? [] : [found_by]), ...evidence].join("; ")
        ),
        whole: true,
      },
    ]),
  ];
}

function listed(sentences: readonly string[]): string[] {
  const more = sentences.length - MOST;
  return [
    ...sentences.slice(0, MOST).map((sentence) => `  • ${plainLine(sentence)}`),
    ...(more > 0 ? [`  • … and ${formatNumber(more)} more: see "notes" in manifest.json.`] : []),
  ];
}
