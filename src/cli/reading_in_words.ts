import type { Shop } from "../pipeline/open_shop.ts";
import { plainTable } from "../words/plain_table.ts";
import { plainLine } from "../words/sentences.ts";

/**
 * Says how the files of a shop were read: what each column was taken for, with its evidence, and what
 * was decided about money, orders and customers.
 *
 * @param shop A shop, see `openShop`.
 * @returns Some lines of text, one per column and one per note; empty without columns.
 */
export function readingInWords({ columns, notes }: Pick<Shop, "columns" | "notes">): string {
  const inputs = [...new Set(columns.map(({ input }) => input))];
  const tables = inputs.flatMap((name) => {
    const taken = columns.filter(({ input }) => input === name);
    return [
      `How ${plainLine(name)} was read:`,
      ...plainTable([
        { cells: taken.map(({ column }) => column) },
        { cells: taken.map(({ header }) => `← ${header}`) },
        {
          cells: taken.map(({ found_by, evidence }) => [found_by, ...evidence].join("; ")),
          whole: true,
        },
      ]),
    ];
  });
  return [...tables, ...notes.map(({ sentence }) => `  ${plainLine(sentence)}`)].join("\n");
}
