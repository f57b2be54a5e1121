import { Buffer } from "node:buffer";
import { crc32, deflateRawSync } from "node:zlib";

/** What to lie about in a zip archive. */
export interface ZipLies {
  readonly bytes?: number;
  readonly crc?: number;
  readonly method?: number;
}

/** A zip archive (PKWARE APPNOTE 6.3) that holds these files, deflated. */
export function zipOf(files: Record<string, string>, lies: ZipLies = {}): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const members: Uint8Array[] = [], directory: Uint8Array[] = [];
  for (const [text, content] of Object.entries(files)) {
    const name = encoder.encode(text), bytes = encoder.encode(content);
    const packed = deflateRawSync(bytes);
    const fields = [
      ...u16(20, 0, lies.method ?? 8, 0, 0),
      ...u32(lies.crc ?? crc32(bytes), packed.length, lies.bytes ?? bytes.length),
      ...u16(name.length, 0),
    ];
    const rest = [...u16(0, 0, 0), ...u32(0, size(members))];
    members.push(Uint8Array.of(...u32(0x04034b50), ...fields), name, packed);
    directory.push(Uint8Array.of(...u32(0x02014b50), ...u16(20), ...fields, ...rest), name);
  }
  const count = Object.keys(files).length;
  const end = [...u32(0x06054b50), ...u16(0, 0, count, count)];
  const place = [...u32(size(directory), size(members)), ...u16(0)];
  const archive = Buffer.concat([...members, ...directory, Uint8Array.of(...end, ...place)]);
  return Uint8Array.from(archive);
}

function size(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0);
}

function u16(...values: number[]): number[] {
  return values.flatMap((value) => [value & 255, value >>> 8 & 255]);
}

function u32(...values: number[]): number[] {
  return values.flatMap((value) => u16(value & 0xffff, value >>> 16));
}
