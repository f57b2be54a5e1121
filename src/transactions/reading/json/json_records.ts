import { InputError } from "../../../frames/errors.ts";
import { formatNumber } from "../../../words/numbers.ts";
import { shorten } from "../../../words/sentences.ts";

/** A value of JSON, numbers as the texts that stand in the file. */
export type JsonValue = string | boolean | null | readonly JsonValue[] | JsonObject;

/** An object of JSON. */
export interface JsonObject {
  readonly [name: string]: JsonValue;
}

/** An object, and where it stands. */
export interface JsonRecord {
  readonly object: JsonObject;
  /** Its number in the list, or its line in JSON lines, from 1. */
  readonly line: number;
}

/**
 * Takes JSON apart into the objects of its list, or of its lines.
 *
 * @param text The file's text.
 * @param source Its name, for messages.
 * @returns At least one object.
 * @throws {InputError} If it is no JSON, or holds no list of objects.
 */
export function jsonRecords(text: string, source: string): JsonRecord[] {
  let whole: JsonValue;
  try {
    whole = parsed(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return jsonLines(text, source);
  }
  const list = listIn(whole);
  if (list === undefined) {
    throw new InputError(
      `${source} is JSON but ${
        inWords(whole)
      }: give a list of objects, [{"order_id": …}, …], or one ` +
        `object per line.`,
    );
  }
  const other = list.findIndex((value) => !isObject(value));
  if (other >= 0) {
    throw new InputError(
      `${source} is JSON, but entry ${formatNumber(other + 1)} of its list is no object (${
        sample(JSON.stringify(list[other]))
      }): give a list of objects.`,
    );
  }
  if (list.length === 0) throw new InputError(`${source} is an empty JSON list.`);
  return list.map((object, i) => ({ object: object as JsonObject, line: i + 1 }));
}

function jsonLines(text: string, source: string): JsonRecord[] {
  const records: JsonRecord[] = [];
  text.split("\n").forEach((part, i) => {
    if (part.trim() === "") return;
    let value: JsonValue;
    try {
      value = parsed(part);
    } catch (error) {
      throw new InputError(
        `${source}, line ${i + 1}: this is no valid JSON (${sample(part.trim())}; ${
          (error as Error).message.replace(/\s+/g, " ").slice(0, 80)
        }): export it again.`,
      );
    }
    if (!isObject(value)) {
      throw new InputError(
        `${source}, line ${i + 1}: JSON lines hold one object each, not ${sample(part.trim())}.`,
      );
    }
    records.push({ object: value, line: i + 1 });
  });
  return records;
}

/** The list itself, the only list of objects in an object, or an object that is a single record. */
function listIn(value: JsonValue): readonly JsonValue[] | undefined {
  if (Array.isArray(value)) return value;
  if (!isObject(value)) return undefined;
  const lists = Object.values(value).filter((part): part is readonly JsonValue[] =>
    Array.isArray(part) && part.some(isObject)
  );
  if (lists.length > 1) return undefined;
  const scalars = Object.values(value).filter((part) => typeof part === "string");
  // One order with its items, as a file of a single JSON line.
  const isOrder = Object.keys(value).some((name) => /date|created|customer/i.test(name));
  if (lists.length === 1 && !isOrder) return lists[0];
  return isOrder && scalars.length > 1 ? [value] : undefined;
}

/** What is neither a list of objects nor has one. */
function inWords(value: JsonValue): string {
  if (!isObject(value)) return `holds only ${sample(JSON.stringify(value))}`;
  const names = Object.keys(value).slice(0, 5).map((name) => `"${name}"`).join(", ");
  const lists = Object.values(value).filter(Array.isArray).length;
  return lists > 1
    ? `holds ${lists} lists (in an object with ${names})`
    : `holds an object with ${names || "nothing in it"} in place of a list of objects`;
}

/** Numbers that a double cannot hold keep their digits. */
function parsed(text: string): JsonValue {
  return JSON.parse(
    text,
    (_, value, context?: { readonly source?: string }) =>
      typeof value === "number" ? context?.source ?? String(value) : value,
  );
}

/** Whether a value is an object and no list. */
export function isObject(value: JsonValue): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function sample(text: string): string {
  return shorten(text, 60);
}
