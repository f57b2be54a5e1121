/**
 * Remembers what a function returned: each value is computed once, however often it is asked for.
 *
 * @param keyOf What tells arguments apart; default the argument itself.
 */
export function memoize<T, Argument>(
  compute: (argument: Argument) => T,
  keyOf: (argument: Argument) => unknown = (argument) => argument,
): (argument: Argument) => T {
  const known = new Map<unknown, { readonly value: T }>();
  return (argument) => {
    const key = keyOf(argument);
    let entry = known.get(key);
    if (entry === undefined) known.set(key, entry = { value: compute(argument) });
    return entry.value;
  };
}
