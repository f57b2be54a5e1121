import type { BenchCase } from "./bench_case.ts";

const FOLDER = new URL("cases/", import.meta.url);

/**
 * Names all cases of the benchmark: the pairs of files in `cases/`.
 *
 * @returns The names in order, the whole stack first.
 * @throws {TypeError} If a case has only one of its two files.
 */
export function caseNames(): string[] {
  const files = [...Deno.readDirSync(FOLDER)].filter((entry) => entry.isFile);
  const named = (extension: string) =>
    new Set(
      files.filter(({ name }) => name.endsWith(extension))
        .map(({ name }) => name.slice(0, -extension.length)),
    );
  const single = [...named(".ts").symmetricDifference(named(".py"))];
  if (single.length > 0) {
    throw new TypeError(`Pairing cases: only one file of ${single.join(", ")}.`);
  }
  const rank = (name: string) => name === "stack" ? "" : name;
  return [...named(".ts")].sort((a, b) => rank(a) < rank(b) ? -1 : 1);
}

/**
 * Loads one case.
 *
 * @param name One of {@linkcode caseNames}.
 */
export async function loadCase(name: string): Promise<BenchCase> {
  return (await import(new URL(`${name}.ts`, FOLDER).href)).default;
}
