import pl from "nodejs-polars";
import { snapshotsWithin, stackLabels } from "../../../src/prediction/selection/stack_snapshots.ts";
import { assertEquals } from "@std/assert";

Deno.test("snapshotsWithin: older snapshots are left out where they would make too many rows", () => {
  const snapshot = { features: pl.DataFrame({ frequency: [4, 5] }), labels: Uint8Array.of(0, 1) };
  assertEquals(snapshotsWithin([snapshot, snapshot, snapshot], 5).length, 2);
  assertEquals(snapshotsWithin([snapshot, snapshot], 1), [snapshot]);
});

Deno.test("stackLabels: the labels of snapshots below one another", () => {
  const snapshot = { features: pl.DataFrame({ frequency: [4, 5] }), labels: Uint8Array.of(0, 1) };
  assertEquals(stackLabels([snapshot, snapshot]), Uint8Array.of(0, 1, 0, 1));
});
