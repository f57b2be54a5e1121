/**
 * The path of a real data file, or `undefined` (said loudly) where this checkout has none.
 *
 * Real data is not part of the project: it is looked for in `SHOPPER_DATA`, then in
 * `../shared/data` beside the project's root. `SHOPPER_DATA=none` leaves it out, without a word.
 */
export function realDataPath(name: string): string | undefined {
  const folder = Deno.env.get("SHOPPER_DATA") ??
    new URL("../../shared/data", import.meta.url).pathname;
  if (folder === "none") return undefined;
  const path = `${folder}/${name}`;
  try {
    Deno.statSync(path);
    return path;
  } catch {
    console.warn(`WARNING: real data ${name} not found in ${folder}: its tests are ignored.`);
    return undefined;
  }
}

/** The UCI "Online Retail" file, 541,909 transaction lines. */
export const ONLINE_RETAIL = "online-retail/online_retail.csv";
/** The CDNOW purchase histories, 1/10 sample of 2,357 customers. */
export const CDNOW_SAMPLE = "cdnow/CDNOW_sample.txt";
/** All CDNOW purchase histories: 69,659 purchases of 23,570 customers. */
export const CDNOW_MASTER = "cdnow/CDNOW_master.txt";
