import { rfmVolume } from "../../../src/customers/rfm/rfm_volume.ts";
import { assertEquals } from "@std/assert";

Deno.test("rfmVolume: the second side of the RFM square", () => {
  assertEquals([rfmVolume(1, 1), rfmVolume(4, 5), rfmVolume(1, 5)], [1, 5, 3]);
});
