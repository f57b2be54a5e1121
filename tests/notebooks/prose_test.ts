import { assert, assertEquals } from "@std/assert";
import { CDNOW_MASTER, ONLINE_RETAIL, realDataPath } from "../real_data.ts";
import { listNotebooks } from "../tools/notebook_files.ts";
import { ROOT } from "../tools/project.ts";
import { type ExecutedNotebook, findRemarks, unsupported } from "./remarks.ts";

const paths = await listNotebooks([]);
const onlineRetail = realDataPath(ONLINE_RETAIL);
const cdnow = realDataPath(CDNOW_MASTER);

Deno.test("unsupported: numbers and bold phrases must stand in the output", () => {
  const shown = "Thursday 17,460 79.1 % 0.43 −65,038 576K";
  const remark =
    "> _On the demo data_ **Thursday** 17,460, 79.1 %; 0.43, −65,038. 576K, notebook 4";
  assertEquals(unsupported({ text: remark, shown }), []);
  const wrong = "> _On the demo data_ **Friday** has 17 or 460 or 79 % or 9.1 %, not 43 or 5,038.";
  const missing = ["Friday", "17", "460", "79 %", "9.1 %", "43", "5,038"];
  assertEquals(unsupported({ text: wrong, shown }), missing);
});

for (const path of paths) {
  const name = path.slice(path.lastIndexOf("/") + 1);

  Deno.test(`${name}: what it says on the demo data, its outputs show`, async () => {
    const remarks = findRemarks(await read(path), "On the demo data");
    assert(remarks.length >= 5, `only ${remarks.length} remarks on the demo data`);
    assertEquals(complaints(remarks), []);
  });

  Deno.test(`${name}: parameters first, short cells, prose between them`, async () => {
    const { cells } = await read(path);
    const code = cells.filter((cell) => cell.cell_type === "code");
    assertEquals(code[0].metadata.tags, ["parameters"]);
    cells.forEach((cell, i) => {
      if (cell.cell_type === "code") assertEquals(cells[i - 1]?.cell_type, "markdown");
    });
    for (const { source } of code) {
      const lines = [source].flat().join("").split("\n").filter((line) => !/^import /.test(line));
      assert(lines.length <= 8, `a cell of ${lines.length} lines: ${lines[0]}`);
      assert(!/\bfunction\b/.test(lines.join("\n")), `a function defined in a cell: ${lines[0]}`);
    }
    const prose = cells.filter((cell) => cell.cell_type === "markdown")
      .flatMap(({ source }) => [source].flat().join("").match(/[\p{L}\p{N}][\p{L}\p{N}.,'’-]*/gu));
    const wordsPerCell = prose.length / code.length;
    assert(wordsPerCell >= 40 && wordsPerCell <= 100, `${wordsPerCell} words per code cell`);
  });
}

Deno.test({
  name: "notebooks: they run on the UCI file, and what they say on it, their outputs show",
  ignore: onlineRetail === undefined,
  fn: async () => {
    await rerun(onlineRetail!);
    for (const path of paths) {
      const remarks = findRemarks(await read(executed(path)), "On the UCI file");
      assert(remarks.length >= 2, `only ${remarks.length} remarks on the UCI file`);
      assertEquals(complaints(remarks), []);
    }
  },
});

Deno.test({
  name: "07_lifetime_value.ipynb: it runs on the CDNOW file, and what it says, its outputs show",
  ignore: cdnow === undefined,
  fn: async () => {
    const path = `${ROOT}/notebooks/07_lifetime_value.ipynb`;
    await rerun(cdnow!, path);
    const remarks = findRemarks(await read(executed(path)), "On the CDNOW file");
    assert(remarks.length >= 5, `only ${remarks.length} remarks on the CDNOW file`);
    assertEquals(complaints(remarks), []);
  },
});

/** Reruns notebooks, all without names, on a file; the copies lie in `out/notebooks`. */
async function rerun(input: string, ...notebooks: string[]): Promise<void> {
  const command = new Deno.Command(Deno.execPath(), {
    args: ["task", "--quiet", `--config=${ROOT}/deno.json`, "notebooks", ...notebooks],
    env: { NO_COLOR: "1", INIT_CWD: ROOT, SHOPPER_INPUT: input },
  });
  const { success, stderr } = await command.output();
  assert(success, new TextDecoder().decode(stderr));
}

function executed(path: string): string {
  return path.replace(`${ROOT}/notebooks/`, `${ROOT}/out/notebooks/`);
}

function complaints(remarks: ReturnType<typeof findRemarks>): string[] {
  return remarks.flatMap((remark) =>
    unsupported(remark).map((what) => `"${what}" is not in the output before: ${remark.text}`)
  );
}

async function read(path: string): Promise<ExecutedNotebook> {
  return JSON.parse(await Deno.readTextFile(path));
}
