import { assertEquals } from "@std/assert";
import { noCustomers } from "../../src/pipeline/no_customers.ts";
import { runPipeline } from "../../src/pipeline/run_pipeline.ts";

Deno.test("noCustomers: no row, and the columns and types of a shop with customers", () => {
  const path = Deno.makeTempFileSync({ suffix: ".csv" });
  Deno.writeTextFileSync(
    path,
    "order_id,date,customer_id,sku,quantity,price\n" +
      "1,2024-05-01,K1,MUG,1,3.50\n2,2024-05-20,K2,TEA,2,4.50\n",
  );
  const { customers } = runPipeline([path]);
  const none = noCustomers(), some = customers;
  assertEquals([none.height, some.height], [0, 2]);
  assertEquals(none.columns, some.columns);
  assertEquals(none.dtypes.map((type) => `${type}`), some.dtypes.map((type) => `${type}`));
});
