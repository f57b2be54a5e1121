import { assertEquals } from "@std/assert";
import { repeatCsv } from "./repeat_csv.ts";

Deno.test("repeatCsv: one header, invoices told apart, every other byte as it was", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    await Deno.writeFile(`${folder}/once`, latin1("Invoice,Text\r\n1,\xa3 5\r\nC2,\r\n"));
    await repeatCsv(`${folder}/once`, `${folder}/twice`, 2);
    assertEquals(
      await Deno.readFile(`${folder}/twice`),
      latin1("Invoice,Text\r\n10,\xa3 5\r\nC20,\r\n11,\xa3 5\r\nC21,\r\n"),
    );
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
