import { assertEquals } from "@std/assert";
import { InputError } from "../../src/frames/errors.ts";
import { openShop } from "../../src/pipeline/open_shop.ts";
import { randomExport } from "./random_export.ts";

/**
 * Reads random exports and holds them against what is true of them.
 *
 * @param first The first seed.
 * @param count How many.
 * @returns How many are asked about; the others are right.
 */
export function tryExports(first: number, count: number): number {
  const path = Deno.makeTempFileSync({ suffix: ".csv" });
  let asked = 0;
  try {
    for (let seed = first; seed < first + count; seed++) {
      const { text, layout, net, customers, orders } = randomExport(seed);
      const answer = answerTo(text, path);
      if (typeof answer === "string") asked++;
      else assertEquals(answer, { net, customers, orders }, `seed ${seed}: ${layout}`);
    }
  } finally {
    Deno.removeSync(path);
  }
  return asked;
}

/** What a file is read as, or what is asked about it. */
function answerTo(text: string, path: string) {
  Deno.writeTextFileSync(path, text);
  try {
    const { audit } = openShop([path]);
    const cents = (amount: number) => Math.round(100 * amount);
    return {
      net: { shop: cents(audit.net.shop), customers: cents(audit.net.customers) },
      customers: audit.customers,
      orders: audit.invoices,
    };
  } catch (fault) {
    if (fault instanceof InputError) return fault.message;
    throw fault;
  }
}

if (import.meta.main) console.log(tryExports(Number(Deno.args[0]), Number(Deno.args[1])));
