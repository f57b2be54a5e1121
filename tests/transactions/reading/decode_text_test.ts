import { assertEquals } from "@std/assert";
import { decodeText } from "../../../src/transactions/reading/decode_text.ts";

Deno.test("decodeText: Windows-1252 anywhere in a long file equals the platform's decoder", () => {
  const bytes = new Uint8Array(100_000).fill(65);
  for (let i = 0; i < 256; i++) bytes[i * 390] = i; // across the blocks, and one at their edges
  bytes[16_383] = bytes[16_384] = 0xa3;
  const { bytes: utf8, encoding } = decodeText(bytes);
  assertEquals(encoding, "windows-1252");
  assertEquals(
    new TextDecoder().decode(utf8) === new TextDecoder("windows-1252").decode(bytes),
    true,
  );
});

Deno.test("decodeText: UTF-8 comes back as it is, without its byte order mark", () => {
  const bytes = new TextEncoder().encode("\ufeff£ caf\u00e9");
  assertEquals(decodeText(bytes), { bytes: bytes.subarray(3), encoding: "utf-8" });
});
