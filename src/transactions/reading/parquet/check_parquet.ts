import { type Fields, readStruct, type Struct, type Value } from "./thrift.ts";

// Field numbers of https://github.com/apache/parquet-format/blob/master/src/main/thrift/parquet.thrift.
const UNIT = { struct: { 1: { struct: {} }, 2: { struct: {} }, 3: { struct: {} } } };
const SCHEMA_ELEMENT: Fields = {
  1: "int", // type
  2: "int", // type_length
  3: "int", // repetition_type
  4: "bytes", // name
  5: "int", // num_children
  6: "int", // converted_type
  7: "int", // scale
  8: "int", // precision
  9: "int", // field_id
  10: {
    struct: {
      5: { struct: { 1: "int", 2: "int" } }, // DecimalType
      7: { struct: { 1: "bool", 2: UNIT } }, // TimeType
      8: { struct: { 1: "bool", 2: UNIT } }, // TimestampType
      10: { struct: { 1: "int", 2: "bool" } }, // IntType
    },
  },
};
const STATISTICS: Fields = {
  1: "bytes", // max
  2: "bytes", // min
  3: "int", // null_count
  4: "int", // distinct_count
  5: "bytes", // max_value
  6: "bytes", // min_value
  7: "bool", // is_max_value_exact
  8: "bool", // is_min_value_exact
};
const COLUMN_META_DATA: Fields = {
  1: "int", // type
  2: { list: "int" }, // encodings
  3: { list: "bytes" }, // path_in_schema
  4: "int", // codec
  5: "int", // num_values
  6: "int", // total_uncompressed_size
  7: "int", // total_compressed_size
  9: "int", // data_page_offset
  10: "int", // index_page_offset
  11: "int", // dictionary_page_offset
  12: { struct: STATISTICS },
};
const ROW_GROUP: Fields = {
  1: { list: { struct: { 2: "int", 3: { struct: COLUMN_META_DATA } } } }, // columns
  2: "int", // total_byte_size
  3: "int", // num_rows
  4: { list: { struct: { 1: "int", 2: "bool", 3: "bool" } } }, // sorting_columns
};
const FILE_META_DATA: Fields = {
  1: "int", // version
  2: { list: { struct: SCHEMA_ELEMENT } },
  3: "int", // num_rows
  4: { list: { struct: ROW_GROUP } },
  6: "bytes", // created_by
};
const PAGE_HEADER: Fields = {
  1: "int", // type
  2: "int", // uncompressed_page_size
  3: "int", // compressed_page_size
  5: { struct: { 1: "int", 2: "int", 3: "int", 4: "int", 5: { struct: STATISTICS } } },
  7: { struct: { 1: "int", 2: "int", 3: "bool" } },
  8: {
    struct: {
      ...{ 1: "int", 2: "int", 3: "int", 4: "int", 5: "int", 6: "int" },
      ...{ 7: "bool", 8: { struct: STATISTICS } },
    },
  },
};
const DICTIONARY_PAGE = 2, DATA_PAGE_2 = 3;
/** By type of page: where its own header is in the page header, and the encodings in that. */
const PAGES: Readonly<Record<number, { readonly header: number; readonly encodings: number[] }>> = {
  0: { header: 5, encodings: [2, 3, 4] },
  [DICTIONARY_PAGE]: { header: 7, encodings: [2] },
  [DATA_PAGE_2]: { header: 8, encodings: [4] },
};
/** The numbers of encodings end here, and 1 was never given. */
const LAST_ENCODING = 9;

const MARK = "PAR1", REPEATED = 2;
/** By converted type: what groups are that are no struct. */
const NESTED = new Map<Value | undefined, string>([[1, "maps"], [2, "maps"], [3, "lists"]]);
/** Columns within columns. */
const DEEPEST = 64;
/** Rows that Polars can count. */
const MOST_ROWS = 2 ** 31 - 1;

/** A column of a Parquet file. */
export interface ParquetColumn {
  readonly name: string;
  /** What it holds where a row has not one value: "lists", "maps" or "structs". */
  readonly nested?: string;
}

/** A leaf of the schema: values one below the other. */
interface Leaf {
  /** The column that it is, or is a part of. */
  readonly column: ParquetColumn;
  /** Whether a row may have several values, or none. */
  readonly isRepeated: boolean;
}

/**
 * Checks that a Parquet file is of one piece, before native code trusts what it declares: a length
 * that is not true makes Polars panic, or ends the whole process.
 *
 * Looked at are the footer, the place of every column, its height and the header of every page.
 *
 * @param most Bytes above which the unpacked columns are refused.
 * @throws {RangeError} If something is cut off, does not fit together or is too large; the message is
 * half a sentence with the reason.
 */
