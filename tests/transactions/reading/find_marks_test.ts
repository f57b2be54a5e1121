import { assertEquals } from "@std/assert";
import { createRandom } from "../../../src/numeric/random.ts";
import { findMarks } from "../../../src/transactions/reading/find_marks.ts";

const MARKS = [...'\0\n",'].map((mark) => mark.charCodeAt(0));

Deno.test("findMarks: finds what a look at every byte finds, wherever the text begins and ends", () => {
  const random = createRandom(1);
  // Neighbours of the marks, and the marks with their highest bit set, are what bit tricks confuse.
  const alphabet = MARKS.flatMap((mark) => [mark, mark + 1, mark | 0x80, (mark - 1) & 0xff]);
  const buffer = Uint8Array.from({ length: 4096 }, () => alphabet[random.integer(alphabet.length)]);
  for (let start = 0; start < 9; start++) {
    const bytes = buffer.subarray(start, buffer.length - 2 * start);
    for (const [from, to] of [[0, bytes.length], [3, 1000], [5, 6], [7, 7], [2, 11]]) {
      const found = new Int32Array(to - from);
      const count = findMarks(bytes, from, to, ",".charCodeAt(0), found);
      const expected = [...bytes.keys()].slice(from, to).filter((at) => MARKS.includes(bytes[at]));
      assertEquals([...found.subarray(0, count)], expected);
    }
  }
});
