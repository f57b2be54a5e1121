/**
 * Frames: columns, days and errors, for every room.
 *
 * @module
 */
export { InputError, NotEnoughDataError } from "./errors.ts";
export { addDays, linesWithin } from "./days.ts";
export { dateColumn, numberColumn, textColumn } from "./columns.ts";
