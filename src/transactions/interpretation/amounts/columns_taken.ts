import { SOURCE_COLUMNS } from "../../mapping/column_synonyms.ts";
import type { ColumnTaken } from "../../mapping/column_taken.ts";
import { AMOUNT_COLUMNS } from "../../mapping/find_columns.ts";
import type { TableLines } from "../../mapping/transaction_lines.ts";
import type { AmountPlan } from "./amount_plan.ts";

/**
 * Lists what each column of a table was taken for, with its evidence.
 *
 * @param table A table as text.
 * @param plan What its amounts are.
 * @returns One entry per column that is used, in canonical order.
 */
export function columnsTaken(table: TableLines, plan: AmountPlan): ColumnTaken[] {
  const { input, mapping, found: { foundBy, rivals } } = table;
  return SOURCE_COLUMNS.flatMap((column): ColumnTaken[] => {
    const amount = AMOUNT_COLUMNS.find((name) => name === column);
    const header = amount ? plan[amount]?.header : mapping[column];
    if (header === undefined) return [];
    const isAsNamed = header === mapping[column];
    const others = (rivals[column] ?? []).filter((name) => name !== header);
    const evidence = [
      ...(amount && plan.evidence[amount]) ?? [],
      ...others.length > 0 && isAsNamed
        ? [`not ${others.map((name) => `"${name}"`).join(", ")}`]
        : [],
    ];
    const found_by = isAsNamed ? foundBy[column] ?? "by its name" : "by arithmetic";
    return [{ input, column, header, found_by, evidence }];
  });
}
