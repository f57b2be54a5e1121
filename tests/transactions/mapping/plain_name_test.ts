import { assertEquals } from "@std/assert";
import { plainName } from "../../../src/transactions/mapping/plain_name.ts";

Deno.test("plainName: without case, accents, spaces and punctuation, but with every letter", () => {
  assertEquals(
    ["Prix à l'unité", "Größe", "N° client", "PREÇO_unitário", "顧客 ID"].map(plainName),
    [
      "prixalunite",
      "grosse",
      "nclient",
      "precounitario",
      "顧客id",
    ],
  );
});
