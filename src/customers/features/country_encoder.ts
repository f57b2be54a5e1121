import pl, { type DataFrame } from "nodejs-polars";
import { textColumn } from "../../frames/columns.ts";

/** Options of {@linkcode fitCountryEncoder}. */
export interface CountryEncoderOptions {
  /** The smallest share of customers that makes a country a level of its own. */
  readonly minimumShare?: number;
}

/** The countries that get a column of their own. */
export interface CountryEncoder {
  readonly kind: "country_encoder";
  /** In alphabetical order. */
  readonly levels: readonly string[];
}

/** The column of all other countries, and of customers without one. */
const OTHER = "country_other";

/**
 * Learns which countries are frequent enough for a column of their own.
 *
 * A country of a handful of customers would say more about the handful than about the country.
 *
 * @param customers Customers at the earlier snapshot, with `country`.
 * @param options See {@linkcode CountryEncoderOptions}; the share is .01 if not given.
 * @returns A JSON-able model, to be applied with {@linkcode encodeCountries}.
 * @throws {RangeError} If the share is not above 0 and at most 1.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { fitCountryEncoder } from "./country_encoder.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const customers = pl.DataFrame({ country: ["UK", "UK", "UK", "Eire"] });
 * assertEquals(fitCountryEncoder(customers, { minimumShare: 0.5 }).levels, ["UK"]);
 * ```
 */
export function fitCountryEncoder(
  customers: DataFrame,
  { minimumShare = 0.01 }: CountryEncoderOptions = {},
): CountryEncoder {
  if (!(minimumShare > 0 && minimumShare <= 1)) {
    throw new RangeError(
      `Encoding countries: the smallest share must be above 0 and at most 1, got ${minimumShare}.`,
    );
  }
  const counts = new Map<string, number>();
  for (const country of textColumn(customers, "country")) {
    counts.set(country, (counts.get(country) ?? 0) + 1);
  }
  const levels = [...counts]
    .filter(([country, count]) => country !== "" && count >= minimumShare * customers.height)
    .map(([country]) => country)
    .filter((country) => columnOf(country) !== OTHER)
    .sort();
  return { kind: "country_encoder", levels };
}

/**
 * Turns the country into columns of 0 and 1, one per level and one for the rest.
 *
 * @param model What {@linkcode fitCountryEncoder} returned.
 * @param customers Customers at any snapshot, with `country`.
 * @returns The table with the {@linkcode countryColumns} as Float64; a country that the model has
 * not seen is 1 in `country_other`, and so is a missing one.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { encodeCountries } from "./country_encoder.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const model = { kind: "country_encoder", levels: ["UK"] } as const;
 * const encoded = encodeCountries(model, pl.DataFrame({ country: ["UK", "Peru", null] }));
 * assertEquals(encoded.getColumn("country_UK").toArray(), [1, 0, 0]);
 * assertEquals(encoded.getColumn("country_other").toArray(), [0, 1, 1]);
 * ```
 */
export function encodeCountries(model: CountryEncoder, customers: DataFrame): DataFrame {
  const columns = countryColumns(model);
  const columnOfLevel = new Map(model.levels.map((level, j) => [level, j]));
  const values = columns.map(() => new Float64Array(customers.height));
  textColumn(customers, "country").forEach((country, i) => {
    values[columnOfLevel.get(country) ?? model.levels.length][i] = 1;
  });
  return customers.withColumns(...columns.map((name, j) => pl.Series(name, values[j], pl.Float64)));
}

/**
 * Names the columns that {@linkcode encodeCountries} adds.
 *
 * @param model What {@linkcode fitCountryEncoder} returned.
 * @returns `country_<level>` for each level, and `country_other`.
 *
 * @example
 * ```ts
 * import { countryColumns } from "./country_encoder.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const model = { kind: "country_encoder", levels: ["UK"] } as const;
 * assertEquals(countryColumns(model), ["country_UK", "country_other"]);
 * ```
 */
export function countryColumns(model: CountryEncoder): string[] {
  return [...model.levels.map(columnOf), OTHER];
}

function columnOf(level: string): string {
  return `country_${level}`;
}
