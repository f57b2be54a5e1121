// Run by random_damage_test.ts, in a process of its own: Polars gives back no memory within one.
import fc from "fast-check";
import { assert } from "@std/assert";
import { InputError } from "../../src/frames/errors.ts";
import { readTransactions } from "../../src/transactions/reading/read_transactions.ts";
import { joinLines } from "../../src/transactions/mapping/transaction_lines.ts";
import { assertAccountIsTrue } from "./true_account.ts";

/** Random tables with random damage; the seed makes a failure come again. */
const FILES = 2_000, SEED = Number(Deno.args[0]);
/** Files that are read one by one and cleaned together, which takes a fraction of the time. */
const BATCH = 50;

const HEADER = [
  "Invoice",
  "StockCode",
  "Description",
  "Quantity",
  "InvoiceDate",
  "Price",
  "Customer ID",
];
const date = fc.constantFrom("2024-05-13", "13/5/2024", "5/13/2024 8:26", "2999-01-01", "soon", "");
const field = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom("1", "2", "A", "C7", "2.55", "-1", "0", "17850", "00123"),
  },
  { weight: 2, arbitrary: date },
  {
    weight: 1,
    arbitrary: fc.constantFrom("1e400", "NaN", "1,5", "1.234", "=1+1", '"', "'", "£ 3", ""),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 6 }) },
);
const row = fc.tuple(
  fc.constantFrom("1", "2", "C3", ""),
  fc.constantFrom("A", "POST", ""),
  field,
  fc.oneof(fc.constantFrom("1", "2", "-2", "0"), field),
  fc.oneof({ weight: 4, arbitrary: fc.constant("2024-05-13") }, { weight: 1, arbitrary: date }),
  fc.oneof(fc.constantFrom("2.55", "0.10"), field),
  fc.constantFrom("7", "8", ""),
);
const damage = fc.oneof(
  { weight: 6, arbitrary: fc.constant((text: string) => text) },
  { weight: 1, arbitrary: fc.nat(400).map((at) => (text: string) => text.slice(0, at)) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.nat(400), fc.constantFrom(",", '"', "\n", "\r", "\0", ";", "\ufeff"))
      .map(
        ([at, character]) => (text: string) => text.slice(0, at) + character + text.slice(at),
      ),
  },
  { weight: 1, arbitrary: fc.constant((text: string) => text.replaceAll(",", ";")) },
  { weight: 1, arbitrary: fc.constant((text: string) => text.replaceAll("\n", "\r\n")) },
);

function quoted(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Makes, reads and cleans the files; throws on anything uncaught and on any account that is false. */
async function tryFiles(): Promise<void> {
  const path = Deno.makeTempFileSync();
  let files = 0, readable = 0;
  const readOrRefuse = ([rows, damaged]: [string[][], (text: string) => string]) => {
    const lines = [HEADER, ...rows].map((fields) => fields.map(quoted).join(","));
    Deno.writeTextFileSync(path, damaged(`${lines.join("\n")}\n`));
    files++;
    try {
      const frame = readTransactions([path]).lines;
      readable++;
      return [frame];
    } catch (error) {
      if (error instanceof InputError) return [];
      throw error;
    }
  };
  const anyFile = fc.tuple(fc.array(row, { minLength: 1, maxLength: 8 }), damage);
  await fc.assert(
    fc.asyncProperty(fc.array(anyFile, { minLength: BATCH, maxLength: BATCH }), async (batch) => {
      const frames = batch.flatMap((file) => readOrRefuse(file));
      if (frames.length > 0) assertAccountIsTrue(joinLines(frames));
      // Polars gives memory back only when the event loop turns.
      await new Promise((resolve) => setTimeout(resolve));
    }),
    { numRuns: FILES / BATCH, seed: SEED, endOnFailure: true }, // shrinking a batch takes minutes
  );
  assert(files >= FILES, `${files} files`);
  assert(readable > FILES / 2, `only ${readable} files could be read`);
}

await tryFiles();
