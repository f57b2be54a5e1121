import { InputError } from "../../../frames/errors.ts";
import { formatPercent } from "../../../words/numbers.ts";
import type { SourceColumn } from "../../mapping/column_synonyms.ts";
import type { ColumnChoices } from "../../mapping/find_columns.ts";
import type { SourceTable } from "../source_table.ts";
import { columnRoles } from "../rows/column_roles.ts";
import { plainName } from "../../mapping/plain_name.ts";
import { joinedTable, partnerKind } from "./joined_table.ts";
import { type TableKey, tableKeys } from "./table_keys.ts";

/** A table to be joined. */
export interface JoinCandidate {
  readonly table: SourceTable;
  /** Whether it has a customer, a date and an amount by itself. */
  readonly isComplete: boolean;
}

/** What became of the tables. */
export interface Joined {
  /** Per table that stays: its place among the candidates, and what it is now. */
  readonly tables: readonly {
    readonly place: number;
    readonly table: SourceTable;
    readonly choices: ColumnChoices;
  }[];
}

/** The share of rows that must have a partner, unless the user names the key. */
const COVERED = 0.95;

interface Edge {
  readonly many: number;
  readonly one: number;
  readonly key: TableKey;
}

/**
 * Joins tables that are no transactions by themselves but share a key: the lines of orders with the
 * orders, orders with their customers, lines with the names of products.
 *
 * @param candidates All tables of a run.
 * @param wanted Key columns named by the user.
 * @returns The tables that stay, with the columns of the others.
 * @throws {InputError} If it is not clear which column is the key or which table holds the lines.
 */
export function joinTables(
  candidates: readonly JoinCandidate[],
  wanted: readonly string[] = [],
): Joined {
  const edges = withoutReturn(allEdges(candidates, wanted), candidates);
  const isPartner = new Set(edges.map(({ one }) => one));
  const bases = candidates.keys().filter((place) => !isPartner.has(place)).toArray();
  refuseTwoBases(bases, edges, candidates);
  return {
    tables: bases.map((place) => {
      let joined: ReturnType<typeof joinedTable> = { table: candidates[place].table, choices: {} };
      const reached = new Set([place]);
      // A partner's own partners come with it: lines, their orders, and the orders' customers.
      for (let found = true; found;) {
        found = false;
        for (const { many, one, key: own } of edges) {
          if (!reached.has(many) || reached.has(one)) continue;
          const key = many === place
            ? own
            : tableKeys(joined.table, candidates[one].table, wanted).at(0);
          if (!key) continue;
          const next = joinedTable(joined.table, candidates[one].table, key);
          joined = { table: next.table, choices: { ...next.choices, ...joined.choices } };
          reached.add(one);
          found = true;
        }
      }
      return { place, ...joined };
    }),
  };
}

function allEdges(candidates: readonly JoinCandidate[], wanted: readonly string[]): Edge[] {
  const edges: Edge[] = [];
  const weak: { edge: Edge; names: readonly [string, string] }[] = [];
  candidates.forEach((from, many) =>
    candidates.forEach((to, one) => {
      if (many === one || (from.isComplete && to.isComplete)) return;
      if (headerOf(from.table) === headerOf(to.table)) return; // parts of one table
      const all = tableKeys(from.table, to.table, wanted);
      const good = wanted.length > 0 && all.length > 0
        ? all
        : all.filter(({ covered }) => covered >= COVERED);
      if (good.length > 0) {
        refuseSeveral(good, from.table, to.table);
        edges.push({ many, one, key: good[0] });
      } else if (all.length > 0) {
        weak.push({
          edge: { many, one, key: all[0] },
          names: [from.table.source, to.table.source],
        });
      }
    })
  );
  const isJoined = (place: number) =>
    edges.some(({ many, one }) => many === place || one === place);
  for (const { edge: { many, one, key }, names: [lines, others] } of weak) {
    const isNeeded = [many, one].some((place) => !candidates[place].isComplete && !isJoined(place));
    if (!isNeeded) continue;
    throw new InputError(
      `${lines} and ${others} share "${key.from}", but only ${
        formatPercent(key.covered, 1)
      } of the rows of ${lines} have a partner in ${others}: check that the files belong together, ` +
        `then say --join "${key.from}".`,
    );
  }
  return edges;
}

/** Two keys that name the same rows are one. */
function refuseSeveral(keys: readonly TableKey[], many: SourceTable, one: SourceTable): void {
  const [first, ...others] = keys;
  const other = others.find(({ partner }) => partner.some((row, i) => row !== first.partner[i]));
  if (!other) return;
  throw new InputError(
    `${many.source} and ${one.source} share "${first.from}" and "${other.from}", which join different ` +
      `rows: name the key, for example --join "${first.from}".`,
  );
}

/** Where each table has one row per value, the one with more of a transaction keeps its rows. */
function withoutReturn(edges: readonly Edge[], candidates: readonly JoinCandidate[]): Edge[] {
  const weight = (place: number) => {
    const { table, isComplete } = candidates[place];
    const roles = columnRoles(table.table.header);
    const has = (name: SourceColumn) => Number(roles[name].length > 0);
    // Products and pieces stand on the lines of orders.
    return 2 * (has("product_id") + has("quantity")) + has("unit_price") + has("line_total") +
      has("invoice_date") + Number(isComplete);
  };
  return edges.filter(({ many, one }) => {
    const isMutual = edges.some((other) => other.many === one && other.one === many);
    if (!isMutual) return true;
    const difference = weight(many) - weight(one);
    return difference > 0 || (difference === 0 && many < one);
  });
}

/** Lines and payments of the same orders would count the money twice. */
function refuseTwoBases(
  bases: readonly number[],
  edges: readonly Edge[],
  candidates: readonly JoinCandidate[],
): void {
  const ofOrders = edges.filter(({ many, key }) =>
    bases.includes(many) && partnerKind(key) === "order"
  );
  for (const { many, one } of ofOrders) {
    const other = ofOrders.find((edge) =>
      edge.one === one && edge.many !== many &&
      headerOf(candidates[edge.many].table) !== headerOf(candidates[many].table)
    );
    if (!other) continue;
    const [a, b, orders] = [many, other.many, one].map((place) => candidates[place].table.source);
    throw new InputError(
      `${a} and ${b} both hold rows of the orders in ${orders}, so their money would count twice: name ` +
        `only the one with the lines that were sold.`,
    );
  }
}

function headerOf({ table }: SourceTable): string {
  return table.header.map(plainName).join("\n");
}
