import { applyCalibration, fitCalibration } from "../../../src/prediction/level/calibration.ts";
import { assert, assertEquals } from "@std/assert";

Deno.test("fitCalibration: learns on later customers how often it happens to those who were given a probability", () => {
  const given = Float64Array.of(0.1, 0.1, 0.9, 0.9);
  const model = fitCalibration("isotonic", given, Uint8Array.of(0, 1, 1, 1));
  assertEquals([...applyCalibration(model, given)], [0.5, 0.5, 1, 1]);
});

Deno.test("applyCalibration: sets probabilities right", () => {
  const model = fitCalibration(
    "platt",
    Float64Array.of(0.2, 0.3, 0.6, 0.7),
    Uint8Array.of(0, 0, 1, 1),
  );
  const [low, high] = applyCalibration(model, Float64Array.of(0.2, 0.7));
  assert(low < high);
});
