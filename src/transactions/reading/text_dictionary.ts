/** Between two texts: the byte that no text has. */
const NUL = 0;
/** Bytes that are decoded at once: half of what a string of JavaScript can be long. */
const AT_ONCE = 1 << 28;

/**
 * The distinct texts of a column while it is read: numbers each text by its bytes, without making a
 * JavaScript string of it (a hash table with open addressing). The empty text is number 0.
 */
export class TextDictionary {
  /** All texts one after the other, each followed by NUL. */
  private bytes = new Uint8Array(1 << 8);
  private view = new DataView(this.bytes.buffer);
  private used = 0;
  private starts = new Int32Array(1 << 4);
  private sizes = new Int32Array(1 << 4);
  private hashes = new Int32Array(1 << 4);
  private count = 0;
  /** Code + 1 of the text that stands in each slot; as many as a power of two. */
  private slots = new Int32Array(1 << 6);

  constructor() {
    this.codeOf(this.view, 0, 0);
  }

  /**
   * The code of a text; a new one if it is new.
   *
   * @param view Bytes in which the text stands.
   * @param at Where it begins.
   * @param size Its number of bytes.
   */
  codeOf(view: DataView, at: number, size: number): number {
    const { slots, hashes } = this;
    const hash = hashOf(view, at, size), mask = slots.length - 1;
    let slot = hash & mask;
    for (let next; (next = slots[slot]) !== 0; slot = (slot + 1) & mask) {
      const code = next - 1;
      if (hashes[code] === hash && this.isText(code, view, at, size)) return code;
    }
    slots[slot] = this.count + 1;
    return this.add(view, at, size, hash);
  }

  /** Whether bytes are the text of a code. */
  isText(code: number, view: DataView, at: number, size: number): boolean {
    return this.sizes[code] === size && isSame(view, at, this.view, this.starts[code], size);
  }

  /** The number of bytes of a text. */
  sizeOf(code: number): number {
    return this.sizes[code];
  }

  /**
   * All texts, in the order of their codes.
   *
   * @throws {TypeError} If one of them alone is longer than a JavaScript string can be.
   */
  texts(encoding: string): string[] {
    const decoder = new TextDecoder(encoding, { ignoreBOM: true }), parts: string[][] = [];
    const endOf = (code: number) => this.starts[code] + this.sizes[code];
    for (let first = 0, next = 0; first < this.count; first = next) {
      const start = this.starts[first];
      do next++; while (next < this.count && endOf(next) - start <= AT_ONCE);
      const part = this.bytes.subarray(start, endOf(next - 1));
      parts.push(decoder.decode(part).split(String.fromCharCode(NUL)));
    }
    return parts.length === 1 ? parts[0] : parts.flat();
  }

  private add(view: DataView, at: number, size: number, hash: number): number {
    const code = this.count++;
    if (code === this.starts.length) {
      this.starts = twiceAsLong(this.starts);
      this.sizes = twiceAsLong(this.sizes);
      this.hashes = twiceAsLong(this.hashes);
    }
    while (this.used + size + 1 > this.bytes.length) {
      const longer = new Uint8Array(2 * this.bytes.length);
      longer.set(this.bytes);
      this.bytes = longer;
      this.view = new DataView(longer.buffer);
    }
    this.starts[code] = this.used;
    this.sizes[code] = size;
    this.hashes[code] = hash;
    for (let i = 0; i < size; i++) this.bytes[this.used++] = view.getUint8(at + i);
    this.bytes[this.used++] = NUL;
    if (2 * this.count > this.slots.length) this.spread();
    return code;
  }

  /** Over twice as many slots, so that most texts stand in their own. */
  private spread(): void {
    const slots = new Int32Array(2 * this.slots.length), mask = slots.length - 1;
    for (let code = 0; code < this.count; code++) {
      let slot = this.hashes[code] & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = code + 1;
    }
    this.slots = slots;
  }
}

/** Four bytes at a time, the last four once more where they do not fit (Murmur's multiplier). */
function hashOf(view: DataView, at: number, size: number): number {
  let hash = size;
  if (size < 4) {
    for (let i = 0; i < size; i++) hash = Math.imul(hash, 31) + view.getUint8(at + i);
  } else {
    for (let i = 0; i + 4 < size; i += 4) {
      hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) ^ view.getInt32(at + i, true);
    }
    hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) ^ view.getInt32(at + size - 4, true);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x9e3779b1);
  return hash ^ (hash >>> 13);
}

/** Whether two places hold the same bytes; four at a time. */
function isSame(a: DataView, atA: number, b: DataView, atB: number, size: number): boolean {
  let i = 0;
  for (; i + 4 <= size; i += 4) {
    if (a.getInt32(atA + i, true) !== b.getInt32(atB + i, true)) return false;
  }
  for (; i < size; i++) if (a.getUint8(atA + i) !== b.getUint8(atB + i)) return false;
  return true;
}

function twiceAsLong(values: Int32Array): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(2 * values.length);
  longer.set(values);
  return longer;
}