export function checkParquet(bytes: Uint8Array, most: number): ParquetColumn[] {
  const tail = bytes.length - 8;
  if (tail < 4 || !hasMark(bytes, bytes.length - 4)) throw new RangeError("it is cut off");
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(tail, true);
  const footer = tail - length;
  if (footer < 4) throw new RangeError("it is cut off");
  const { struct: file } = readStruct(bytes.subarray(0, tail), footer, FILE_META_DATA);
  const leaves = leavesOf(file);
  const pages = bytes.subarray(0, footer);
  let rows = 0, unpacked = 0;
  for (const group of list(file, 4)) {
    const height = number(group, 3);
    const columns = list(group, 1);
    if (columns.length !== leaves.length) {
      throw new RangeError(`it has ${columns.length} columns for ${leaves.length} names`);
    }
    columns.forEach((column, i) => {
      const meta = column.get(3) as Struct | undefined;
      if (!meta) throw new RangeError(`its column "${leaves[i].column.name}" is in another file`);
      unpacked += checkColumn(pages, meta, height, leaves[i]);
    });
    rows += height;
  }
  if (rows !== number(file, 3)) {
    throw new RangeError(`it has ${rows} rows and says that they are ${number(file, 3)}`);
  }
  if (rows > MOST_ROWS || unpacked > most) throw new RangeError("it is too large");
  return [...new Set(leaves.map(({ column }) => column))];
}

/** The leaves in depth-first order, in which the schema stands; its first element is the root. */
function leavesOf(file: Struct): Leaf[] {
  const elements = list(file, 2), leaves: Leaf[] = [];
  let at = 1;
  const visit = (depth: number, isBelow: boolean, parent?: ParquetColumn): void => {
    const element = elements[at++], name = element?.get(4);
    if (!(name instanceof Uint8Array) || depth > DEEPEST) {
      throw new RangeError("its schema does not fit together");
    }
    const column = parent ?? { name: new TextDecoder().decode(name), nested: nestingOf(element) };
    const isRepeated = isBelow || element.get(3) === REPEATED;
    const children = element.has(5) ? number(element, 5) : 0;
    if (children === 0) leaves.push({ column, isRepeated });
    for (let child = 0; child < children; child++) visit(depth + 1, isRepeated, column);
  };
  while (at < elements.length) visit(1, false);
  return leaves;
}

function nestingOf(element: Struct): string | undefined {
  if (element.get(3) === REPEATED) return "lists";
  if (!element.has(5) || element.get(5) === 0) return undefined;
  return NESTED.get(element.get(6)) ?? "structs";
}

/** Walks over the pages of a column, as long as values are missing; gives its unpacked bytes. */
function checkColumn(pages: Uint8Array, meta: Struct, height: number, leaf: Leaf): number {
  const values = number(meta, 5), first = number(meta, 9);
  const dictionary = meta.has(11) ? number(meta, 11) : 0;
  const start = dictionary > 0 ? dictionary : first;
  const inColumn = (reason: string) => new RangeError(`its column "${leaf.column.name}" ${reason}`);
  if (!leaf.isRepeated && values !== height) throw unequal(inColumn, values, height);
  const isOutside = start + number(meta, 7) > pages.length;
  if (isOutside || (values > 0 && (start < 4 || start > first))) {
    throw inColumn("lies outside of it");
  }
  let found = 0, unpacked = 0;
  for (let at = start; found < values;) {
    const { struct: page, end } = readStruct(pages, at, PAGE_HEADER);
    const size = number(page, 3), type = number(page, 1);
    at = end + size;
    if (at > pages.length) throw inColumn("is cut off");
    unpacked += number(page, 2);
    if (!Object.hasOwn(PAGES, type)) continue; // an index
    const about = page.get(PAGES[type].header) as Struct | undefined;
    if (!about) throw inColumn("has a page without a header");
    const encodings = PAGES[type].encodings.map((field) => number(about, field));
    if (encodings.some((encoding) => encoding === 1 || encoding > LAST_ENCODING)) {
      throw inColumn("is in an unknown encoding");
    }
    const inPage = number(about, 1);
    if (type !== DICTIONARY_PAGE) found += inPage;
    if (type === DATA_PAGE_2 && number(about, 5) + number(about, 6) > size) {
      throw inColumn("is cut off");
    }
  }
  if (found !== values) throw unequal(inColumn, found, height);
  return unpacked;
}

function unequal(inColumn: (reason: string) => RangeError, values: number, height: number) {
  return inColumn(`has ${values} rows where others have ${height}`);
}

function list(struct: Struct, field: number): readonly Struct[] {
  return (struct.get(field) ?? []) as readonly Struct[];
}

/** A number that must be there; no count, place or size of the format is negative. */
function number(struct: Struct, field: number): number {
  const value = struct.get(field);
  if (typeof value !== "number" || value < 0) {
    throw new RangeError("it lacks a number, or has a negative one");
  }
  return value;
}

function hasMark(bytes: Uint8Array, at: number): boolean {
  return [...MARK].every((character, i) => bytes[at + i] === character.charCodeAt(0));
}
