import { checkCells } from "./check_cells.ts";
import { formatNotebook } from "./format_notebook.ts";
import { listNotebooks } from "./notebook_files.ts";
import { runNotebooks } from "./notebooks.ts";
import { ENVIRONMENT, ROOT } from "./project.ts";
import { ensureEnvironment } from "./python_environment.ts";
import type { Gate, Tally } from "./run_gates.ts";

const TEMPORARY = Deno.env.get("TMPDIR") ?? "/tmp";

/**
 * What tests and doc examples may do: read, write temporary files, load Polars, start Deno, and bash
 * for a limit that stands in for a full disk.
 */
const TEST_PERMISSIONS = [
  "--no-prompt",
  "--allow-read",
  "--allow-net=127.0.0.1",
  `--allow-write=${TEMPORARY},${ROOT}/out`,
  `--allow-run=${Deno.execPath()},${ENVIRONMENT}/bin/python,bash`,
  "--allow-env=INIT_CWD,NO_COLOR,PATH,POLARS_FMT_MAX_ROWS,POLARS_MAX_THREADS,SHOPPER_DATA,TMPDIR,TZ",
  "--allow-sys=cpus,hostname,networkInterfaces",
  `--allow-ffi=${ROOT}/node_modules`,
];

/** Packages from the frozen lock file, and the notebooks' Python environment. */
export const setUp: Gate = {
  name: "Set-up",
  look: async () => {
    const tally = await deno("install", "--frozen", "--quiet");
    await ensureEnvironment(["notebooks/requirements.txt"]);
    return tally;
  },
};

/** What is quick enough to look at before every commit. */
export const quickGates: readonly Gate[] = [
  { name: "Formatting", look: () => deno("fmt", "--check") },
  { name: "Lint", look: () => deno("lint", "--quiet") },
  { name: "Types", look: () => deno("check", "--frozen", "--quiet", "src", "tests") },
  { name: "Notebook cells: formatting, types, lint", look: checkAllCells },
  { name: "Doc examples", look: () => denoTest("--doc", "src", "tests/tools") },
];

/** The tests, and the notebooks rerun with the same outputs as the committed ones. */
export const slowGates: readonly Gate[] = [
  { name: "Tests", look: () => denoTest("tests") },
  { name: "Notebooks", look: rerunNotebooks },
];

async function checkAllCells(): Promise<Tally> {
  const notebooks = await listNotebooks([]);
  let held = true;
  for (const path of notebooks) {
    const text = await Deno.readTextFile(path);
    if (await formatNotebook(text) === text) continue;
    console.error(`${path} is not formatted; \`deno task notebooks\` formats it.`);
    held = false;
  }
  const complaints = await checkCells(notebooks);
  if (complaints !== "") console.error(complaints);
  return asTally(held && complaints === "");
}

async function rerunNotebooks(): Promise<Tally> {
  return asTally(await runNotebooks(await listNotebooks([]), { check: true }) === 0);
}

async function denoTest(...args: string[]): Promise<Tally> {
  await Deno.mkdir(`${ROOT}/out`, { recursive: true });
  const report = await Deno.makeTempFile({ dir: `${ROOT}/out`, prefix: "tests-", suffix: ".xml" });
  try {
    const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: [
        ...["test", "--frozen", "--parallel", "--reporter=dot"],
        `--junit-path=${report}`,
        ...TEST_PERMISSIONS,
        ...args,
      ],
      cwd: ROOT,
      stdin: "null",
      stdout: "piped",
      stderr: "piped",
    }).output();
    console.log(worthReading(stdout));
    const complaints = worthReading(stderr);
    if (complaints !== "") console.error(complaints);
    const tally = countTests(await Deno.readTextFile(report));
    // The dot reporter swallows the warnings of the tests themselves.
    if (tally.ignored) {
      console.error(
        `WARNING: ${tally.ignored} tests were ignored: the real data that they read is neither in ` +
          "SHOPPER_DATA nor in ../shared/data.",
      );
    }
    // A module that throws while it loads is in no test's count.
    return success || tally.failed > 0 ? tally : { ...tally, failed: 1 };
  } finally {
    await Deno.remove(report);
  }
}

/** Drops the dots, each on a line of its own outside a terminal, and the list of checked modules. */
function worthReading(output: Uint8Array): string {
  const lines = new TextDecoder().decode(output).split("\n");
  return lines.filter((line) => !/^[.,!]?$|^Check /.test(line)).join("\n");
}

/**
 * Counts the tests in a JUnit report.
 *
 * @param report The report's XML; empty if the runner did not come to writing it.
 * @returns How many passed, failed and were ignored.
 *
 * @example
 * ```ts
 * import { countTests } from "./gates.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const report = `<testsuites tests="3" failures="1" errors="0"><skipped/></testsuites>`;
 * assertEquals(countTests(report), { passed: 1, failed: 1, ignored: 1 });
 * ```
 */
export function countTests(report: string): Tally {
  const count = (name: string) =>
    Number(report.match(new RegExp(`<testsuites[^>]* ${name}="(\\d+)"`))?.[1] ?? 0);
  const failed = count("failures") + count("errors");
  const ignored = report.match(/<skipped\s*\/>/g)?.length ?? 0;
  return { passed: count("tests") - failed - ignored, failed, ignored };
}

async function deno(...args: string[]): Promise<Tally> {
  const child = new Deno.Command(Deno.execPath(), { args, cwd: ROOT, stdin: "null" }).spawn();
  return asTally((await child.status).success);
}

function asTally(held: boolean): Tally {
  return held ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}
