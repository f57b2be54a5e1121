/**
 * Adds whole numbers exactly, however many there are.
 *
 * @param units Integers below 2^53 in size.
 */
export function exactSum(units: Float64Array, rows?: Int32Array): bigint {
  const count = rows ? rows.length : units.length;
  let sum = 0n, part = 0;
  for (let i = 0; i < count; i++) {
    const unit = units[rows ? rows[i] : i];
    const next = part + unit;
    if (Math.abs(next) <= Number.MAX_SAFE_INTEGER) part = next;
    else {
      sum += BigInt(part);
      part = unit;
    }
  }
  return sum + BigInt(part);
}

/**
 * As {@linkcode exactSum}, for several groups in one walk.
 *
 * @param units Integers below 2^53 in size.
 * @param groupOf The group of each of them, from 0.
 */
export function exactSums(units: Float64Array, groupOf: Int32Array, groups: number): bigint[] {
  const sums = Array.from({ length: groups }, () => 0n);
  const parts = new Float64Array(groups);
  for (let row = 0; row < units.length; row++) {
    const group = groupOf[row];
    const next = parts[group] + units[row];
    if (Math.abs(next) <= Number.MAX_SAFE_INTEGER) parts[group] = next;
    else {
      sums[group] += BigInt(parts[group]);
      parts[group] = units[row];
    }
  }
  return sums.map((sum, group) => sum + BigInt(parts[group]));
}
