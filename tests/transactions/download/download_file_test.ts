import { createHash } from "node:crypto";
import {
  assert,
  assertEquals,
  assertMatch,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
import {
  downloadFile,
  type DownloadOptions,
} from "../../../src/transactions/download/download_file.ts";
import { InputError } from "../../../src/frames/errors.ts";
import { deadAddress, serve, serveRaw, withRanges } from "../../loopback.ts";

const CONTENT = Uint8Array.from({ length: 300_000 }, (_, i) => (i * i) % 251);
const HALF = 150_000;
const SHA256 = createHash("sha256").update(CONTENT).digest("hex");
const ETAG = '"one"';
const AT_ONCE: DownloadOptions = { attempts: 2, pause: 0 };

/** Answers with all of it, and hangs up in the middle. */
const brokenOff = (headers = `ETag: ${ETAG}`) => ({
  head: `200 OK\nContent-Length: ${CONTENT.length}\n${headers}`,
  body: CONTENT.subarray(0, HALF),
});

/** Answers with the rest, from where it is asked to. */
function theRest(headers: Headers) {
  const start = Number(headers.get("range")?.match(/\d+/)?.[0]);
  return {
    head: `206 Partial Content
      Content-Length: ${CONTENT.length - start}
      Content-Range: bytes ${start}-${CONTENT.length - 1}/${CONTENT.length}
      ETag: ${ETAG}`,
    body: CONTENT.subarray(start),
  };
}

const whole = (etag = ETAG) => ({
  head: `200 OK\nContent-Length: ${CONTENT.length}\nETag: ${etag}`,
  body: CONTENT,
});

const newPath = () => `${Deno.makeTempDirSync()}/file.bin`;

const filesBeside = (path: string) =>
  [...Deno.readDirSync(path.slice(0, path.lastIndexOf("/")))].map(({ name }) => name).sort();

/** The one sentence with which a download is refused; nothing is left under the final name. */
async function refused(url: string, path: string, options: DownloadOptions = {}): Promise<string> {
  const download = () => downloadFile(url, path, { ...AT_ONCE, ...options });
  const { message } = await assertRejects(download, InputError);
  assertMatch(message, /^[^\n]+\.$/);
  assert(!filesBeside(path).includes("file.bin"));
  return message;
}

Deno.test("downloadFile: a complete download, with its hash and its progress", async () => {
  await using server = serve(() =>
    new Response(CONTENT, { headers: { "content-length": `${CONTENT.length}` } })
  );
  const path = newPath();
  const progress: [number, number | undefined][] = [];
  const file = await downloadFile(server.url, path, {
    sha256: SHA256,
    onProgress: (bytes, total) => progress.push([bytes, total]),
  });
  assertEquals(file, { path, bytes: CONTENT.length, sha256: SHA256 });
  assertEquals(Deno.readFileSync(path), CONTENT);
  assertEquals(filesBeside(path), ["file.bin"]);
  assertEquals(progress[0], [0, CONTENT.length]);
  assertEquals(progress.at(-1), [CONTENT.length, CONTENT.length]);
});

Deno.test("downloadFile: a size that the server does not tell", async () => {
  await using server = serve(() => new Response(new Blob([CONTENT]).stream()));
  const path = newPath();
  let told: number | undefined = 1;
  const onProgress = (_: number, total: number | undefined) => told = total;
  const { sha256 } = await downloadFile(server.url, path, { onProgress });
  assertEquals([sha256, told], [SHA256, undefined]);
});

Deno.test("downloadFile: a file that has the hash is not asked for again", async () => {
  await using server = serve(() => new Response(CONTENT));
  const path = newPath();
  await downloadFile(server.url, path, { sha256: SHA256 });
  await downloadFile(server.url, path, { sha256: SHA256 });
  assertEquals(server.asked.length, 1);
});

Deno.test("downloadFile: broken off, it goes on where it stopped", async () => {
  await using server = serveRaw((headers, n) => n === 1 ? brokenOff() : theRest(headers));
  const path = newPath();
  await downloadFile(server.url, path, { ...AT_ONCE, sha256: SHA256 });
  assertEquals(Deno.readFileSync(path), CONTENT);
  assertEquals(server.asked.length, 2);
  const { headers } = server.asked[1];
  assertEquals([headers.get("range"), headers.get("if-range")], [`bytes=${HALF}-`, ETAG]);
});

Deno.test("downloadFile: what one run left, the next one goes on with", async () => {
  const path = newPath();
  await using server = serveRaw((headers, n) => {
    if (n === 1) return brokenOff();
    return n <= 3 ? { head: "503 Service Unavailable\nContent-Length: 0" } : theRest(headers);
  });
  const message = await refused(server.url, path);
  assertStringIncludes(message, "HTTP 503");
  assertStringIncludes(message, "it goes on after 150,000 bytes");
  assertEquals(filesBeside(path), ["file.bin.part", "file.bin.part.json"]);
  await downloadFile(server.url, path, { ...AT_ONCE, sha256: SHA256 });
  assertEquals(server.asked.length, 4);
  assertEquals(server.asked[3].headers.get("range"), `bytes=${HALF}-`);
  assertEquals(filesBeside(path), ["file.bin"]);
});

Deno.test("downloadFile: broken off after the last byte, nothing is sent twice", async () => {
  await using server = serve((request) => withRanges(request, CONTENT, ETAG));
  const path = newPath();
  Deno.writeFileSync(`${path}.part`, CONTENT);
  Deno.writeTextFileSync(`${path}.part.json`, JSON.stringify({ url: server.url, validator: ETAG }));
  const { sha256 } = await downloadFile(server.url, path, AT_ONCE);
  assertEquals([sha256, server.asked.length], [SHA256, 1]);
});

Deno.test("downloadFile: a server without ranges sends it from the start", async () => {
  await using server = serveRaw((_, n) => n === 1 ? brokenOff() : whole());
  const path = newPath();
  await downloadFile(server.url, path, { ...AT_ONCE, sha256: SHA256 });
  assertEquals(server.asked[1].headers.get("range"), `bytes=${HALF}-`);
  assertEquals(Deno.readFileSync(path), CONTENT);
});

Deno.test("downloadFile: a server that sends a range in pieces is asked until all is there", async () => {
  const piece = (headers: Headers) => {
    const { head, body } = theRest(headers), start = CONTENT.length - body.length;
    const end = Math.min(start + 60_000, CONTENT.length);
    return {
      head: head.replace(/Length: \d+/, `Length: ${end - start}`)
        .replace(`-${CONTENT.length - 1}/`, `-${end - 1}/`),
      body: CONTENT.subarray(start, end),
    };
  };
  await using server = serveRaw((headers, n) => n === 1 ? brokenOff() : piece(headers));
  const path = newPath();
  await downloadFile(server.url, path, { ...AT_ONCE, sha256: SHA256 });
  assertEquals(server.asked.length, 4);
});

Deno.test("downloadFile: a version that nothing vouches for is asked for from the start", async () => {
  for (const headers of ["X-Nothing: 1", 'ETag: W/"weak"']) {
    await using server = serveRaw((_, n) => n === 1 ? brokenOff(headers) : whole());
    await downloadFile(server.url, newPath(), { ...AT_ONCE, sha256: SHA256 });
    assertEquals(server.asked[1].headers.get("range"), null);
  }
});

Deno.test("downloadFile: a date vouches where the ETag is weak", async () => {
  const date = "Mon, 22 May 2023 08:00:00 GMT";
  await using server = serveRaw((headers, n) =>
    n === 1 ? brokenOff(`ETag: W/"weak"\nLast-Modified: ${date}`) : theRest(headers)
  );
  await downloadFile(server.url, newPath(), { ...AT_ONCE, sha256: SHA256 });
  assertEquals(server.asked[1].headers.get("if-range"), date);
});

Deno.test("downloadFile: a file that changed in between starts again", async () => {
  const changed = CONTENT.toReversed();
  await using server = serve((request) => withRanges(request, changed, '"two"'));
  const path = newPath();
  Deno.writeFileSync(`${path}.part`, CONTENT.subarray(0, HALF));
  Deno.writeTextFileSync(`${path}.part.json`, JSON.stringify({ url: server.url, validator: ETAG }));
  await downloadFile(server.url, path, AT_ONCE);
  assertEquals(Deno.readFileSync(path), changed);
});

Deno.test("downloadFile: a range of another version, or from another place, is not appended", async () => {
  const lies = [
    (headers: Headers) => ({
      ...theRest(headers),
      head: theRest(headers).head.replace("one", "two"),
    }),
    () => theRest(new Headers({ range: `bytes=${HALF + 1}-` })),
    () => ({ head: "206 Partial Content\nContent-Length: 3", body: CONTENT.subarray(0, 3) }),
  ];
  for (const lie of lies) {
    await using server = serveRaw((headers, n) =>
      n === 1 ? brokenOff() : n === 2 ? lie(headers) : whole()
    );
    const path = newPath();
    await downloadFile(server.url, path, { ...AT_ONCE, sha256: SHA256 });
    assertEquals(server.asked[2].headers.get("range"), null);
    assertEquals(Deno.readFileSync(path), CONTENT);
  }
});

Deno.test("downloadFile: the part of another address is not gone on with", async () => {
  await using server = serve((request) => withRanges(request, CONTENT, ETAG));
  const path = newPath();
  Deno.writeTextFileSync(`${path}.part`, "other");
  const note = JSON.stringify({ url: "http://127.0.0.1/other", validator: ETAG });
  Deno.writeTextFileSync(`${path}.part.json`, note);
  assertEquals((await downloadFile(server.url, path)).sha256, SHA256);
});

Deno.test("downloadFile: the wrong bytes are refused and removed", async () => {
  await using server = serve(() => new Response("wrong", { headers: { etag: ETAG } }));
  const path = newPath();
  const message = await refused(server.url, path, { sha256: SHA256 });
  assertStringIncludes(message, `not ${SHA256}, and was removed`);
  assertEquals(filesBeside(path), []);
});

Deno.test("downloadFile: redirects are followed, and the headers with them", async () => {
  await using server = serve((request, n) => {
    const { pathname } = new URL(request.url);
    if (pathname === "/") return new Response(null, { status: 301, headers: { location: "/a" } });
    if (pathname === "/a") return Response.redirect(new URL("/b", request.url), 307);
    return n === 3 ? new Response(CONTENT) : new Response(null, { status: 404 });
  });
  assertEquals((await downloadFile(server.url, newPath())).sha256, SHA256);
  assertEquals(server.asked.map(({ path }) => path), ["/", "/a", "/b"]);
});

Deno.test("downloadFile: redirects in circles are refused", async () => {
  await using circle = serve((request) =>
    Response.redirect(new URL(request.url.endsWith("/a") ? "/" : "/a", request.url))
  );
  assertStringIncludes(await refused(circle.url, newPath()), "redirects in circles");
  assertEquals(circle.asked.length, 2);
  await using spiral = serve((_, n) =>
    new Response(null, { status: 302, headers: { location: `/${n}` } })
  );
  assertStringIncludes(await refused(spiral.url, newPath()), "redirects in circles");
  assertEquals(spiral.asked.length, 11);
});

Deno.test({
  name: "downloadFile: a redirect to a host or a kind of address that is not allowed",
  permissions: { net: ["127.0.0.1"], read: "inherit", write: "inherit" },
  async fn() {
    for (
      const [location, words] of [
        ["http://shop.example/file", "--allow-net=shop.example"],
        ["file:///etc/hostname", "is no web address"],
      ]
    ) {
      await using server = serve(() => new Response(null, { status: 302, headers: { location } }));
      assertStringIncludes(await refused(server.url, newPath()), words);
    }
  },
});

Deno.test("downloadFile: 404 is said at once, 500 only after trying again", async () => {
  for (const [status, attempts] of [[404, 1], [403, 1], [500, 3], [429, 3]]) {
    await using server = serve(() => new Response("sorry", { status }));
    const path = newPath();
    assertStringIncludes(await refused(server.url, path, { attempts: 3 }), `HTTP ${status}`);
    assertEquals([server.asked.length, filesBeside(path)], [attempts, []]);
  }
});

Deno.test("downloadFile: a server that is busy for a moment", async () => {
  await using server = serve((_, n) => new Response(CONTENT, { status: n === 1 ? 503 : 200 }));
  assertEquals((await downloadFile(server.url, newPath(), AT_ONCE)).sha256, SHA256);
});

Deno.test("downloadFile: nobody listens: what to do is said", async () => {
  const message = await refused(deadAddress(), newPath(), { otherwise: "ask a friend for it" });
  assertMatch(message, /refused.*: check the network and try again, or ask a friend for it\.$/);
});

Deno.test("downloadFile: a size that is larger than the file is never taken for a whole", async () => {
  const head = `200 OK\nContent-Length: ${CONTENT.length + 1}`;
  await using server = serveRaw(() => ({ head, body: CONTENT }));
  const path = newPath();
  assertStringIncludes(await refused(server.url, path), "cannot be downloaded");
  assertEquals(filesBeside(path), []);
});

Deno.test("downloadFile: a size that is smaller than the file cuts it, which its hash shows", async () => {
  const head = `200 OK\nContent-Length: ${HALF}`;
  await using server = serveRaw(() => ({ head, body: CONTENT }));
  const message = await refused(server.url, newPath(), { sha256: SHA256 });
  assertStringIncludes(message, "was removed");
});

Deno.test("downloadFile: a connection that goes silent is given up", async () => {
  await using server = serve(() => new Response(new ReadableStream({ start() {} })));
  const message = await refused(server.url, newPath(), { attempts: 1, patience: 50 });
  assertStringIncludes(message, "nothing came for 0.05 s");
});

Deno.test("downloadFile: a slow connection is not given up", async () => {
  await using server = serve(() => {
    let sent = 0;
    const body = new ReadableStream({
      async pull(controller) {
        await new Promise((resolve) => setTimeout(resolve, 150));
        if (sent === CONTENT.length) return controller.close();
        controller.enqueue(CONTENT.subarray(sent, sent += CONTENT.length / 8));
      },
    });
    return new Response(body);
  });
  const { sha256 } = await downloadFile(server.url, newPath(), { attempts: 1, patience: 1000 });
  assertEquals(sha256, SHA256);
});

Deno.test("downloadFile: a file without end is refused, declared or not", async () => {
  await using declared = serve(() => new Response(CONTENT));
  await using streamed = serve(() => new Response(new Blob([CONTENT]).stream()));
  for (const { url } of [declared, streamed]) {
    const path = newPath();
    assertStringIncludes(await refused(url, path, { most: 1000 }), "more than 1,000 bytes");
    assertEquals(filesBeside(path), []);
  }
});

Deno.test("downloadFile: a folder that cannot be written, an address that is none", async () => {
  await using server = serve(() => new Response(CONTENT));
  const missing = `${Deno.makeTempDirSync()}/missing/file.bin`;
  const { message } = await assertRejects(() => downloadFile(server.url, missing), InputError);
  assertStringIncludes(message, "cannot be written");
  assertStringIncludes(await refused("ftp://127.0.0.1/x", newPath()), "no web address");
  assertStringIncludes(await refused("shop.csv", newPath()), "no web address");
});
