import {
  checkBinary,
  checkBothClasses,
  checkPairs,
  checkProbabilities,
} from "../../src/metrics/check_pairs.ts";
import { assertThrows } from "@std/assert";

Deno.test("checkPairs: refuses two arrays that cannot be compared element by element", () => {
  assertThrows(() => checkPairs("Comparing", [1], [1, 2]), TypeError, "1 and 2");
});

Deno.test("checkBinary: refuses values other than 0 and 1", () => {
  assertThrows(() => checkBinary("Counting", [0, 1, 2]), RangeError, "row 2 is 2");
});

Deno.test("checkProbabilities: refuses anything but classes 0 and 1 beside probabilities in [0, 1]", () => {
  assertThrows(() => checkProbabilities("Scoring", [1], [1.5]), RangeError, "row 0 is 1.5");
});

Deno.test("checkBothClasses: refuses rows that are all of one class", () => {
  assertThrows(() => checkBothClasses("Ranking", 3, 0), RangeError, "every row is of class 1");
});
