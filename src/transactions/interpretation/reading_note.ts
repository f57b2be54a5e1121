/**
 * What was found out about a table beyond its columns, and what was done: said before and after a run,
 * so that no decision about money is silent.
 */
export interface ReadingNote {
  /** What it is about. */
  readonly topic: "table" | "columns" | "orders" | "amounts" | "currency" | "dates" | "customers";
  /** One sentence. */
  readonly sentence: string;
  /** Lines that it concerns, and what they are worth as they stand in the file. */
  readonly rows?: number;
  readonly revenue?: number;
}
