import process from "node:process";
import { isAbsolute, relative, resolve } from "node:path";

/**
 * Where a file lies, seen from a folder.
 *
 * @param path A path, absolute or relative to the folder.
 * @param folder The folder, absolute; default: where the program runs.
 * @returns The relative path with slashes; undefined for a file outside of the folder.
 */
export function pathWithin(path: string, folder = process.cwd()): string | undefined {
  const found = relative(folder, resolve(folder, path));
  const isOutside = isAbsolute(found) || found.split(/[\\/]/)[0] === "..";
  return isOutside ? undefined : found.replaceAll("\\", "/");
}

/**
 * Names files in a way that does not depend on the machine: by the file name, with as many of the
 * folders around it as tell it from another file of the same name.
 *
 * @param paths Paths of files, absolute or relative to the folder.
 * @param folder The folder, absolute; default: where the program runs. Folders around it name no file
 * within it.
 * @returns One name per path; the same file has the same name.
 */
export function inputNames(paths: readonly string[], folder = process.cwd()): string[] {
  const parts = paths.map((path) =>
    (pathWithin(path, folder) ?? resolve(folder, path).replaceAll("\\", "/")).split("/")
  );
  const last = (path: readonly string[], count: number) => path.slice(-count).join("/");
  return parts.map((own) => {
    const others = parts.filter((other) => last(other, Infinity) !== last(own, Infinity));
    let count = 1;
    while (others.some((other) => last(other, count) === last(own, count))) count++;
    return last(own, count);
  });
}
