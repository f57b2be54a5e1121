import type { BenchCase } from "../bench_case.ts";
import { readAndClean } from "../read_and_clean.ts";
import { repeatCsv } from "../repeat_csv.ts";

const TIMES = 10;

const tenFold: BenchCase = {
  title: "reading and cleaning ten times the CSV file",
  async input({ transactions, folder }) {
    const path = `${folder}/ten_fold.csv`;
    await repeatCsv(transactions, path, TIMES);
    return path;
  },
  async run(bench, path) {
    await readAndClean(bench, path);
  },
  reach: [{ peakBytes: 3e9 }],
};
export default tenFold;
