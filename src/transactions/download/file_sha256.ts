import { createHash } from "node:crypto";

const BLOCK = 1 << 20;

/**
 * Computes the SHA-256 of a file (FIPS 180-4) without holding it in memory.
 *
 * @param path The file's path.
 * @returns 64 hexadecimal digits.
 *
 * @example
 * ```ts
 * import { fileSha256 } from "./file_sha256.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const path = Deno.makeTempFileSync();
 * Deno.writeTextFileSync(path, "abc");
 * assertEquals(fileSha256(path).slice(0, 8), "ba7816bf");
 * ```
 */
export function fileSha256(path: string): string {
  const hash = createHash("sha256");
  const block = new Uint8Array(BLOCK);
  using file = Deno.openSync(path);
  for (let read = file.readSync(block); read !== null; read = file.readSync(block)) {
    hash.update(block.subarray(0, read));
  }
  return hash.digest("hex");
}
