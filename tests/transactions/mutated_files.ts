// Run by mutated_files_test.ts, in a process of its own: Polars gives back no memory within one.
// By hand, for more: deno run -A tests/transactions/mutated_files.ts parquet 1 10000
import { zipSync } from "fflate";
import { createRandom, type Random } from "../../src/numeric/random/random.ts";
import { InputError } from "../../src/frames/errors.ts";
import { inspectFile } from "../../src/transactions/inspection/inspect_file.ts";
import { readTransactions } from "../../src/transactions/reading/read_transactions.ts";
import {
  joinLines,
  type TransactionLines,
} from "../../src/transactions/mapping/transaction_lines.ts";
import { textRows, workbookParts } from "./reading/workbook_bytes.ts";
import { assertAccountIsTrue } from "./true_account.ts";

const [kind, seed, files] = Deno.args;
/** Files that are read one by one and cleaned together, which takes a fraction of the time. */
const BATCH = 50;

const ROWS = [
  ["Invoice", "StockCode", "Description", "Quantity", "InvoiceDate", "Price", "Customer ID"],
  ["1", "A", 'LAMP, 5"', "2", "2024-05-13 08:26", "2.55", "17850"],
  ["1", "B", "ÉTÉ", "12", "2024-05-13 08:26", "0.10", "17850"],
  ["C2", "A", 'LAMP, 5"', "-1", "2024-05-14 10:00", "2.55", "17850"],
  ["3", "POST", "", "1", "2024-06-01 18:59", "18.00", "12583"],
  ["4", "A", "LAMP", "1", "2024-07-02 09:30", "2.55", ""],
];

const text = new TextEncoder().encode(
  ROWS.map((row) => row.map((field) => `"${field.replaceAll('"', '""')}"`).join(",")).join("\r\n"),
);
const parquet = ["types", "int96", "names", "unknown_types"].map((name) =>
  Deno.readFileSync(`tests/fixtures/parquet_${name}.parquet`)
);
const sheet = workbookParts(textRows(...ROWS));

/** What a file is made of, anew for every file. */
const MAKERS: Readonly<Record<string, (random: Random) => Uint8Array<ArrayBuffer>>> = {
  text: (random) => mutated(text, random),
  parquet: (random) => mutated(parquet[random.integer(parquet.length)], random),
  // Checksums find out what changes in an archive: mostly it is the sheet within that changes.
  excel: (random) => random.integer(4) === 0 ? mutated(archived(), random) : archived(random),
};

function archived(random?: Random): Uint8Array<ArrayBuffer> {
  const parts = Object.entries(sheet).map(([name, xml]) => [name, new TextEncoder().encode(xml)]);
  const place = random?.integer(parts.length);
  return zipSync(Object.fromEntries(
    parts.map(([name, xml], i) => [name, i === place ? mutated(xml as Uint8Array, random!) : xml]),
  ));
}

/** Up to four changes: a byte, a byte more, a part left out, a part twice, or the end cut off. */
function mutated(original: Uint8Array, random: Random): Uint8Array<ArrayBuffer> {
  let bytes = Uint8Array.from(original);
  for (let changes = 1 + random.integer(4); changes > 0; changes--) {
    const at = random.integer(bytes.length + 1), end = at + random.integer(16);
    const put = (before: number, more: ArrayLike<number>, after: number) => {
      const rest = bytes.subarray(after);
      const changed = new Uint8Array(before + more.length + rest.length);
      changed.set(bytes.subarray(0, before));
      changed.set(more, before);
      changed.set(rest, before + more.length);
      bytes = changed;
    };
    const change = random.integer(12);
    if (change === 0) put(at, bytes.slice(at, end), at);
    else if (change === 1) put(at, [], Math.min(end, bytes.length));
    else if (change === 2) put(at, [random.integer(256)], at);
    else if (change === 3 && random.integer(4) === 0) bytes = bytes.slice(0, at);
    else bytes[at] = change < 8 ? random.integer(256) : bytes[at] ^ (1 << random.integer(8));
  }
  return bytes;
}

/** Undefined where the file is refused in a sentence; all else is thrown. */
function readIfPossible(path: string): TransactionLines | undefined {
  for (const work of [inspectFile, (path: string) => readTransactions([path])]) {
    try {
      const result = work(path);
      if (typeof result !== "string") return result.lines;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
    }
  }
}

const random = createRandom(Number(seed), kind), path = Deno.makeTempFileSync();
let readable = 0, batch: TransactionLines[] = [];
for (let file = 1; file <= Number(files); file++) {
  Deno.writeFileSync(path, MAKERS[kind](random));
  try {
    const lines = readIfPossible(path);
    if (lines) batch.push(lines);
    readable += lines ? 1 : 0;
    if (file % BATCH === 0 && batch.length > 0) assertAccountIsTrue(joinLines(batch));
  } catch (error) {
    console.error(`${kind} file ${file} of seed ${seed} is at ${path}`);
    throw error;
  }
  if (file % BATCH !== 0) continue;
  batch = [];
  // Polars gives memory back only when the event loop turns.
  await new Promise((resolve) => setTimeout(resolve));
}
console.log(readable);
