import { plainLine } from "../../words/sentences.ts";
import { shownNames } from "../mapping/shown_names.ts";
import { plainName } from "../mapping/plain_name.ts";
import { InputError } from "../../frames/errors.ts";
import type { ParseNumbersOptions } from "../interpretation/amounts/parse_numbers.ts";
import { lacksOf, MissingColumns, refuseMissing } from "../mapping/essential_columns.ts";
import { type ColumnChoices, findColumns, type FoundColumns } from "../mapping/find_columns.ts";
import { splitItems } from "./items/split_items.ts";
import { joinTables } from "./joins/join_tables.ts";
import type { SourceTable } from "./source_table.ts";
import { customerLevel } from "./rows/customer_level.ts";
import { refuseRepeatedTotals } from "./rows/repeated_totals.ts";

/** Options of {@linkcode prepareTables}. */
export interface PrepareOptions extends ParseNumbersOptions {
  readonly columns?: ColumnChoices;
  /** Columns by which tables are joined, where it is not clear. */
  readonly join?: readonly string[];
  /** Sheets that the user named. */
  readonly sheets?: readonly string[];
  /** "customers" or "amounts" where the files have none, among rules that are switched off. */
  readonly without?: readonly string[];
}

/** A table of transactions, ready to be read as lines. */
export interface PreparedTable {
  /** Its place among the tables given. */
  readonly place: number;
  readonly table: SourceTable;
  readonly found: FoundColumns;
  /** The columns named by the user, and those whose content a join or a split makes known. */
  readonly choices: ColumnChoices;
}

/** What became of the tables of a run. */
export interface PreparedTables {
  readonly tables: readonly PreparedTable[];
  /** Tables that hold no transactions, though another table of their workbook does. */
  readonly skipped: readonly { readonly place: number; readonly reason: string }[];
}

/**
 * Makes tables of transactions of the tables of a run: joins those that belong together, passes over
 * sheets of notes, refuses summaries of other tables, and splits cells that hold all items of an order.
 *
 * @param sources All tables of a run.
 * @param files Per table the number of its file.
 * @param options See {@linkcode PrepareOptions}.
 * @returns The tables that hold lines, in their order, and those that do not.
 * @throws {InputError} If a file holds no table of transactions, or it is not clear how to join.
 */
export function prepareTables(
  sources: readonly SourceTable[],
  files: readonly number[],
  options: PrepareOptions = {},
): PreparedTables {
  try {
    return prepared(sources, files, options, false);
  } catch (fault) {
    if (!(fault instanceof MissingColumns)) throw fault;
    return prepared(sources, files, options, true);
  }
}

/** A table without customers or amounts is taken only where no other has both. */
function prepared(
  sources: readonly SourceTable[],
  files: readonly number[],
  options: PrepareOptions,
  canLack: boolean,
): PreparedTables {
  const { columns = {}, join, sheets, without } = options;
  const isAlone = sources.length === 1;
  const mapped = (table: SourceTable, own: ColumnChoices = {}) =>
    attempt(() => {
      const { header } = table.table;
      const named = isAlone
        ? columns
        : Object.fromEntries(Object.entries(columns).filter(([, name]) => header.includes(name)));
      const choices = { ...own, ...named };
      const found = findColumns(header, table.source, choices);
      const lacks = canLack ? lacksOf(found, table.table, without) : [];
      if (lacks.length === 0) refuseMissing(found, header, table.source, table.table);
      return { choices, found };
    });
  refuseUnseenKeys(sources, join);
  const first = sources.map((table) => mapped(table));
  const areAllComplete = first.every(({ value }) => value !== undefined);
  const { tables: joined } = isAlone || areAllComplete
    ? { tables: sources.map((table, place) => ({ place, table, choices: {} })) }
    : joinTables(
      sources.map((table, i) => ({ table, isComplete: first[i].value !== undefined })),
      join,
    );
  const tried = joined.map(({ place, table, choices }) => {
    const isSame = table === sources[place];
    return { place, table, ...(isSame ? first[place] : mapped(table, choices)), choices };
  });
  const faults = tried.flatMap(({ value, table, fault, place }) => {
    const what = table === sources[place] ? customerLevel(table, columns) : undefined;
    if (what !== undefined) return [{ place, fault: new InputError(what) }];
    return value ? [] : [{ place, fault: fault! }];
  });
  const lacks = new Set(faults.map(({ place }) => place));
  for (const { place, fault } of faults) {
    const hasOther = tried.some((other) =>
      !lacks.has(other.place) && files[other.place] === files[place]
    );
    if (!hasOther) throw fault;
  }
  const complete = tried.flatMap(({ place, table, value, choices }) =>
    value && !lacks.has(place)
      ? [{ place, table, found: value.found, own: choices, choices: value.choices }]
      : []
  );
  refuseRepeatedTotals(
    complete.map(({ table, found: { mapping } }) => ({ table, mapping })),
    sheets,
    options,
  );
  return {
    tables: complete.map(({ place, table, found, own, choices }) => {
      const split = splitItems(table, found.mapping, { ...options, source: table.source });
      if (!split) return { place, table, found, choices };
      const { value, fault } = mapped(split.table, { ...own, ...split.choices });
      if (!value) throw fault;
      return { place, table: split.table, ...value };
    }),
    skipped: faults.map(({ place, fault }) => ({ place, reason: fault.message })),
  };
}

function attempt<T>(map: () => T): { readonly value?: T; readonly fault?: InputError } {
  try {
    return { value: map() };
  } catch (fault) {
    if (fault instanceof InputError) return { fault };
    throw fault;
  }
}

/** A column that no table has cannot join them: a slip of the pen is no answer. */
function refuseUnseenKeys(sources: readonly SourceTable[], join: readonly string[] = []): void {
  const names = new Set(sources.flatMap(({ table }) => table.header.map(plainName)));
  const unseen = join.find((name) => !names.has(plainName(name)));
  if (unseen === undefined) return;
  throw new InputError(
    `There is no column "${plainLine(unseen)}", which --join names (found: ${
      shownNames([...new Set(sources.flatMap(({ table }) => table.header))])
    }): choose one of these.`,
  );
}
