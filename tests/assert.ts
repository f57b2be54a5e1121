/**
 * The Deno standard library's assertions.
 *
 * `deno-std` is the npm publication of `@std/assert`, without type declarations. A project that
 * reaches JSR replaces the import map's `@std/assert` by `jsr:@std/assert@1` and deletes this file.
 */
import * as untyped from "deno-std/assert/mod.js";

interface Assertions {
  assert(condition: unknown, message?: string): asserts condition;
  assertEquals<T>(actual: T, expected: T, message?: string): void;
  assertNotEquals<T>(actual: T, expected: T, message?: string): void;
  assertStrictEquals<T>(actual: unknown, expected: T, message?: string): void;
  assertAlmostEquals(actual: number, expected: number, tolerance?: number, message?: string): void;
  assertGreater<T>(actual: T, expected: T, message?: string): void;
  assertGreaterOrEqual<T>(actual: T, expected: T, message?: string): void;
  assertLess<T>(actual: T, expected: T, message?: string): void;
  assertLessOrEqual<T>(actual: T, expected: T, message?: string): void;
  assertMatch(actual: string, expected: RegExp, message?: string): void;
  assertStringIncludes(actual: string, expected: string, message?: string): void;
  assertArrayIncludes<T>(actual: ArrayLike<T>, expected: ArrayLike<T>, message?: string): void;
  assertThrows(
    fn: () => unknown,
    // deno-lint-ignore no-explicit-any
    error?: new (...parameters: any[]) => Error,
    includes?: string,
    message?: string,
  ): Error;
  assertRejects(
    fn: () => PromiseLike<unknown>,
    // deno-lint-ignore no-explicit-any
    error?: new (...parameters: any[]) => Error,
    includes?: string,
    message?: string,
  ): Promise<Error>;
}

const std = untyped as unknown as Assertions;

export const assert: Assertions["assert"] = std.assert;
export const assertEquals: Assertions["assertEquals"] = std.assertEquals;
export const assertNotEquals: Assertions["assertNotEquals"] = std.assertNotEquals;
export const assertStrictEquals: Assertions["assertStrictEquals"] = std.assertStrictEquals;
export const assertAlmostEquals: Assertions["assertAlmostEquals"] = std.assertAlmostEquals;
export const assertGreater: Assertions["assertGreater"] = std.assertGreater;
export const assertGreaterOrEqual: Assertions["assertGreaterOrEqual"] = std.assertGreaterOrEqual;
export const assertLess: Assertions["assertLess"] = std.assertLess;
export const assertLessOrEqual: Assertions["assertLessOrEqual"] = std.assertLessOrEqual;
export const assertMatch: Assertions["assertMatch"] = std.assertMatch;
export const assertStringIncludes: Assertions["assertStringIncludes"] = std.assertStringIncludes;
export const assertArrayIncludes: Assertions["assertArrayIncludes"] = std.assertArrayIncludes;
export const assertThrows: Assertions["assertThrows"] = std.assertThrows;
export const assertRejects: Assertions["assertRejects"] = std.assertRejects;
