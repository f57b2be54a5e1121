/** The metrics that scikit-learn computed: written by tests/fixtures/learning.py. */
// deno-lint-ignore no-explicit-any
export function metricsFixture(): any {
  const path = new URL("../fixtures/learning_metrics.json", import.meta.url);
  return JSON.parse(Deno.readTextFileSync(path));
}
