/**
 * Keeps the rows in which the named fields are finite numbers: the ones a chart can place.
 *
 * A model that could not be fitted leaves `null` or `NaN`; it is left out rather than drawn at a
 * wrong place.
 */
export function finiteRows<Row>(rows: readonly Row[], ...fields: (keyof Row)[]): Row[] {
  return rows.filter((row) => fields.every((field) => Number.isFinite(row[field])));
}
