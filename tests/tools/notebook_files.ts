import { fromWhereTyped, ROOT, TaskError } from "./project.ts";

/**
 * The notebooks that a task works on.
 *
 * @param named Paths as the user typed them; none stands for all notebooks of the project.
 * @returns Absolute paths, in reading order.
 * @throws {TaskError} If a named notebook does not exist.
 */
export async function listNotebooks(named: readonly string[]): Promise<string[]> {
  if (named.length === 0) {
    const names = [];
    for await (const { name } of Deno.readDir(`${ROOT}/notebooks`)) {
      if (name.endsWith(".ipynb") && !name.startsWith(".")) names.push(name);
    }
    return names.sort().map((name) => `${ROOT}/notebooks/${name}`);
  }
  const paths = named.map(fromWhereTyped);
  for (const path of paths) {
    const isFile = await Deno.stat(path).then((stat) => stat.isFile, () => false);
    if (!isFile) throw new TaskError(`Looking for notebooks: there is no file ${path}.`);
  }
  return paths;
}
