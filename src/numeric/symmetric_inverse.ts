import type { Matrix } from "./matrix.ts";

/** Rows and columns of the small blocks that are held in registers. */
const TILE = 4;
/** Columns swept at once: a panel of 64 rows of them (32 KiB) stays in the first-level cache. */
const BLOCK = 64;
/** Tiles per block. */
const BLOCK_TILES = BLOCK / TILE;

/**
 * Inverts a symmetric positive definite matrix, exactly but for rounding.
 *
 * The sweep operator is applied to a block of columns K at a time: with P = A_KK⁻¹ and the other rows
 * i and j, A_ij ← A_ij − A_iK·P·A_Kj, then A_iK ← A_iK·P and A_KK ← −P; once all blocks are swept, A
 * has become −A⁻¹. Only the lower triangle is computed: n³ / 2 multiplications in all, as many as by a
 * Cholesky factor, its inverse and their product, but with one kernel. Nearly all of them update
 * tiles of 4 × 4 numbers in registers from panels packed in the order in which they are read.
 *
 * Source: Goodnight (1979), "A tutorial on the SWEEP operator"; Goto and van de Geijn (2008),
 * "Anatomy of high-performance matrix multiplication", for the packing.
 *
 * @param A n × n, symmetric; only the lower triangle is read.
 * @returns A⁻¹, n × n and exactly symmetric, or undefined where A is not positive definite.
 * @throws {TypeError} If A is not square.
 */
export function symmetricInverse(A: Matrix): Matrix | undefined {
  const n = A.rows;
  if (A.columns !== n) {
    throw new TypeError(`Inverting a matrix: it must be square, got ${n} × ${A.columns}.`);
  }
  const size = Math.ceil(n / TILE) * TILE;
  const S = paddedWithIdentity(A, size);
  const smallest = smallestPivots(S, size, n);
  const panel = new Float64Array(size * BLOCK);
  const product = new Float64Array(size * BLOCK);
  for (let start = 0; start < size; start += BLOCK) {
    const width = Math.min(BLOCK, size - start);
    const negative = sweptBlock(S, size, start, width, smallest);
    if (negative === undefined) return undefined;
    packPanel(S, size, start, width, panel);
    multiplyPanel(panel, negative, size, width, product);
    updateTiles(S, size, width, panel, product);
    storePanel(S, size, start, width, product, negative);
  }
  return negatedAndMirrored(S, size, n);
}

/** Whole tiles spare the kernel all edge cases; the identity below A leaves its inverse alone. */
function paddedWithIdentity(A: Matrix, size: number): Float64Array {
  const n = A.rows;
  const S = new Float64Array(size * size);
  for (let i = 0; i < n; i++) S.set(A.values.subarray(i * n, i * n + i + 1), i * size);
  for (let i = n; i < size; i++) S[i * size + i] = 1;
  return S;
}

/** A pivot no larger than this against its own diagonal is rounding, not a positive number. */
function smallestPivots(S: Float64Array, size: number, n: number): Float64Array {
  return Float64Array.from(
    { length: size },
    (_, i) => Math.max(0, S[i * size + i]) * n * Number.EPSILON,
  );
}

/** −P, the negative inverse of a diagonal block, column by column; undefined for a bad pivot. */
function sweptBlock(
  S: Float64Array,
  size: number,
  start: number,
  width: number,
  smallest: Float64Array,
): Float64Array | undefined {
  const D = new Float64Array(width * width);
  for (let i = 0; i < width; i++) {
    for (let j = 0; j <= i; j++) {
      D[i * width + j] = D[j * width + i] = S[(start + i) * size + start + j];
    }
  }
  for (let k = 0; k < width; k++) {
    const pivot = D[k * width + k];
    if (!(pivot > smallest[start + k])) return undefined;
    for (let i = 0; i < width; i++) {
      if (i === k) continue;
      const factor = D[i * width + k] / pivot;
      for (let j = 0; j < width; j++) if (j !== k) D[i * width + j] -= factor * D[k * width + j];
    }
    for (let i = 0; i < width; i++) {
      if (i !== k) D[i * width + k] = D[k * width + i] = D[k * width + i] / pivot;
    }
    D[k * width + k] = -1 / pivot;
  }
  return D;
}

/**
 * Packs the columns of a block, A_iK for all rows i: four rows, then the next four; within them
 * column by column. Rows of the block itself are 0, so that the update leaves them alone.
 */
function packPanel(
  S: Float64Array,
  size: number,
  start: number,
  width: number,
  panel: Float64Array,
): void {
  for (let k = 0; k < width; k++) {
    const row = (start + k) * size;
    for (let i = 0; i < start; i++) panel[placeOf(i, k, width)] = S[row + i];
  }
  for (let i = start; i < size; i++) {
    const isInBlock = i < start + width;
    for (let k = 0; k < width; k++) {
      panel[placeOf(i, k, width)] = isInBlock ? 0 : S[i * size + start + k];
    }
  }
}

