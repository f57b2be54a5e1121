import { assertEquals } from "@std/assert";
import { cleanTransactions } from "../../../src/transactions/cleaning/clean_transactions.ts";
import { textColumn } from "../../../src/frames/columns.ts";
import { inputNames, pathWithin } from "../../../src/transactions/reading/input_names.ts";
import { readTransactions } from "../../../src/transactions/reading/read_transactions.ts";

Deno.test("inputNames: the file name, and of two alike as many folders as tell them apart", () => {
  const names = (...paths: string[]) => inputNames(paths, "/home/ada/shop");
  assertEquals(names("/x/may.csv"), ["may.csv"]);
  assertEquals(names("data/may.csv", "/x/june.csv"), ["may.csv", "june.csv"]);
  assertEquals(names("/x/a/s.csv", "/x/b/s.csv", "/y/t.csv"), ["a/s.csv", "b/s.csv", "t.csv"]);
  assertEquals(names("/x/a/d/s.csv", "/x/b/d/s.csv"), ["a/d/s.csv", "b/d/s.csv"]);
  // The folder in which the program runs has another name elsewhere.
  assertEquals(names("s.csv", "old/s.csv"), ["s.csv", "old/s.csv"]);
  assertEquals(names("jan/s.csv", "/home/bob/jan/s.csv"), ["jan/s.csv", "bob/jan/s.csv"]);
  assertEquals(names("./s.csv", "/home/ada/shop/s.csv"), ["s.csv", "s.csv"]); // the same file
});

Deno.test("pathWithin: files in the folder and below it only", () => {
  const within = (path: string) => pathWithin(path, "/home/ada/shop");
  assertEquals(["a.csv", "./d/a.csv", "/home/ada/shop/d/../a.csv"].map(within), [
    "a.csv",
    "d/a.csv",
    "a.csv",
  ]);
  assertEquals(["../a.csv", "/home/ada/shop2/a.csv", "/a.csv"].map(within), [
    undefined,
    undefined,
    undefined,
  ]);
  assertEquals(within("..a.csv"), "..a.csv");
});

Deno.test("readTransactions: rejected lines name the file the same way on two machines", () => {
  const rejectedOf = (machine: string) => {
    const paths = ["may", "june"].map((month) => {
      Deno.mkdirSync(`${machine}/${month}`);
      const path = `${machine}/${month}/shop.csv`;
      Deno.writeTextFileSync(
        path,
        `date,amount,customer\n2024-05-01,5,7\nsoon,5,8\n${month},5,9\n`,
      );
      return path;
    });
    return cleanTransactions(readTransactions(paths).lines, { skipUnreadable: true }).rejected;
  };
  const [here, there] = [rejectedOf(Deno.makeTempDirSync()), rejectedOf(Deno.makeTempDirSync())];
  assertEquals(here.writeCSV().toString(), there.writeCSV().toString());
  assertEquals(textColumn(here, "input"), [
    "june/shop.csv",
    "june/shop.csv",
    "may/shop.csv",
    "may/shop.csv",
  ]);
  assertEquals(textColumn(here, "invoice_date"), ["soon", "june", "soon", "may"]);
});
