import { readFileSync } from "node:fs";

interface PackageFile {
  readonly version: string;
  /** Names to specifiers in `deno.json`. */
  readonly imports?: Readonly<Record<string, string>>;
  /** Names to ranges in the `package.json` of an installed package. */
  readonly dependencies?: Readonly<Record<string, string>>;
}

/**
 * The versions on which a result depends.
 *
 * @returns Name to version: the project, Deno and the pinned packages.
 */
export function versions(): Record<string, string> {
  const { version, imports, dependencies = {} } = packageFile();
  const pinned = imports === undefined
    ? Object.entries(dependencies).map(([name, range]) => [name, range.replace("^", "")])
    : Object.values(imports)
      .map((specifier) => /^npm:(.+)@([^@]+)$/.exec(specifier))
      .filter((match) => match !== null)
      .map(([, name, pinnedVersion]) => [name, pinnedVersion]);
  return { "shopper-spectrum": version, deno: Deno.version.deno, ...Object.fromEntries(pinned) };
}

/** The project's `deno.json`, or the `package.json` that stands in its place once it is packed. */
function packageFile(): PackageFile {
  const read = (name: string) =>
    JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), "utf8"));
  try {
    return read("deno.json");
  } catch {
    return read("package.json");
  }
}
