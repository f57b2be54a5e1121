import { assert, assertEquals, assertThrows } from "@std/assert";
import { startThreads } from "../../../src/numeric/threads/start_threads.ts";

/** A thread that says so in its results, or one that cannot come up. */
function worker(code = "helpWith((added) => (n) => ({ by: 'helper', n: n + added }));"): string {
  const path = `${Deno.makeTempDirSync()}/worker.ts`;
  const helpWith = import.meta.resolve("../../../src/numeric/threads/help_with.ts");
  Deno.writeTextFileSync(path, `import { helpWith } from "${helpWith}";\n${code}\n`);
  return `file://${path}`;
}

function start(module: string, threads: number) {
  const run = (n: number) => ({ by: "caller", n: n + 10 });
  return startThreads({ worker: module, setup: 10, run, threads });
}

Deno.test("startThreads: every result belongs to its job, in whatever order they are asked for", () => {
  for (const threads of [1, 2, 3]) {
    const { begin, close } = start(worker(), threads);
    try {
      const results = Array.from({ length: 30 }, (_, n) => begin(n));
      assertEquals(
        results.toReversed().map((result) => result().n).toReversed(),
        [
          ...Array(30).keys(),
        ].map((n) => n + 10),
      );
    } finally {
      close();
    }
  }
});

Deno.test("startThreads: another thread takes a job that the calling one leaves it", async () => {
  const { begin, close } = start(worker(), 2);
  try {
    for (let attempt = 0;; attempt++) {
      assert(attempt < 300, "no thread has come up in a minute");
      const result = begin(5);
      await new Promise((resolve) => setTimeout(resolve, 100));
      const { by, n } = result();
      assertEquals(n, 15);
      if (by === "helper") break;
    }
  } finally {
    close();
  }
});

Deno.test("startThreads: where no thread comes up, or its jobs fail there, the calling one does them", () => {
  for (
    const code of ["throw new Error('x');", "helpWith(() => () => { throw new Error('x'); });"]
  ) {
    const { begin, close } = start(worker(code), 2);
    try {
      const results = [1, 2, 3].map(begin);
      assertEquals(
        results.map((result) => result()),
        [11, 12, 13].map((n) => ({ by: "caller", n })),
      );
    } finally {
      close();
    }
  }
});

Deno.test("startThreads: less than one thread is refused", () => {
  for (const threads of [0, 1.5, NaN]) {
    assertThrows(() => start(worker(), threads), RangeError, `got ${threads}`);
  }
});
