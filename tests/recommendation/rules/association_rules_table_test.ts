import { assertEquals } from "@std/assert";
import { associationRules } from "../../../src/recommendation/rules/association_rules.ts";
import { associationRulesTable } from "../../../src/recommendation/rules/association_rules_table.ts";
import { basketsOf } from "../baskets.ts";

const COLUMNS = [
  "antecedents",
  "consequent",
  "baskets",
  "support",
  "confidence",
  "lift",
  "leverage",
  "p_value",
];

Deno.test("associationRulesTable: the columns of the contract, in the order of the rules", () => {
  const baskets = basketsOf(["ABC", "ABC", "ABC", "ABC", "D", "D", "D", "D"]);
  const { rules } = associationRules(baskets, { maximumLength: 3, significance: 1 });
  const table = associationRulesTable(rules);
  assertEquals(table.columns, COLUMNS);
  assertEquals([table.height, rules.length], [9, 9]);
  assertEquals(table.row(0).slice(0, 7), ["A", "B", 4, 0.5, 1, 2, 0.25]);
  assertEquals(table.row(8).slice(0, 7), ["B, C", "A", 4, 0.5, 1, 2, 0.25]);
  assertEquals(table.row(0)[7], rules[0].p_value);
});

Deno.test("associationRulesTable: no rules are no rows, of the same columns", () => {
  const table = associationRulesTable([]);
  assertEquals([table.height, table.columns], [0, COLUMNS]);
});
