import { InputError } from "../../../../frames/errors.ts";
import { quotedWord } from "../../../mapping/quoted_word.ts";
import type { ReadingNote } from "../../reading_note.ts";
import { type PerPiece, perPiece } from "../amount_facts.ts";
import type { AmountColumn, AmountColumns, AmountName, AmountPlan, Pays } from "../amount_plan.ts";
import type { Explanation } from "../explanations.ts";

/** A share of lines or orders that is nearly all, and one that is more than chance. */
export const NEARLY_ALL = 0.98, SOME = 0.2;

/**
 * A decision on its way: what each column of amounts is taken for so far, the evidence and the notes.
 * The rules read it, change what a column is taken for, and say why.
 */
export class Decision {
  readonly columns: AmountColumns;
  readonly notes: ReadingNote[] = [];
  readonly evidence: Partial<Record<AmountName, string[]>> = {};
  quantity?: AmountColumn;
  price?: AmountColumn;
  total?: AmountColumn;
  orderTotal?: AmountColumn;
  discounts?: AmountPlan["discounts"];
  without?: Float64Array;

  /** @param columns The columns among which the amount is, taken for what their names say. */
  constructor(columns: AmountColumns) {
    this.columns = columns;
    this.quantity = columns.quantity;
    this.price = columns.unit_price;
    this.total = columns.line_total;
    this.orderTotal = columns.order_total;
  }

  /** What was decided. */
  plan(pays: Pays): AmountPlan {
    return {
      quantity: this.quantity,
      unit_price: this.price,
      line_total: this.total,
      order_total: this.orderTotal,
      pays,
      discounts: this.discounts,
      without: this.without,
      notes: this.notes,
      evidence: this.evidence,
    };
  }

  /** Gives a fact that speaks for what a column is taken for. */
  say(column: AmountName, fact: string): void {
    const facts = this.evidence[column] ??= [];
    if (!facts.includes(fact)) facts.push(fact);
  }

  /** Tells the user what was found and done. */
  note(sentence: string, rows?: number, revenue?: number): void {
    const numbers = rows === undefined ? {} : { rows, revenue: Math.round(1e6 * revenue!) / 1e6 };
    this.notes.push({ topic: "amounts", sentence, ...numbers });
  }

  /** Asks the user: the sentence, and the columns that `--map` can name as answers. */
  ask(sentence: string, answers: readonly (readonly [AmountName, AmountColumn])[]): never {
    const options = answers.map(([column, { header }]) => `--map ${column}=${quotedWord(header)}`);
    throw new InputError(`${this.columns.source}: ${sentence}: say ${options.join(" or ")}.`);
  }

  /** How many products say that an amount is the price of a piece, or what the line costs. */
  perPiece(amount: AmountColumn, quantity: AmountColumn): PerPiece {
    return perPiece(amount.numbers, quantity.numbers, this.columns.product);
  }

  /** Price × quantity of each line in millionths; without quantities each line is one piece. */
  worthByPrice({ numbers: each }: AmountColumn): Float64Array {
    const pieces = this.quantity?.numbers;
    return Float64Array.from(
      each.codes,
      (code, row) =>
        Math.round(1e6 * each.values[code] * (pieces ? pieces.values[pieces.codes[row]] : 1)),
    );
  }

  /** Which discounts and charges make a total of price × quantity, line by line or order by order. */
  explainedByPrice(price: AmountColumn, total: AmountColumn): Explanation | undefined {
    return this.columns.explanations.ofLines(total.numbers, this.worthByPrice(price));
  }
}

/** What an amount says of each line, in whole millionths. */
export function worthOf({ numbers: { codes, values } }: AmountColumn): Float64Array {
  return Float64Array.from(codes, (code) => Math.round(1e6 * values[code]));
}
