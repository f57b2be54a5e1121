import { assert, assertEquals } from "@std/assert";
import { InputError } from "../../src/frames/errors.ts";
import { openShop } from "../../src/pipeline/open_shop.ts";
import { slowTest } from "../slow.ts";
import { randomExport } from "./random_export.ts";

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

function tryOut(first: number, count: number): { right: number; asked: number } {
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
  return { right: count - asked, asked };
}

Deno.test("openShop: 100 shops in random layouts and seven languages are read right, or asked about", () => {
  const { right, asked } = tryOut(1, 100);
  assert(right > 3 * asked, `${asked} of 100 are asked about`);
});

slowTest("openShop: 5,000 shops in random layouts, none silently different", () => {
  const { right, asked } = tryOut(1001, 5000);
  assert(right > 3 * asked, `${asked} of 5,000 are asked about`);
});
