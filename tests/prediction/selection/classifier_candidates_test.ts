import {
  CLASSIFIER_CANDIDATES,
  withMostRounds,
} from "../../../src/prediction/selection/classifier_candidates.ts";
import { assertEquals } from "@std/assert";

Deno.test("withMostRounds: the candidate whose first rounds of boosting are those of another", () => {
  const short = CLASSIFIER_CANDIDATES.find(({ parameters }) => parameters.rounds === 50)!;
  const { features, parameters } = withMostRounds(short);
  assertEquals([features, parameters], [short.features, { rounds: 100 }]);
});
