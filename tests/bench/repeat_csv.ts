import { Buffer } from "node:buffer";

/**
 * Writes a CSV file several times over, one header above all. A digit behind the first value of each
 * line, the invoice's id, tells the copies apart.
 *
 * @param source A file that ends with a line break, with none inside values and no quotes around ids,
 * in an encoding that keeps ASCII bytes.
 * @param target The file to write.
 * @param times How many copies.
 */
export async function repeatCsv(source: string, target: string, times: number): Promise<void> {
  // Latin-1 gives every byte back as it was.
  const text = Buffer.from(await Deno.readFile(source)).toString("latin1");
  const first = text.indexOf("\n") + 1;
  const [header, lines] = [text.slice(0, first), text.slice(first)];
  await Deno.writeFile(target, Buffer.from(header, "latin1"));
  for (let copy = 0; copy < times; copy++) {
    const copied = lines.replace(/^[^,\n]+/gm, `$&${copy}`);
    await Deno.writeFile(target, Buffer.from(copied, "latin1"), { append: true });
  }
}
