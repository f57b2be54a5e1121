import { assert, assertEquals, assertMatch, assertStringIncludes, assertThrows } from "@std/assert";
import { InputError, NotEnoughDataError } from "../../src/frames/errors.ts";
import { recommendInWords, type RecommendOptions } from "../../src/cli/recommend_in_words.ts";

const HEADER = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";

/** Ada and Bob have cup and tea in common; Cyd in Peru bought postage and a vase of two names. */
const LINES = [
  "1,C1,RED CUP,1,2024-05-01,4,Ada,Eire",
  "1,T1,GREEN TEA,1,2024-05-01,2,Ada,Eire",
  "2,C1,RED CUP,1,2024-05-02,4,Bob,Eire",
  "2,T1,GREEN TEA,1,2024-05-02,2,Bob,Eire",
  "3,T1,GREEN TEA,1,2024-05-03,2,Bob,Eire",
  '4,V1,"VASE, BLUE",1,2024-05-04,9,Cyd,Peru',
  "4,POST,POSTAGE,1,2024-05-04,5,Cyd,Peru",
];

function shop(lines: readonly string[] = LINES): string {
  const path = `${Deno.makeTempDirSync()}/shop.csv`;
  Deno.writeTextFileSync(path, [HEADER, ...lines].join("\n"));
  return path;
}

const told = (options: RecommendOptions, lines?: readonly string[]) =>
  recommendInWords([shop(lines)], options).split("\n");

Deno.test("recommendInWords: a customer, rebuys and discoveries in blocks of their own", () => {
  assertEquals(told({ customer: "bob", count: 4 }), [
    "Customer Bob bought 2 products (purchases before 5 May 2024 in shop.csv).",
    "",
    "To buy again, by the number of purchases:",
    "  rank  product  name       score  why",
    "     1  T1       GREEN TEA      2  bought twice, about every day",
    "     2  C1       RED CUP        1  bought once",
    "",
    "To discover, by similarity with what was bought:",
    "  rank  product  name        score  why",
    "     1  V1       VASE, BLUE  0.000  popular: bought by 1 customer",
  ]);
});

Deno.test("recommendInWords: a customer who bought everything discovers nothing", () => {
  const all = told({ customer: "Bob" }, LINES.slice(0, 5));
  assertEquals(all.slice(2), [
    "To buy again, by the number of purchases:",
    "  rank  product  name       score  why",
    "     1  T1       GREEN TEA      2  bought twice, about every day",
    "     2  C1       RED CUP        1  bought once",
  ]);
  assertEquals(
    told({ basket: ["RED CUP", "T1"] }, LINES.slice(0, 5)).at(-1),
    "There is no other product to offer.",
  );
});

Deno.test("recommendInWords: a product by id or name has neighbours", () => {
  const expected = [
    "RED CUP (C1) was bought by 2 customers (purchases before 5 May 2024 in shop.csv).",
    "",
    "Bought by the same customers:",
    "  rank  product  name       similarity  customers in common",
    "     1  T1       GREEN TEA      1.0000                    2",
  ];
  assertEquals(told({ product: "C1" }), expected);
  assertEquals(told({ product: " red  cup" }), expected);
});

Deno.test("recommendInWords: a product that shares no customers has neighbours by its words", () => {
  const lines = [...LINES, '5,V2,"VASE, GREEN",1,2024-05-05,9,Dan,Peru'];
  assertEquals(told({ product: "vase, blue" }, lines).slice(0, 5).map((line) => line.trim()), [
    "VASE, BLUE (V1) was bought by 1 customer (purchases before 6 May 2024 in shop.csv).",
    "",
    "No other product was bought by 2 of the same customers. Products with a similar name:",
    "rank  product  name         similarity  words in common",
    told({ product: "V1" }, lines)[4].trim(),
  ]);
  assertMatch(told({ product: "V1" }, lines)[4], / V2 +VASE, GREEN +0\.\d{4} +vase$/);
  // One product: no other name at all.
  assertEquals(told({ product: "T1" }, LINES.slice(4, 5)).at(-1), "There is no other product.");
});

