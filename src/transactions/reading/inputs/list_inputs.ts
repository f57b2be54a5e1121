import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { InputError } from "../../../frames/errors.ts";
import { countOf } from "../../../words/numbers.ts";
import type { ReadingNote } from "../../interpretation/reading_note.ts";

/** Files to read, and what was left out. */
export interface ListedInputs {
  readonly paths: readonly string[];
  readonly notes: readonly ReadingNote[];
}

const TABLE = /\.(csv|tsv|txt|json|jsonl|ndjson|parquet|xlsx)(\.gz)?$|\.zip$/i;
/** What a run leaves in its folder: no input of another run. */
const RESULTS = ["manifest.json", "audit.json"];
const SHOWN = 5;

/**
 * Turns what was named as input into files: a folder into the tables in it, a pattern such as
 * `exports/*.csv` that no shell has spelled out into the files that it fits, both in the order of their
 * names. Hidden files and folders within are left out.
 *
 * @param named Paths, folders and patterns.
 * @returns The files, and a note for each folder or pattern.
 * @throws {InputError} If there is no table in a folder, or no file that fits a pattern.
 *
 * @example
 * ```ts
 * import { listInputs } from "./list_inputs.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const folder = Deno.makeTempDirSync();
 * for (const name of ["b.csv", "a.csv", "notes.md"]) Deno.writeTextFileSync(`${folder}/${name}`, "");
 * assertEquals(listInputs([folder]).paths, [`${folder}/a.csv`, `${folder}/b.csv`]);
 * ```
 */
export function listInputs(named: readonly string[]): ListedInputs {
  const parts = named.map((path): ListedInputs => {
    if (isFolder(path)) return inFolder(path);
    if (/[*?]/.test(path) && !existsSync(path)) return fitting(path);
    return { paths: [path], notes: [] };
  });
  return {
    paths: parts.flatMap(({ paths }) => paths),
    notes: parts.flatMap(({ notes }) => notes),
  };
}

function inFolder(folder: string): ListedInputs {
  const names = visible(folder);
  if (RESULTS.every((name) => names.includes(name))) {
    throw new InputError(
      `${folder} holds the results of a run: name a folder of transaction lines.`,
    );
  }
  const files = names.filter((name) => !isFolder(join(folder, name)));
  const tables = files.filter((name) => TABLE.test(name));
  if (tables.length === 0) {
    throw new InputError(
      `${folder} is a folder without tables (it holds ${
        shown(names)
      }): name a file of transaction ` +
        "lines (CSV, JSON, Parquet, Excel).",
    );
  }
  const others = names.filter((name) => !tables.includes(name));
  return { paths: tables.map((name) => join(folder, name)), notes: [note(folder, tables, others)] };
}

function fitting(pattern: string): ListedInputs {
  const segments = pattern.split(/[\\/]/);
  let found = [pattern.startsWith("/") ? "/" : ""];
  for (const segment of segments.filter((segment, i) => segment !== "" || i > 0)) {
    if (segment === "") continue;
    found = found.flatMap((folder) => {
      if (!/[*?]/.test(segment)) return [join(folder, segment)];
      const fits = regular(segment);
      return visible(folder === "" ? "." : folder).filter((name) => fits.test(name))
        .map((name) => join(folder, name));
    });
  }
  const files = found.filter((path) => existsSync(path) && !isFolder(path));
  if (files.length === 0) {
    throw new InputError(`No file fits ${pattern}: check the path, or name the files one by one.`);
  }
  return { paths: files, notes: [note(pattern, files, [])] };
}

function regular(pattern: string): RegExp {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replaceAll("*", ".*").replaceAll("?", ".")}$`);
}

/** What is not hidden, in an order that no language of the machine changes. */
function visible(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => !name.startsWith(".") && !name.startsWith("~$"))
      .sort();
  } catch {
    return [];
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false; // the reader says what is wrong with it
  }
}

function note(place: string, tables: readonly string[], others: readonly string[]): ReadingNote {
  const skipped = others.length === 0 ? "" : `; passed over ${shown(others)}`;
  return {
    topic: "table",
    sentence: `${basename(place)}: took ${countOf(tables.length, "file")} (${
      shown(tables)
    })${skipped}.`,
  };
}

function shown(names: readonly string[]): string {
  if (names.length === 0) return "nothing";
  const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : "";
  return names.slice(0, SHOWN).join(", ") + more;
}
