import { checkCells } from "./check_cells.ts";
import { formatNotebook } from "./format_notebook.ts";
import { modulesIn } from "./imports.ts";
import { listNotebooks } from "./notebook_files.ts";
import { runNotebooks } from "./notebooks.ts";
import { ENVIRONMENT, ROOT } from "./project.ts";
import { ensureEnvironment } from "./python_environment.ts";
import type { Gate, Tally } from "./run_gates.ts";

const TEMPORARY = Deno.env.get("TMPDIR") ?? "/tmp";

/**
 * What tests and doc examples may do beside the set `test` of deno.json: write temporary files, start
 * Deno, Python and npm, and bash for a limit that stands in for a full disk.
 */
const TEST_PERMISSIONS = [
  "--no-prompt",
  "-P=test",
  `--allow-write=${TEMPORARY},${ROOT}/out`,
  `--allow-run=${Deno.execPath()},${ENVIRONMENT}/bin/python,bash,npm`,
];

/** Tests that start processes; single slow tests are marked by `slowTest`. */
const SLOW_FILES = [
  "tests/notebooks",
  "tests/readme_test.ts",
  "tests/recommend_command_test.ts",
  "tests/cli/data_test.ts",
  "tests/cli/launch_test.ts",
  "tests/cli/main_test.ts",
  "tests/pipeline/disk_full_test.ts",
  "tests/pipeline/failing_stage_test.ts",
  "tests/pipeline/output/one_run_test.ts",
  "tests/pipeline/run_test.ts",
  "tests/pipeline/same_bytes_elsewhere_test.ts",
  "tests/transactions/download",
  "tests/transactions/download_online_retail_test.ts",
  "tests/transactions/mutated_files_test.ts",
  "tests/transactions/random_damage_test.ts",
  "tests/transactions/reading/file_bytes_test.ts",
  "tests/transactions/reading/parquet", // does not end in one process with the others
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

const checks: readonly Gate[] = [
  { name: "Formatting", look: () => deno("fmt", "--check") },
  { name: "Lint", look: () => deno("lint", "--quiet") },
  { name: "Types", look: () => deno("check", "--frozen", "--quiet", "src", "tests") },
  { name: "Notebook cells: formatting, types, lint", look: checkAllCells },
];

/** What is quick enough to look at before every commit. */
export const quickGates: readonly Gate[] = [
  ...checks,
  { name: "Doc examples of changed files", look: testChangedExamples },
  { name: "Quick tests", look: runQuickTests },
];

/** Everything: all doc examples, all tests, and the notebooks with the same outputs as committed. */
export const allGates: readonly Gate[] = [
  ...checks,
  { name: "Doc examples", look: () => denoTest(["--doc", "src", "tests/tools"]) },
  { name: "Tests", look: () => denoTest(["--no-check", "tests"]) },
  { name: "Notebooks", look: rerunNotebooks },
];

/**
 * The quick tests as a few modules that import all others, so that Polars and what the tests share
 * are loaded a few times in place of two hundred. Those that read the example run are in one of
 * them, where it is made once; the rest in several, because Deno lets go of Polars' objects in time
 * that grows with the square of their number.
 */
async function runQuickTests(): Promise<Tally> {
  const isSlow = (path: string) => SLOW_FILES.some((slow) => path.startsWith(`${ROOT}/${slow}`));
  const files = modulesIn(`${ROOT}/tests`)
    .filter((path) => path.endsWith("_test.ts") && !isSlow(path));
  await Deno.mkdir(`${ROOT}/out`, { recursive: true });
  const folder = await Deno.makeTempDir({ dir: `${ROOT}/out`, prefix: "quick-" });
  try {
    const sharing = files.filter((path) => Deno.readTextFileSync(path).includes("/example_run.ts"));
    const others = files.filter((path) => !sharing.includes(path));
    const parts = Array.from({ length: 4 }, (_, part) => others.filter((_, i) => i % 4 === part));
    for (const [part, paths] of [sharing, ...parts].entries()) {
      const imports = paths.map((path) => `import "${new URL(`file://${path}`)}";\n`);
      await Deno.writeTextFile(`${folder}/${part + 1}_test.ts`, imports.join(""));
    }
    return await denoTest(["--no-check", folder], { SHOPPER_DATA: "none" });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Doc examples of the modules that differ from the last commit. */
async function testChangedExamples(): Promise<Tally> {
  const { success, stdout } = await new Deno.Command("git", {
    args: ["status", "--porcelain=v1", "--untracked-files=all", "-z", "--", "src", "tests/tools"],
    cwd: ROOT,
  }).output();
  if (!success) return await denoTest(["--doc", "src", "tests/tools"]);
  const paths = new TextDecoder().decode(stdout).split("\0").map((entry) => entry.slice(3));
  const modules = paths.filter((path) => path.endsWith(".ts") && isFile(`${ROOT}/${path}`));
  return modules.length === 0 ? { passed: 0, failed: 0 } : await denoTest(["--doc", ...modules]);
}

function isFile(path: string): boolean {
  try {
    return Deno.statSync(path).isFile;
  } catch {
    return false;
  }
}

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

async function denoTest(
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Tally> {
  await Deno.mkdir(`${ROOT}/out`, { recursive: true });
  const report = await Deno.makeTempFile({ dir: `${ROOT}/out`, prefix: "tests-", suffix: ".xml" });
  try {
    const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: [
        ...["test", "--quiet", "--frozen", "--parallel", "--permit-no-files", "--reporter=dot"],
        `--junit-path=${report}`,
        ...TEST_PERMISSIONS,
        ...args,
      ],
      cwd: ROOT,
      env,
      stdin: "null",
      stdout: "piped",
      stderr: "piped",
    }).output();
    console.log(worthReading(stdout));
    const complaints = worthReading(stderr);
    if (complaints !== "") console.error(complaints);
    const tally = countTests(await Deno.readTextFile(report));
    // The dot reporter swallows the warnings of the tests themselves.
    if (tally.ignored && env.SHOPPER_DATA !== "none") {
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
