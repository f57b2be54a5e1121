import { boostingSettings } from "../../../src/learning/trees/gradient_boosting_settings.ts";
import { assertEquals } from "@std/assert";

Deno.test("boostingSettings: fills in and checks the options of gradient boosting", () => {
  assertEquals(boostingSettings("Fitting", 10, { rounds: 50 }).maximumLeaves, 31);
});
