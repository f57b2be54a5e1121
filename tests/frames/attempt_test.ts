import { assertEquals, assertThrows } from "@std/assert";
import {
  attempted,
  describedAttempt,
  noResultInWords,
  resultOf,
  resultOrReason,
} from "../../src/frames/attempt.ts";
import { InputError, NotEnoughDataError } from "../../src/frames/errors.ts";

Deno.test("resultOrReason: what builds on too few data says the same reason, once", () => {
  const short = attempted(() => {
    throw new NotEnoughDataError("3 customers.", "50 customers");
  });
  assertEquals(short, { kind: "not_enough_data", reason: "3 customers.", needed: "50 customers" });
  assertEquals(attempted(() => resultOrReason(short)), short);
  assertThrows(() => resultOrReason(short), NotEnoughDataError, "Not enough data: 3 customers.");
});

Deno.test("resultOrReason: what builds on a failed stage fails for the same reason", () => {
  const failed = attempted(() => {
    throw new TypeError("no such place");
  }, "Predictions");
  const reason = "Predictions failed (TypeError: no such place): please report it.";
  assertEquals(failed, { kind: "failed", reason });
  assertEquals(attempted(() => resultOrReason(failed), "Decision"), { kind: "failed", reason });
});

Deno.test("attempted: what is wrong with the input ends the run", () => {
  assertThrows(
    () =>
      attempted(() => {
        throw new InputError("No dates.");
      }),
    InputError,
    "No dates.",
  );
});

Deno.test("resultOf: the result of an attempt, if there is one", () => {
  assertEquals(resultOf({ kind: "result", result: 1 }), 1);
  assertEquals(resultOf({ kind: "not_enough_data", reason: "3 customers." }), undefined);
});

Deno.test("describedAttempt: an attempt as it is written into an artefact", () => {
  const describe = (customers: number) => ({ kind: "count", customers });
  assertEquals(describedAttempt({ kind: "result", result: 3 }, describe), {
    kind: "count",
    customers: 3,
  });
  const short = { kind: "not_enough_data", reason: "3 customers." } as const;
  assertEquals(describedAttempt(short, describe), short);
});

Deno.test("noResultInWords: says why there is no result", () => {
  const short = noResultInWords({ kind: "not_enough_data", reason: "4 customers." });
  assertEquals(short, "Not enough data: 4 customers.");
});
