import type { Interactions } from "../../src/recommendation/matrix/build_interactions.ts";

/** Which customer bought which product: all that the similarity of products needs. */
export type Purchases = Pick<Interactions, "offsets" | "productIndices">;

/** Writes who bought what as plain 32-bit numbers, in two files. */
export async function writeInteractions(
  path: string,
  { offsets, productIndices }: Purchases,
): Promise<void> {
  await Deno.writeFile(`${path}_offsets.i32`, new Uint8Array(offsets.slice().buffer));
  await Deno.writeFile(`${path}_products.i32`, new Uint8Array(productIndices.slice().buffer));
}

/** Reads what {@linkcode writeInteractions} wrote, as a matrix of ones. */
export async function readInteractions(path: string): Promise<Interactions> {
  const offsets = new Int32Array((await Deno.readFile(`${path}_offsets.i32`)).buffer);
  const productIndices = new Int32Array((await Deno.readFile(`${path}_products.i32`)).buffer);
  const products = productIndices.reduce((most, product) => Math.max(most, product), -1) + 1;
  return {
    customers: Array.from({ length: offsets.length - 1 }, (_, i) => String(i)),
    products: Array.from({ length: products }, (_, i) => String(i)),
    offsets,
    productIndices,
    values: new Float64Array(productIndices.length).fill(1),
  };
}
