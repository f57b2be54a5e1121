import { assertEquals, assertThrows } from "@std/assert";
import { findProduct } from "../../../src/recommendation/search/find_product.ts";
import { InputError } from "../../../src/frames/errors.ts";
import { productNames } from "../../../src/transactions/product_names.ts";
import { onlineRetail, onlineRetailPath } from "../../online_retail.ts";

const NAMES = new Map([
  ["1A", "WHITE HANGING HEART"],
  ["2B", "RED HEART"],
  ["2b", "RED HEART"],
  ["3C", "3C"],
]);

function refuses(names: ReadonlyMap<string, string>, typed: string, sentence: string) {
  assertEquals(assertThrows(() => findProduct(names, typed), InputError).message, sentence);
}

Deno.test("findProduct: by id and by name, case and spaces aside", () => {
  for (const typed of ["1A", "1a ", "white hanging  HEART"]) {
    assertEquals(findProduct(NAMES, typed), "1A");
  }
  assertEquals(findProduct(NAMES, "2b"), "2b");
  assertEquals(findProduct(NAMES, "3c"), "3C");
});

Deno.test("findProduct: says which products share a name, and what could be meant", () => {
  refuses(
    NAMES,
    "red heart",
    '"red heart" could be RED HEART (2B) or RED HEART (2b): write the product\'s id.',
  );
  refuses(
    NAMES,
    "HANGIN HEART",
    'There is no product "HANGIN HEART". Did you mean WHITE HANGING HEART (1A)?',
  );
  const words = 'There is no product "HEART, WHITE". Did you mean WHITE HANGING HEART (1A), ' +
    "RED HEART (2B), RED HEART (2b)?";
  refuses(NAMES, "HEART, WHITE", words);
  refuses(NAMES, "umbrella", 'There is no product "umbrella".');
  refuses(NAMES, "", 'There is no product "".');
  refuses(new Map(), "tea", 'There is no product "tea".');
});

Deno.test({
  name: "findProduct: UCI Online Retail, a slip in WHITE HANGING HEART T-LIGHT HOLDER",
  ignore: onlineRetailPath === undefined,
  fn() {
    const names = productNames(onlineRetail().transactions);
    assertEquals(findProduct(names, "white hanging heart t-light holder"), "85123A");
    assertThrows(
      () => findProduct(names, "WHITE HANGIN HEART"),
      InputError,
      'There is no product "WHITE HANGIN HEART". Did you mean WHITE HANGING HEART T-LIGHT HOLDER (85123A), ',
    );
  },
});
