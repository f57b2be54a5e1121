export { type Matrix, matrixFromRows } from "./numeric/matrix.ts";
