/** A form in which the UCI "Online Retail" file is published. */
export interface OnlineRetailRendition {
  /** What it is, in a few words. */
  readonly name: string;
  /** SHA-256 of its bytes, in hexadecimal. */
  readonly sha256: string;
  /** Its size in bytes. */
  readonly bytes: number;
  /** Where it can be had without an account; the first one is downloaded. */
  readonly url?: string;
}

/**
 * The renditions of UCI "Online Retail" (D. Chen, 2015, DOI 10.24432/C5BW33, CC BY 4.0) that are
 * known by their bytes.
 *
 * The first hash is what a public project recorded of its download, not of one of ours. What makes
 * it believable is the second file, which we have: in UTF-8 with LF line ends it has that very hash,
 * as `download_online_retail_test.ts` shows where it finds the file.
 */
export const ONLINE_RETAIL_RENDITIONS: readonly OnlineRetailRendition[] = [
  {
    name: "UCI's own CSV",
    url: "https://archive.ics.uci.edu/static/public/352/data.csv",
    sha256: "a2f79bbdd4463df6db8a3f5a50b9c980ae8f645a370bf5e2c0d6097f9e817b05",
    bytes: 45_038_760,
  },
  {
    name: "the CSV in ISO-8859-1 with CRLF line ends, of which most copies are",
    sha256: "d07aec9960083af2339975a3f9d3b26313b342dcd9f86cce0b919b1cde639a44",
    bytes: 45_580_638,
  },
];

/** Transaction lines in every rendition. */
export const ONLINE_RETAIL_LINES = 541_909;
