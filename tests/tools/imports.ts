import { dirname, relative, resolve } from "node:path";

/** One module that another names, by paths below the same folder. */
export interface Import {
  readonly from: string;
  readonly to: string;
  /** Whether only types are taken, which leaves nothing at run time. */
  readonly typesOnly: boolean;
}

const STATEMENT = /^(?:import|export)\s+(type\s)?([^;"']*?)\s*(?:from\s*)?"(\.[^"]+\.ts)"/gm;

/**
 * The imports among the modules of a folder; doc examples do not count.
 *
 * @param folder An absolute path.
 * @returns Every module's imports, in the order of their paths.
 */
export function importsWithin(folder: string): Import[] {
  return modulesIn(folder).flatMap((path) => {
    const code = Deno.readTextFileSync(path).replace(/^\s*\*.*$/gm, "");
    return importsOf(code).map(({ specifier, typesOnly }) => ({
      from: relative(folder, path),
      to: relative(folder, resolve(dirname(path), specifier)),
      typesOnly,
    }));
  });
}

/**
 * The relative imports and re-exports of a module.
 *
 * @param code A module's text without comments.
 * @returns What it names, as written.
 *
 * @example
 * ```ts
 * import { importsOf } from "./imports.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const code = 'import { type A, type B } from "./a.ts";\nexport { c } from "../c.ts";\n';
 * assertEquals(importsOf(code), [
 *   { specifier: "./a.ts", typesOnly: true },
 *   { specifier: "../c.ts", typesOnly: false },
 * ]);
 * ```
 */
export function importsOf(code: string): { specifier: string; typesOnly: boolean }[] {
  return [...code.matchAll(STATEMENT)].map(([, type, names, specifier]) => ({
    specifier,
    typesOnly: type !== undefined || /^\{(\s*type\s[^,}]+,?)+\s*\}$/.test(names),
  }));
}

/** The paths of a folder's TypeScript modules, its subfolders' included, in order. */
export function modulesIn(folder: string): string[] {
  return [...Deno.readDirSync(folder)].flatMap(({ name, isDirectory }) => {
    if (isDirectory) return modulesIn(`${folder}/${name}`);
    return name.endsWith(".ts") ? [`${folder}/${name}`] : [];
  }).sort();
}
