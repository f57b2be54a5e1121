import type { BenchCase } from "../bench_case.ts";
import { readAndClean } from "../read_and_clean.ts";

const LINES = 540_000;

const readExcel: BenchCase = {
  title: "reading and cleaning an Excel file of 540,000 lines × 8 columns",
  async input({ transactions, folder, python }) {
    const path = `${folder}/transactions.xlsx`;
    await python("write_excel.py", transactions, path, String(LINES));
    return path;
  },
  async run(bench, path) {
    await readAndClean(bench, path);
  },
  reach: [{ ratio: 1 / 3, to: "Python" }],
};
export default readExcel;
