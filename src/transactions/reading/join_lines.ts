import pl, { type DataFrame } from "nodejs-polars";
import { textsHeldOnce } from "../texts_held_once.ts";

/**
 * Joins transaction lines of several files, of which some may lack columns that others have.
 *
 * @param frames Lines as text, see `transactionLines`, at least one frame.
 * @returns All lines in the order given; what a file lacks is empty text.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { joinLines } from "./join_lines.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const joined = joinLines([
 *   pl.DataFrame({ customer_id: ["7"], line_total: ["5"] }),
 *   pl.DataFrame({ customer_id: ["8"] }),
 * ]);
 * assertEquals(joined.rows(), [["7", "5"], ["8", ""]]);
 * ```
 */
export function joinLines(frames: readonly DataFrame[]): DataFrame {
  if (frames.length === 1) return frames[0];
  const joined = pl.concat(frames.map(textsHeldOnce), { how: "diagonal" });
  const lacking = joined.columns.filter((name) => joined.getColumn(name).nullCount() > 0);
  return joined.withColumns(...lacking.map((name) => pl.col(name).fillNull(pl.lit(""))));
}
