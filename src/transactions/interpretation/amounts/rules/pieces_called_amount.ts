import { plainName } from "../../../mapping/plain_name.ts";
import { areSmallWhole, multiples, sumOf } from "../amount_facts.ts";
import { isChosen, isOfLayout } from "../amount_plan.ts";
import { type Decision, NEARLY_ALL } from "./decision.ts";

/** Names of a small whole number of pieces that elsewhere mean money. */
const PIECES = new Set(["amount", "number", "count", "volume", "nombre", "numero", "montante"]);

/** "AMOUNT" is a number of pieces where it is small and whole, and stands beside a price. */
export function findPieces(decision: Decision): void {
  const { price, total } = decision;
  if (decision.quantity || !price || !total || isChosen(total) || isOfLayout(total)) return;
  if (!PIECES.has(plainName(total.header)) || !areSmallWhole(total.numbers)) return;
  const isMultiple = multiples(price.numbers, total.numbers) >= NEARLY_ALL;
  if (isMultiple && sumOf(price.numbers) < sumOf(total.numbers)) return;
  decision.quantity = total;
  decision.total = undefined;
  decision.say("quantity", `small whole numbers beside "${price.header}"`);
  decision.note(
    `"${total.header}" holds small whole numbers beside "${price.header}": it is taken ` +
      `for the number of pieces, not for money.`,
  );
}

/** A known layout calls its pieces "Amount": said, because in other files that means money. */
export function sayUnusualNames(decision: Decision): void {
  const { quantity, total } = decision;
  if (!quantity || !total || !isOfLayout(total) || !PIECES.has(plainName(quantity.header))) return;
  decision.note(
    `"${quantity.header}" is the number of pieces and "${total.header}" what the line costs ` +
      `(${total.by}).`,
  );
}
