/** What stands in a field of a struct: what it must be, where the shape is known. */
export type Shape =
  | "bool"
  | "int"
  | "bytes"
  | { readonly list: Shape }
  | { readonly struct: Fields };

/** The shapes of a struct's fields, by their numbers. */
export type Fields = Readonly<Record<number, Shape>>;

/** A struct's fields by number; fields of no known shape are left out. */
export type Struct = ReadonlyMap<number, Value>;
/** What a field holds. */
export type Value = boolean | number | Uint8Array | readonly Value[] | Struct;

/** Field types of the compact protocol. */
const TRUE = 1, FALSE = 2, BYTE = 3, INT_16 = 4, INT_32 = 5, INT_64 = 6;
const DOUBLE = 7, BYTES = 8, LIST = 9, SET = 10, MAP = 11, STRUCT = 12;
/** Structs within structs; Parquet has six. */
const DEEPEST = 32;

/**
 * Reads a struct in Thrift's compact protocol, and refuses one that is not of its shape.
 *
 * Source: https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md.
 *
 * @param bytes Where it stands.
 * @param at Where it begins.
 * @param shape The fields that are wanted; others are passed over.
 * @returns The fields that are there, whole numbers above 2⁵³ rounded, and where the struct ends.
 * @throws {RangeError} If it is cut off, too deep, or a field is of another type than its shape.
 */
export function readStruct(
  bytes: Uint8Array,
  at: number,
  shape: Fields,
): { readonly struct: Struct; readonly end: number } {
  const reader = new Reader(bytes, at);
  return { struct: reader.struct(shape, 0), end: reader.at };
}

class Reader {
  constructor(private readonly bytes: Uint8Array, public at: number) {}

  struct(shape: Fields, depth: number): Struct {
    const fields = new Map<number, Value>();
    for (let number = 0;;) {
      const head = this.byte();
      if (head === 0) return fields;
      const type = head & 15, step = head >> 4;
      number = step === 0 ? this.int() : number + step;
      const known = Object.hasOwn(shape, number) ? shape[number] : undefined;
      // A bool has no bytes of its own: its type is its value.
      const value = type === TRUE || type === FALSE
        ? asKnown(type === TRUE, "bool", known)
        : this.value(type, known, depth);
      if (known !== undefined) fields.set(number, value);
    }
  }

  private value(type: number, known: Shape | undefined, depth: number): Value {
    if (depth > DEEPEST) throw new RangeError("it is nested too deeply");
    switch (type) {
      case TRUE:
      case FALSE:
        return asKnown(this.byte() === TRUE, "bool", known);
      case BYTE:
        return asKnown(this.byte(), "int", known);
      case INT_16:
      case INT_32:
      case INT_64:
        return asKnown(this.int(), "int", known);
      case DOUBLE:
        return asKnown(this.take(8), undefined, known);
      case BYTES:
        return asKnown(this.take(this.varint()), "bytes", known);
      case LIST:
      case SET:
        return this.list(known, depth);
      case MAP:
        return this.map(known, depth);
      case STRUCT:
        if (known !== undefined && !isStruct(known)) throw otherType();
        return this.struct(known?.struct ?? {}, depth + 1);
      default:
        throw new RangeError("it has a field of no type");
    }
  }

  private list(known: Shape | undefined, depth: number): Value {
    if (known !== undefined && !isList(known)) throw otherType();
    const head = this.byte();
    const size = head >> 4 === 15 ? this.varint() : head >> 4;
    // Every element takes a byte at least, so what is declared cannot outgrow the file.
    if (size > this.bytes.length - this.at) throw cutOff();
    return Array.from({ length: size }, () => this.value(head & 15, known?.list, depth + 1));
  }

  /** No field that is wanted is one. */
  private map(known: Shape | undefined, depth: number): Value {
    if (known !== undefined) throw otherType();
    const size = this.varint();
    if (size === 0) return [];
    const types = this.byte();
    if (2 * size > this.bytes.length - this.at) throw cutOff();
    for (let i = 0; i < size; i++) {
      this.value(types >> 4, undefined, depth + 1);
      this.value(types & 15, undefined, depth + 1);
    }
    return [];
  }

  private byte(): number {
    if (this.at >= this.bytes.length) throw cutOff();
    return this.bytes[this.at++];
  }

  private take(size: number): Uint8Array {
    if (size > this.bytes.length - this.at) throw cutOff();
    return this.bytes.subarray(this.at, this.at += size);
  }

  private varint(): number {
    let value = 0;
    for (let factor = 1; factor < 2 ** 70; factor *= 128) {
      const byte = this.byte();
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
    throw new RangeError("it has a number of more than 64 bits");
  }

  private int(): number {
    const zigzag = this.varint();
    return zigzag % 2 === 0 ? zigzag / 2 : -(zigzag + 1) / 2;
  }
}

function asKnown(value: Value, type: Shape | undefined, known: Shape | undefined): Value {
  if (known !== undefined && known !== type) throw otherType();
  return value;
}

function isList(shape: Shape): shape is { readonly list: Shape } {
  return typeof shape === "object" && "list" in shape;
}

function isStruct(shape: Shape): shape is { readonly struct: Fields } {
  return typeof shape === "object" && "struct" in shape;
}

function otherType(): RangeError {
  return new RangeError("it has a field of another type than it should");
}

function cutOff(): RangeError {
  return new RangeError("it is cut off");
}
