import { assertEquals, assertThrows } from "@std/assert";
import {
  associationRuleSettings,
  type AssociationRulesOptions,
} from "../../../src/recommendation/rules/association_rule_settings.ts";

function minimumBaskets(minimumSupport: number | undefined, baskets: number): number {
  return associationRuleSettings({ minimumSupport }, baskets).minimumBaskets;
}

Deno.test("associationRuleSettings: a share is rounded up, a number stays", () => {
  assertEquals(minimumBaskets(0.005, 18_532), 93);
  assertEquals(minimumBaskets(0.5, 4), 2);
  assertEquals(minimumBaskets(0.5, 5), 3);
  assertEquals(minimumBaskets(0.07, 100), 7); // 0.07 × 100 is 7.000000000000001
  assertEquals(minimumBaskets(1e-9, 100), 1);
  assertEquals(minimumBaskets(1, 100), 1);
  assertEquals(minimumBaskets(40, 100), 40);
});

Deno.test("associationRuleSettings: defaults, and never one basket unless asked for", () => {
  assertEquals(associationRuleSettings({}, 50), {
    minimumBaskets: 2,
    minimumConfidence: 0.2,
    maximumLength: 2,
    significance: 0.01,
  });
});

Deno.test("associationRuleSettings: refuses each impossible option in one sentence", () => {
  const refused: [AssociationRulesOptions, string][] = [
    [{ minimumSupport: 0 }, "minimumSupport must be a share between 0 and 1 or a whole number"],
    [{ minimumSupport: 1.5 }, "whole number of baskets, got 1.5."],
    [{ minimumSupport: NaN }, "minimumSupport"],
    [{ minimumConfidence: -0.1 }, "minimumConfidence must be between 0 and 1, got -0.1."],
    [{ minimumConfidence: 20 }, "minimumConfidence"],
    [{ maximumLength: 1 }, "maximumLength must be a whole number from 2 to 10, got 1."],
    [{ maximumLength: 11 }, "maximumLength"],
    [{ significance: 0 }, "significance must be above 0 and at most 1, got 0."],
    [{ significance: 5 }, "significance"],
    [{ maximumBasketSize: 0 }, "maximumBasketSize must be a positive integer, got 0."],
  ];
  for (const [options, message] of refused) {
    assertThrows(() => associationRuleSettings(options, 100), RangeError, message);
  }
});
