export { noResultInWords as readNoResult } from "../frames/attempt.ts";
