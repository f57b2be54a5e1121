import { relative } from "node:path";
import { importsWithin, modulesIn } from "./imports.ts";

/** Functions and classes, functions in constants, and statements that run when a module loads. */
const BEHAVIOUR =
  /^(?:export )?(?:async )?(?:function|class)\b|^(?:export )?const [^;]*?=>|^(?:await )?[\w.]+\(/m;

const EXPORTED = /^export (?:async )?(?:function\*?|class|const) (\w+)/gm;

/**
 * The modules of `src` that do something and that no test names. A test names a module if it mirrors
 * the module's path, if it is of the same room and takes a value from the module or starts it, or if
 * it mirrors a module that imports it and one of its exported names stands in the test. Doc examples
 * do not count.
 *
 * @param root The project's folder.
 * @returns Paths below `src`, in order.
 */
export function untestedModules(root: string): string[] {
  const texts = new Map(
    modulesIn(`${root}/tests`).filter((path) => path.endsWith("_test.ts"))
      .map((path) => [relative(`${root}/tests`, path), withoutTypes(Deno.readTextFileSync(path))]),
  );
  const mirror = (module: string) => texts.get(module.replace(/\.ts$/, "_test.ts"));
  const uses = importsWithin(`${root}/src`).filter(({ typesOnly }) => !typesOnly);
  const importersOf = Map.groupBy(uses, ({ to }) => to);
  return modulesIn(`${root}/src`).map((path) => relative(`${root}/src`, path)).filter((module) => {
    const code = withoutComments(Deno.readTextFileSync(`${root}/src/${module}`));
    if (!holdsBehaviour(code) || mirror(module) !== undefined) return false;
    const room = `${module.split("/")[0]}/`;
    const isNamed = ([path, text]: [string, string]) =>
      path.startsWith(room) && text.includes(`/src/${module}"`);
    if ([...texts].some(isNamed)) return false;
    const names = [...code.matchAll(EXPORTED)].map(([, name]) => new RegExp(`\\b${name}\\b`));
    return !(importersOf.get(module) ?? [])
      .some(({ from }) => names.some((name) => name.test(mirror(from) ?? "")));
  });
}

/**
 * Whether a module does something: it is more than types, constants and re-exports.
 *
 * @param code A module's text without comments.
 *
 * @example
 * ```ts
 * import { holdsBehaviour } from "./untested.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(holdsBehaviour("export const double = (x: number) => 2 * x;"), true);
 * assertEquals(holdsBehaviour("export type Doubled = (x: number) => number;"), false);
 * ```
 */
export function holdsBehaviour(code: string): boolean {
  return BEHAVIOUR.test(code);
}

function withoutComments(code: string): string {
  return code.replace(/^\s*(?:\/\*\*|\*|\/\/).*$/gm, "");
}

function withoutTypes(code: string): string {
  return code.replace(/^import type [^;]*;$/gm, "");
}
