import { relative } from "node:path";
import { type Import, importsWithin, modulesIn } from "./imports.ts";

/** Functions and classes, functions in constants, and statements that run when a module loads. */
const BEHAVIOUR =
  /^(?:export )?(?:default )?(?:async )?(?:function|class)\b|^(?:export )?const [^;]*?=>|^(?:await |Deno\.)?\w+\(/m;

const EXPORTED = /^export (?:async )?(?:function\*?|class|const) (\w+)/gm;

/**
 * The modules of `src` that do something and that no test looks at. A test looks at a module if it
 * mirrors the module's path, if it is a test of the same room and imports a value from it, or if it
 * mirrors a module that imports it and one of its exported names stands in the test. Doc examples do
 * not count.
 *
 * @param root The project's folder.
 * @returns Paths below `src`, in order.
 */
export function untestedModules(root: string): string[] {
  const texts = new Map(
    modulesIn(`${root}/tests`).filter((path) => path.endsWith("_test.ts"))
      .map((path) => [relative(`${root}/tests`, path), Deno.readTextFileSync(path)]),
  );
  const imports = importsWithin(`${root}/tests`)
    .map((one): Import => ({ ...one, to: one.to.replace(/^\.\.\/src\//, "") }))
    .filter(({ from, typesOnly }) => texts.has(from) && !typesOnly);
  const uses = importsWithin(`${root}/src`).filter(({ typesOnly }) => !typesOnly);
  const mirror = (module: string) => texts.get(module.replace(/\.ts$/, "_test.ts"));
  return modulesIn(`${root}/src`).map((path) => relative(`${root}/src`, path)).filter((module) => {
    const code = withoutComments(Deno.readTextFileSync(`${root}/src/${module}`));
    if (!holdsBehaviour(code) || mirror(module) !== undefined) return false;
    const room = module.replace(/[^/]*$/, "").split("/")[0];
    if (imports.some(({ from, to }) => to === module && from.startsWith(`${room}/`))) return false;
    const names = [...code.matchAll(EXPORTED)].map(([, name]) => new RegExp(`\\b${name}\\b`));
    return !uses.some(({ from, to }) =>
      to === module && names.some((name) => name.test(mirror(from) ?? ""))
    );
  });
}

/**
 * Whether a module does something: it is more than types, constants and re-exports.
 *
 * @param code A module's text without comments.
 */
export function holdsBehaviour(code: string): boolean {
  return BEHAVIOUR.test(code);
}

function withoutComments(code: string): string {
  return code.replace(/^\s*(?:\/\*\*.*|\*.*|\/\/.*)$/gm, "");
}