Deno.test("recommendInWords: a newcomer, with a basket, with a country, with a comma in a name", () => {
  assertEquals(
    told({ basket: ["C1,vase, blue"], count: 2 }).slice(2),
    told({ basket: ["C1", "V1"], count: 2 }).slice(2),
  );
  const [title, , , first] = told({ basket: ["VASE, BLUE"], country: "eire" });
  assertEquals(
    title,
    "Newcomer in Eire with VASE, BLUE (V1) (purchases before 5 May 2024 in shop.csv).",
  );
  assertMatch(first, /1 +C1 +RED CUP +0\.\d{3} +popular in Eire: bought by 2 of 2 customers/);
  assertEquals(
    told({ country: "Peru" })[0],
    "Newcomer in Peru (purchases before 5 May 2024 in shop.csv).",
  );
  for (const basket of [[], [""], [" , "]]) {
    assertEquals(told({ basket }), told({ basket: [] }));
  }
});

Deno.test("recommendInWords: a new product, its neighbours by words and whom to offer it", () => {
  const lines = told({ newProduct: "BLACK TEA" });
  assertEquals(lines[0], 'New product "BLACK TEA" (purchases before 5 May 2024 in shop.csv).');
  assertMatch(lines[4], /1 +T1 +GREEN TEA +0\.\d{4} +tea/);
  assertMatch(lines[8], /1 +Ada +0\.\d{3} +bought GREEN TEA \(in common: tea\)/);
  assertThrows(() => told({ newProduct: "umbrella" }), InputError, 'shares a word with "umbrella"');
});

Deno.test("recommendInWords: as of an earlier date", () => {
  assertStringIncludes(told({ country: "Eire", asOf: "2024-05-02" })[0], "before 2 May 2024");
  assertThrows(() => told({ customer: "Bob", asOf: "2024-05-02" }), InputError, "no customer");
});

Deno.test("recommendInWords: what is unknown is refused in a sentence with near matches", () => {
  const refuses = (options: RecommendOptions, sentence: string) => {
    assertEquals(assertThrows(() => told(options), InputError).message, sentence);
  };
  refuses({ customer: "Boba" }, 'There is no customer "Boba". Did you mean Bob?');
  refuses({ product: "RED CPU" }, 'There is no product "RED CPU". Did you mean RED CUP (C1)?');
  refuses(
    { basket: ["C1,GREN TEA"] },
    'There is no product "GREN TEA". Did you mean GREEN TEA (T1)?',
  );
  refuses({ country: "Peur" }, 'There is no country "Peur". Did you mean Peru?');
  refuses({ product: "POST" }, "POSTAGE (POST) is a service, not a product: name a product.");
  assertThrows(() => told({}), InputError, "Nothing to answer: give --customer");
});

Deno.test("recommendInWords: without descriptions ids are names; without products a reason", () => {
  const bare = ["1,C1,,1,2024-05-01,4,Ada,", "2,T1,,1,2024-05-02,4,Ada,"];
  assertMatch(told({ customer: "Ada" }, bare)[4], /1 +T1 +T1 +1 +bought once/);
  assertStringIncludes(told({ product: "T1" }, bare)[0], "T1 was bought by 1 customer (");
  assertThrows(() => told({ country: "Eire" }, bare), InputError, 'no country "Eire"');
  assertThrows(
    () => told({ customer: "Ada" }, ["1,,,1,2024-05-01,4,Ada,"]),
    NotEnoughDataError,
    "has no products",
  );
});

Deno.test("recommendInWords: texts from the file cannot command a terminal", () => {
  const lines = ["1,C1,\u001b[2JCUP,1,2024-05-01,4,Ada,Eire", "1,T1,TEA,1,2024-05-01,4,Ada,Eire"];
  for (const options of [{ customer: "Ada" }, { product: "C1" }, { basket: ["C1"] }]) {
    assert(!told(options, lines).join("\n").includes("\u001b"));
  }
});
