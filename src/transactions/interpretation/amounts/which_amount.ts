import {
  type AmountColumn,
  type AmountColumns,
  type AmountPlan,
  isChosen,
  isOfLayout,
  type Pays,
} from "./amount_plan.ts";
import { Decision } from "./rules/decision.ts";
import { sayChosen } from "./rules/named_by_user.ts";
import { orderTotalOrLines } from "./rules/order_total_or_lines.ts";
import { payLineTotal } from "./rules/pay_line_total.ts";
import { NAMED, payOrderTotal } from "./rules/pay_order_total.ts";
import { payPrice } from "./rules/pay_price.ts";
import { findPieces, sayUnusualNames } from "./rules/pieces_called_amount.ts";
import { priceOfPieceOrLine } from "./rules/price_of_piece_or_line.ts";
import { totalOfLineOrOrder } from "./rules/total_of_line_or_order.ts";

/** How to find out what a line is worth where a table has a certain column. */
interface Rule {
  readonly column: "price" | "total" | "orderTotal";
  readonly applies: (column: AmountColumn) => boolean;
  readonly pays: (decision: Decision, column: AmountColumn) => Pays;
}

const always = () => true;

/** The first rule that applies decides. */
const RULES: readonly Rule[] = [
  // What the user or a known layout names counts.
  { column: "orderTotal", applies: isChosen, pays: (on, total) => payOrderTotal(on, total, NAMED) },
  {
    column: "total",
    applies: (total) => isChosen(total) || isOfLayout(total),
    pays: payLineTotal,
  },
  { column: "price", applies: isOfLayout, pays: (on, price) => payPrice(on, price) },
  // Else a name raises a question, which arithmetic answers.
  { column: "total", applies: always, pays: totalOfLineOrOrder },
  {
    column: "orderTotal",
    applies: always,
    pays: (on, total) => orderTotalOrLines(on, total, "by its name"),
  },
  { column: "price", applies: always, pays: priceOfPieceOrLine },
];

/**
 * Decides by names and by arithmetic which column is the price of a piece, what a line costs, and what
 * an order costs.
 *
 * Name and arithmetic agree: that is it. Where they disagree, or cannot tell while the readings come to
 * different totals, it asks. What the user names with `--map`, and a known layout, decide.
 *
 * @param columns The columns among which the amount is.
 * @returns What each column is, what a line is worth, and the evidence.
 * @throws {InputError} One sentence with both totals and the options, where the evidence is not clear.
 */
export function whichAmount(columns: AmountColumns): AmountPlan {
  const decision = new Decision(columns);
  findPieces(decision);
  sayUnusualNames(decision);
  const pays = paysBy(decision);
  sayChosen(decision, pays);
  return decision.plan(pays);
}

function paysBy(decision: Decision): Pays {
  for (const { column, applies, pays } of RULES) {
    const amount = decision[column];
    if (amount && applies(amount)) return pays(decision, amount);
  }
  return "unit_price";
}
