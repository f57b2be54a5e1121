import { ENVIRONMENT, ROOT, TaskError } from "./project.ts";

/** What the virtual environment was made from; written last, so it stands for a complete one. */
interface Stamp {
  /** SHA-256 of each installed requirements file, by its path in the project. */
  readonly files: Record<string, string>;
}

const STAMP = `${ENVIRONMENT}/requirements.json`;
const PYTHON = `${ENVIRONMENT}/bin/python`;
const NEEDED = "Notebooks and benchmarks need Python 3.10 or later";

/**
 * Makes sure that `.venv` exists and holds the packages of the given requirements files: created
 * when missing or broken, updated when a file changed, left alone otherwise.
 *
 * @param files Fully pinned requirements files, as paths in the project.
 * @returns The absolute path of the environment's Python.
 * @throws {TaskError} If there is no Python 3.10 with `venv`, or if the packages cannot be installed.
 */
export async function ensureEnvironment(files: readonly string[]): Promise<string> {
  const wanted: Record<string, string> = {};
  for (const file of files) wanted[file] = await sha256(`${ROOT}/${file}`);

  let stamp = await readStamp();
  if (!stamp || !await runs(PYTHON)) {
    console.error("Python environment: creating .venv …");
    await createEnvironment();
    stamp = { files: {} };
  }
  const installed = stamp.files;
  const missing = files.filter((file) => installed[file] !== wanted[file]);
  if (missing.length > 0) {
    console.error(`Python environment: installing ${missing.join(", ")} …`);
    await installRequirements(files);
    await Deno.writeTextFile(STAMP, JSON.stringify({ files: { ...installed, ...wanted } }));
  }
  return PYTHON;
}

async function createEnvironment(): Promise<void> {
  await checkPython();
  const created = await output("python3", ["-m", "venv", "--clear", ENVIRONMENT]);
  if (!created.success) {
    throw new TaskError(
      `${NEEDED} with its venv module, which failed (on Debian and Ubuntu: ` +
        `apt install python3-venv): ${lastLine(created.text)}`,
    );
  }
}

async function checkPython(): Promise<void> {
  const program = "import sys; print(*sys.version_info[:3], sep='.')";
  const found = await output("python3", ["-c", program]);
  if (!found.success) {
    throw new TaskError(`${NEEDED} as \`python3\`, and none was found on the PATH.`);
  }
  const version = found.text.trim();
  const [major, minor] = version.split(".").map(Number);
  if (major < 3 || (major === 3 && minor < 10)) {
    throw new TaskError(`${NEEDED} as \`python3\`; the one on the PATH is ${version}.`);
  }
}

async function installRequirements(files: readonly string[]): Promise<void> {
  const requirements = files.flatMap((file) => ["--requirement", `${ROOT}/${file}`]);
  const installed = await output(PYTHON, [
    ...["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"],
    ...requirements,
  ]);
  if (!installed.success) {
    throw new TaskError(
      `Installing ${files.join(", ")} into .venv failed: ${lastLine(installed.text)}`,
    );
  }
}

async function readStamp(): Promise<Stamp | undefined> {
  try {
    return JSON.parse(await Deno.readTextFile(STAMP));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** A virtual environment breaks when its folder moves or the Python it was made with goes away. */
async function runs(python: string): Promise<boolean> {
  const prefix = await output(python, ["-c", "import sys; print(sys.prefix)"]);
  return prefix.success && prefix.text.trim() === ENVIRONMENT;
}

async function output(
  command: string,
  args: string[],
): Promise<{ success: boolean; text: string }> {
  try {
    const { success, stdout, stderr } = await new Deno.Command(command, { args }).output();
    const decoder = new TextDecoder();
    return { success, text: decoder.decode(stdout) + decoder.decode(stderr) };
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return { success: false, text: String(error) };
    throw error;
  }
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? "";
}

async function sha256(path: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", await Deno.readFile(path));
  return new Uint8Array(digest).toHex();
}
