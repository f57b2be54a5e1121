import { dirname, resolve } from "node:path";
import { realFolder } from "../pipeline/output/disk.ts";
import { workshopOf } from "../pipeline/output/workshop.ts";

const ROOT = dirname(dirname(import.meta.dirname!));
/** What Polars asks about the machine while it loads. */
const ASKED_BY_POLARS = "cpus,hostname,networkInterfaces";

/**
 * The words that start a command in a Deno process which may read this project and what its words
 * name, write to its output folder, load one native library, and nothing else.
 */
export function commandWords(words: readonly string[], where: string): string[] {
  const [command] = words;
  const named = [...words.slice(1).flatMap(pathsIn), ...inputsIn(words).flatMap(folderOfPattern)]
    .map((path) => resolve(where, path));
  const written = command === "start" ? writtenBy(words, where) : [];
  const reads = [ROOT, ...named, ...written];
  return [
    ...["run", "--frozen", "--no-prompt", `--config=${ROOT}/deno.json`],
    `--allow-read=${list(reads)}`,
    ...(written.length > 0 ? [`--allow-write=${list(written)}`] : []),
    `--allow-ffi=${list(nativeLibraries())}`,
    `--allow-sys=${ASKED_BY_POLARS}`,
    `${ROOT}/src/cli/main.ts`,
    ...words,
  ];
}

/** Whatever a word may name: the command line itself says which are files. */
function pathsIn(word: string): string[] {
  if (!word.startsWith("-")) return word === "" ? [] : [word];
  const [, ...value] = word.split("=");
  return value.length > 0 && value.join("=") !== "" ? [value.join("=")] : [];
}

/** What is named as input. */
function inputsIn(words: readonly string[]): string[] {
  return words.flatMap((word, i) => {
    if (word.startsWith("--input=")) return [word.slice("--input=".length)];
    const isInput = words[i - 1] === "--input" || (words[0] === "inspect" && i > 0);
    return isInput && !word.startsWith("-") ? [word] : [];
  });
}

/** The folder in which a pattern such as `exports/*.csv` is looked for. */
function folderOfPattern(path: string): string[] {
  const segments = path.split(/[\\/]/);
  const first = segments.findIndex((segment) => /[*?]/.test(segment));
  return first < 0 ? [] : [segments.slice(0, first).join("/") || (first > 0 ? "/" : ".")];
}

/** The output folder, by its name and behind links, and the folder beside it of `workshopOf`. */
function writtenBy(words: readonly string[], where: string): string[] {
  const at = words.findLastIndex((word) => word === "--output" || word.startsWith("--output="));
  const named = at < 0
    ? "out"
    : words[at] === "--output"
    ? words[at + 1] ?? ""
    : words[at].slice("--output=".length);
  if (named === "") return [];
  const path = resolve(where, named);
  const places = [path];
  try {
    places.push(realFolder(path));
  } catch {
    // The command says in a sentence what is wrong with it.
  }
  return places.flatMap((place) => [firstMissing(place), workshopOf(place)]);
}

/** Folders above that are not there yet are made, too. */
function firstMissing(path: string): string {
  const parent = dirname(path);
  return parent === path || exists(parent) ? path : firstMissing(parent);
}

function exists(path: string): boolean {
  try {
    Deno.lstatSync(path);
    return true;
  } catch {
    return false;
  }
}

function nativeLibraries(): string[] {
  const packages = `${ROOT}/node_modules/.deno`;
  return entries(packages).filter((name) => name.startsWith("nodejs-polars-")).flatMap((name) => {
    const [library] = name.split("@");
    const folder = `${packages}/${name}/node_modules/${library}`;
    return entries(folder).filter((file) => file.endsWith(".node")).map((file) =>
      `${folder}/${file}`
    );
  });
}

function entries(folder: string): string[] {
  return exists(folder) ? [...Deno.readDirSync(folder)].map(({ name }) => name) : [];
}

/** A list of permissions cannot name a path with a comma: the folder above is allowed in its place. */
function list(paths: readonly string[]): string {
  const withoutComma = (path: string): string =>
    path.includes(",") ? withoutComma(dirname(path)) : path;
  return [...new Set(paths.map(withoutComma))].join(",");
}

/** Starts the process, hands signals on, and ends as it does. */
async function launch(words: readonly string[]): Promise<never> {
  const where = Deno.env.get("INIT_CWD") ?? Deno.cwd();
  const child = new Deno.Command(Deno.execPath(), { args: commandWords(words, where), cwd: where })
    .spawn();
  // Ctrl-C reaches the whole group; the child decides, and this process waits for it.
  Deno.addSignalListener("SIGINT", () => {});
  if (Deno.build.os !== "windows") {
    Deno.addSignalListener("SIGTERM", () => child.kill("SIGTERM"));
  }
  Deno.exit((await child.status).code);
}

if (import.meta.main) await launch(Deno.args);
