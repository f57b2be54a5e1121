import pl from "nodejs-polars";
import { assertEquals, assertThrows } from "@std/assert";
import {
  countryColumns,
  encodeCountries,
  fitCountryEncoder,
} from "../../../src/customers/features/country_encoder.ts";
import { featureMatrix } from "../../../src/customers/features/feature_matrix.ts";

const past = pl.DataFrame({
  country: ["UK", "Eire", "UK", "Peru", "Eire", "UK", "", null, "other"],
});

Deno.test("fitCountryEncoder: levels hold at least the share, in alphabetical order", () => {
  assertEquals(fitCountryEncoder(past, { minimumShare: 2 / 9 }).levels, ["Eire", "UK"]);
  assertEquals(fitCountryEncoder(past, { minimumShare: 0.3 }).levels, ["UK"]);
  assertEquals(fitCountryEncoder(past, { minimumShare: 1 }).levels, []);
});

Deno.test("fitCountryEncoder: a country named other makes no second column of that name", () => {
  assertEquals(countryColumns(fitCountryEncoder(past)), [
    "country_Eire",
    "country_Peru",
    "country_UK",
    "country_other",
  ]);
});

Deno.test("fitCountryEncoder: refuses a share of nothing", () => {
  for (const minimumShare of [0, -1, 1.1, NaN]) {
    assertThrows(() => fitCountryEncoder(past, { minimumShare }), RangeError, `${minimumShare}`);
  }
});

Deno.test("encodeCountries: rows add up to 1; unseen and missing countries are other", () => {
  const model = fitCountryEncoder(past, { minimumShare: 0.2 });
  const later = pl.DataFrame({ country: ["Eire", "Chile", "UK", null, ""] });
  const encoded = encodeCountries(JSON.parse(JSON.stringify(model)), later);
  const X = featureMatrix(encoded, countryColumns(model));
  assertEquals([...X.values], [1, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 1, 0, 0, 1]);
  assertEquals(later.columns, ["country"]);
});
