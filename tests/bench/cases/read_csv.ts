import pl from "nodejs-polars";
import type { Bench, BenchCase } from "../bench_case.ts";
import { readAndClean } from "../read_and_clean.ts";

/** What Polars needs to parse the same file when it checks nothing and leaves all values text. */
async function parseAsText(bench: Bench, path: string): Promise<void> {
  const lines = await bench.stage(
    "parse as text",
    () => pl.readCSV(path, { inferSchemaLength: 0, encoding: "utf8-lossy" }),
  );
  bench.check("lines read", lines.height);
}

const readCsv: BenchCase = {
  title: "reading and cleaning a CSV file; beside it, only parsing its text",
  async run(bench, path) {
    const { audit, rejected } = await readAndClean(bench, path);
    bench.check("lines rejected", rejected.height);
    for (const { reason, rows, revenue } of audit.rejected) {
      bench.check(`${reason}, lines`, rows);
      bench.check(`${reason}, revenue`, revenue);
    }
    bench.check("returns matched", audit.returns.rows_matched);
    bench.check("net revenue", audit.returns.net_revenue);
  },
  beside: [
    { name: "Python, kept lines only", python: "kept_lines" },
    { name: "Polars as text", run: parseAsText },
  ],
  reach: [
    { ratio: 1.3, to: "Polars as text" },
    { ratio: 1 / 3, to: "Python" },
    { ratio: 1 / 3, to: "Python, kept lines only" },
  ],
};
export default readCsv;
