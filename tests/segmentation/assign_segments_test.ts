import pl from "nodejs-polars";
import { assertEquals, assertThrows } from "@std/assert";
import { assignSegments } from "../../src/segmentation/assign_segments.ts";
import { readSegmentationModel } from "../../src/segmentation/read_segmentation_model.ts";
import { InputError } from "../../src/frames/errors.ts";
import { toyCustomers, toyModel } from "./toy_model.ts";

const customers = toyCustomers();
const names = ["Alpha", "Beta", "Gamma"];

Deno.test("assignSegments: finds the kinds that the customers were made of, also new ones", () => {
  const model = toyModel(customers, names);
  const fresh = assignSegments(model, toyCustomers(90, 2)).getColumn("segment").toArray();
  const kinds = [0, 1, 2].map((kind) => new Set(fresh.filter((_, i) => i % 3 === kind)));
  assertEquals(kinds.map(({ size }) => size), [1, 1, 1]);
  assertEquals(new Set(fresh).size, 3);
});

Deno.test("assignSegments: a model written and read gives identical labels, for every treatment", () => {
  for (const kind of ["log1p", "winsorise", "none"] as const) {
    const model = toyModel(customers, names, kind);
    const read = readSegmentationModel(JSON.stringify(model));
    assertEquals(read, model);
    assertEquals(assignSegments(read, customers).rows(), assignSegments(model, customers).rows());
  }
});

Deno.test("assignSegments: a customer's segment depends neither on the others nor on their order", () => {
  const model = toyModel(customers, names);
  const all = new Map(assignSegments(model, customers).rows().map((row) => [row[0], row]));
  const some = customers.tail(7).sort("customer_id", true);
  for (const row of assignSegments(model, some).rows()) assertEquals(row, all.get(row[0]));
});

Deno.test("assignSegments: columns beyond the model's do not matter, nor does their order", () => {
  const model = toyModel(customers, names);
  const more = customers.withColumns(pl.lit("FR").alias("country"), pl.lit(null).alias("other"))
    .select("other", "monetary_value", "country", "customer_id", "recency_days", "frequency");
  assertEquals(assignSegments(model, more).rows(), assignSegments(model, customers).rows());
});

Deno.test("assignSegments: nobody gives nobody", () => {
  const { columns, height } = assignSegments(toyModel(customers, names), customers.head(0));
  assertEquals([columns, height], [["customer_id", "cluster", "segment"], 0]);
});

Deno.test("assignSegments: missing features, unknown features and missing values are one sentence", () => {
  const model = toyModel(customers, names);
  const without = customers.select("customer_id", "recency_days");
  assertThrows(
    () => assignSegments(model, without),
    InputError,
    "The customers lack frequency, monetary_value,",
  );
  const unknown = { ...model, features: ["recency_days", "frequency", "moon_phase"] };
  assertThrows(() => assignSegments(unknown, customers), InputError, "lack moon_phase,");
  assertThrows(
    () => assignSegments(model, customers.drop("customer_id")),
    InputError,
    "customer_id",
  );
  const hole = customers.withColumns(pl.lit(null).cast(pl.Float64).alias("frequency"));
  assertThrows(() => assignSegments(model, hole), RangeError, "frequency of row 0 is NaN");
});
