import config from "../../deno.json" with { type: "json" };

/**
 * The versions on which a result depends.
 *
 * @returns Name to version: the project, Deno and the pinned packages.
 *
 * @example
 * ```ts
 * import { versions } from "./versions.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(versions()["deno"], Deno.version.deno);
 * ```
 */
export function versions(): Record<string, string> {
  const packages = Object.values(config.imports)
    .map((specifier) => /^npm:(.+)@([^@]+)$/.exec(specifier))
    .filter((match) => match !== null)
    .map(([, name, version]) => [name, version]);
  return {
    "shopper-spectrum": config.version,
    deno: Deno.version.deno,
    ...Object.fromEntries(packages),
  };
}
