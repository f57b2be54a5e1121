/**
 * Creates a generator of uniform 32-bit integers: sfc32, Chris Doty-Humphrey's "small fast
 * counting" generator of PractRand, which passes its test batteries and has a 2³²-call minimum
 * period for any seed.
 *
 * @param stream Names an independent sequence of the same seed.
 * @returns A function returning an integer in 0 … 2³² − 1 per call.
 * @throws {RangeError} If the seed is not a safe integer.
 */
export function createRandomBits(seed: number, stream: string): () => number {
  if (!Number.isSafeInteger(seed)) {
    throw new RangeError(`Seeding random numbers: the seed must be a safe integer, got ${seed}.`);
  }
  const high = Math.floor(seed / 2 ** 32);
  let a = mix(seed | 0);
  let b = mix(a ^ (high | 0));
  let c = mix(b ^ fnv1a(stream));
  let counter = 1;

  function bits(): number {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum | 0;
    return sum >>> 0;
  }
  // As its author advises: discard what still resembles the seed.
  for (let i = 0; i < 15; i++) bits();
  return bits;
}

/** The finaliser of splitmix32: every input bit flips half of the output bits. */
function mix(x: number): number {
  x = (x + 0x9e3779b9) | 0;
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return x ^ (x >>> 15);
}

/** Fowler–Noll–Vo hash (FNV-1a) of a text's UTF-16 code units. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash;
}