function placeOf(row: number, column: number, width: number): number {
  return (row >> 2) * TILE * width + column * TILE + (row & 3);
}

/** A_iK·(−P) for all rows i, packed alike. */
function multiplyPanel(
  panel: Float64Array,
  negative: Float64Array,
  size: number,
  width: number,
  product: Float64Array,
): void {
  const length = TILE * width;
  for (let first = 0; first < size * width; first += length) {
    for (let j = 0; j < width; j++) {
      let sum0 = 0, sum1 = 0, sum2 = 0, sum3 = 0;
      for (let k = 0, p = first, d = j * width; k < width; k++, p += TILE, d++) {
        const factor = negative[d];
        sum0 += panel[p] * factor;
        sum1 += panel[p + 1] * factor;
        sum2 += panel[p + 2] * factor;
        sum3 += panel[p + 3] * factor;
      }
      const place = first + j * TILE;
      product[place] = sum0;
      product[place + 1] = sum1;
      product[place + 2] = sum2;
      product[place + 3] = sum3;
    }
  }
}

/** A_ij ← A_ij + A_iK·(−P)·A_Kj in all tiles of the lower triangle. */
function updateTiles(
  S: Float64Array,
  size: number,
  width: number,
  panel: Float64Array,
  product: Float64Array,
): void {
  const tiles = size / TILE;
  for (let first = 0; first < tiles; first += BLOCK_TILES) {
    const last = Math.min(tiles, first + BLOCK_TILES);
    for (let column = 0; column < last; column++) {
      for (let row = Math.max(first, column); row < last; row++) {
        updateTile(S, size, width, panel, product, row, column);
      }
    }
  }
}

/** The kernel: 16 sums in registers, 8 numbers read for every 16 multiplications. */
function updateTile(
  S: Float64Array,
  size: number,
  width: number,
  panel: Float64Array,
  product: Float64Array,
  row: number,
  column: number,
): void {
  const r0 = row * TILE * size + column * TILE, r1 = r0 + size, r2 = r1 + size, r3 = r2 + size;
  let s00 = S[r0], s01 = S[r0 + 1], s02 = S[r0 + 2], s03 = S[r0 + 3];
  let s10 = S[r1], s11 = S[r1 + 1], s12 = S[r1 + 2], s13 = S[r1 + 3];
  let s20 = S[r2], s21 = S[r2 + 1], s22 = S[r2 + 2], s23 = S[r2 + 3];
  let s30 = S[r3], s31 = S[r3 + 1], s32 = S[r3 + 2], s33 = S[r3 + 3];
  let p = row * TILE * width, q = column * TILE * width;
  for (const end = p + TILE * width; p < end; p += TILE, q += TILE) {
    const a0 = panel[p], a1 = panel[p + 1], a2 = panel[p + 2], a3 = panel[p + 3];
    const b0 = product[q], b1 = product[q + 1], b2 = product[q + 2], b3 = product[q + 3];
    s00 += a0 * b0, s01 += a0 * b1, s02 += a0 * b2, s03 += a0 * b3;
    s10 += a1 * b0, s11 += a1 * b1, s12 += a1 * b2, s13 += a1 * b3;
    s20 += a2 * b0, s21 += a2 * b1, s22 += a2 * b2, s23 += a2 * b3;
    s30 += a3 * b0, s31 += a3 * b1, s32 += a3 * b2, s33 += a3 * b3;
  }
  S[r0] = s00, S[r0 + 1] = s01, S[r0 + 2] = s02, S[r0 + 3] = s03;
  S[r1] = s10, S[r1 + 1] = s11, S[r1 + 2] = s12, S[r1 + 3] = s13;
  S[r2] = s20, S[r2 + 1] = s21, S[r2 + 2] = s22, S[r2 + 3] = s23;
  S[r3] = s30, S[r3 + 1] = s31, S[r3 + 2] = s32, S[r3 + 3] = s33;
}

/** A_iK ← A_iK·P and A_KK ← −P. */
function storePanel(
  S: Float64Array,
  size: number,
  start: number,
  width: number,
  product: Float64Array,
  negative: Float64Array,
): void {
  for (let k = 0; k < width; k++) {
    const row = (start + k) * size;
    for (let i = 0; i < start; i++) S[row + i] = -product[placeOf(i, k, width)];
    for (let j = 0; j < width; j++) S[row + start + j] = negative[k * width + j];
  }
  for (let i = start + width; i < size; i++) {
    for (let k = 0; k < width; k++) S[i * size + start + k] = -product[placeOf(i, k, width)];
  }
}

function negatedAndMirrored(S: Float64Array, size: number, n: number): Matrix {
  const values = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) values[i * n + j] = values[j * n + i] = -S[i * size + j];
  }
  return { rows: n, columns: n, values };
}
