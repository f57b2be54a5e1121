import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { runTask } from "./command_line.ts";
import { onlineRetailPath } from "./online_retail.ts";

const recommend = (...words: string[]) => runTask("recommend", words);

/** One sentence on standard error, exit code 1, no stack trace, nothing on standard output. */
async function refuses(words: readonly string[], sentence: RegExp) {
  const { code, stdout, stderr } = await recommend(...words);
  assertEquals([code, stdout, stderr.trim().split("\n").length], [1, "", 1], stderr);
  assertMatch(stderr, sentence);
}

Deno.test("recommend: the demo transactions without --input, and bad questions in a sentence", async () => {
  const { code, stdout, stderr } = await recommend("--country", "germany", "--count", "3");
  assertEquals([code, stderr], [0, ""]);
  assertMatch(stdout, /^Newcomer in Germany \(purchases before .* in the demo transactions\)\.\n/);
  assertEquals(stdout.trim().split("\n").length, 6);
  await refuses([], /Nothing to answer: give --customer, --product/);
  await refuses(["--customer", "1", "--product", "2"], /cannot be used with option '--product/);
  await refuses(["--basket", "1", "--customer", "2"], /'--customer <id>' cannot be used with/);
  await refuses(["--customer", "1", "--count", "0"], /whole number from 1 to 100/);
  await refuses(["--customer", "1", "--input", "/nowhere.csv"], /There is no file \/nowhere\.csv/);
  await refuses(
    ["--customer", "nobody at all"],
    /^error: There is no customer "nobody at all"\.\n$/,
  );
});

Deno.test("recommend: --help lists the options without asking the environment for colours", async () => {
  const { code, stdout, stderr } = await runTask("recommend", ["--help"], { NO_COLOR: "" });
  assertEquals([code, stderr], [0, ""]);
  for (const option of ["customer", "product", "basket", "country", "new-product", "as-of"]) {
    assertStringIncludes(stdout, `--${option} <`);
  }
});

Deno.test("recommend: a file without products says so in a sentence", async () => {
  const path = Deno.makeTempFileSync({ suffix: ".csv" });
  Deno.writeTextFileSync(path, "Customer ID,Date,Sales\n7,2024-05-01,2\n");
  await refuses(["--input", path, "--customer", "7"], /^error: Not enough data: .* no products/);
});

Deno.test({
  name: "recommend: UCI Online Retail, a customer, a product, a basket, a slip",
  ignore: onlineRetailPath === undefined,
  async fn() {
    const input = ["--input", onlineRetailPath!];
    const customer = await recommend(...input, "--customer", "17850");
    assertEquals([customer.code, customer.stderr], [0, ""]);
    assertMatch(
      customer.stdout,
      /^Customer 17850 bought 21 products \(purchases before 10 Dec 2011 in online_retail\.csv\)\.\n/,
    );
    assertStringIncludes(customer.stdout, "bought 17 times\n");
    assertEquals(customer.stdout.match(/^ +\d /gm)?.length, 10);

    const name = "white hanging heart t-light holder";
    const product = await recommend(...input, "--product", name);
    assertMatch(product.stdout, /1 +21733 +RED HANGING HEART T-LIGHT HOLDER +0\.5435 +312\n/);
    assertMatch(product.stdout, /2 +22804 +CANDLEHOLDER PINK HANGING HEART +0\.4931 +229\n/);

    const basket = await recommend(...input, "--basket", "85123A,22423", "--country", "France");
    assert(!/^ +\d+ +(85123A|22423) /m.test(basket.stdout), basket.stdout);
    assertMatch(basket.stdout, /bought with REGENCY CAKESTAND 3 TIER \(\d+ customers in common\)/);

    await refuses(
      [...input, "--product", "WHITE HANGIN HEART"],
      /^error: There is no product "WHITE HANGIN HEART"\. Did you mean WHITE HANGING HEART T-LIGHT HOLDER \(85123A\), /,
    );
  },
});
