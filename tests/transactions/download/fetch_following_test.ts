import { assertEquals, assertRejects } from "@std/assert";
import {
  fetchFollowing,
  Interruption,
  reasonOf,
} from "../../../src/transactions/download/fetch_following.ts";
import { InputError } from "../../../src/frames/errors.ts";
import { deadAddress, serve } from "../../loopback.ts";

Deno.test("fetchFollowing: nothing may pack the file on its way", async () => {
  await using server = serve(() => new Response("text"));
  await (await fetchFollowing(server.url, { "x-more": "1" })).body?.cancel();
  const { headers } = server.asked[0];
  assertEquals([headers.get("accept-encoding"), headers.get("x-more")], ["identity", "1"]);
});

Deno.test("fetchFollowing: a secure address never leads to an insecure one", async () => {
  const fetchOfDeno = globalThis.fetch;
  globalThis.fetch = () => Promise.resolve(Response.redirect("http://127.0.0.1/", 302));
  try {
    await assertRejects(() => fetchFollowing("https://127.0.0.1/"), InputError, "is not secure");
  } finally {
    globalThis.fetch = fetchOfDeno;
  }
});

Deno.test("fetchFollowing: a redirect without an address is an answer like any other", async () => {
  await using server = serve(() => new Response(null, { status: 302 }));
  assertEquals((await fetchFollowing(server.url)).status, 302);
});

Deno.test("fetchFollowing: nobody listens, or waiting is over", async () => {
  await assertRejects(() => fetchFollowing(deadAddress()), Interruption, "refused");
  const signal = AbortSignal.abort(new Error("enough"));
  await assertRejects(() => fetchFollowing(deadAddress(), {}, signal), Interruption, "enough");
});

Deno.test("reasonOf: what is thrown need not be an error", () => {
  assertEquals(reasonOf("no route"), "no route");
});
