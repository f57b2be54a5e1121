import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import {
  assert,
  assertEquals,
  assertMatch,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
import { TRANSACTION_COLUMNS } from "../../src/transactions/mapping/column_synonyms.ts";
import {
  downloadOnlineRetail,
  ONLINE_RETAIL_LINES,
  ONLINE_RETAIL_RENDITIONS,
  type OnlineRetailOptions,
} from "../../src/transactions/download_online_retail.ts";
import { InputError } from "../../src/frames/errors.ts";
import { readTransactions } from "../../src/transactions/reading/read_transactions.ts";
import { linesFrame } from "../../src/transactions/mapping/transaction_lines.ts";
import { deadAddress, serve, serveRaw } from "../loopback.ts";
import { onlineRetailPath } from "../online_retail.ts";
import { zipOf } from "../zip_of.ts";

const HEADER =
  "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
const LINE = "00536365,85123A,LAMP,6,12/1/2010 8:26,2.55,17850,United Kingdom\n";
/** A file of the right shape. */
const SHAPED = new TextEncoder().encode(HEADER + LINE.repeat(ONLINE_RETAIL_LINES));
const AT_ONCE = { attempts: 2, pause: 0 };

const [PUBLISHED, COMMON] = ONLINE_RETAIL_RENDITIONS;
const ignore = onlineRetailPath === undefined;

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** Both renditions, made from the one that tests find. */
function renditions() {
  const text = new TextDecoder("windows-1252").decode(Deno.readFileSync(onlineRetailPath!))
    .replaceAll("\r\n", "\n");
  const latin = Buffer.from(text.replaceAll("\n", "\r\n"), "latin1");
  return { published: new TextEncoder().encode(text), common: Uint8Array.from(latin) };
}

const filesIn = (folder: string) => [...Deno.readDirSync(folder)].map(({ name }) => name).sort();

/** The one sentence with which a download is refused, and what it leaves in the folder. */
async function refused(options: OnlineRetailOptions): Promise<{ message: string; left: string[] }> {
  const folder = Deno.makeTempDirSync();
  const download = () => downloadOnlineRetail({ folder, ...AT_ONCE, ...options });
  const { message } = await assertRejects(download, InputError);
  assertMatch(message, /^[^\n]+\.$/);
  return { message, left: filesIn(folder) };
}

Deno.test({
  name: "ONLINE_RETAIL_RENDITIONS: the two hold the same text, so each vouches for the other",
  ignore,
  fn() {
    const { published, common } = renditions();
    assertEquals([sha256(published), published.length], [PUBLISHED.sha256, PUBLISHED.bytes]);
    assertEquals([sha256(common), common.length], [COMMON.sha256, COMMON.bytes]);
  },
});

Deno.test({
  name:
    "downloadOnlineRetail: the real file, broken off and asked for again, becomes the same lines",
  ignore,
  async fn() {
    const { published: content } = renditions();
    const folder = Deno.makeTempDirSync();
    await using server = serveRaw((_, n) => ({
      head: `200 OK\nContent-Length: ${content.length}`,
      body: n === 1 ? content.subarray(0, 20_000_000) : content,
    }));
    const result = await downloadOnlineRetail({ url: server.url, folder, ...AT_ONCE });
    assertEquals(result, {
      csv: `${folder}/online-retail/online_retail.csv`,
      parquet: `${folder}/online_retail.parquet`,
      lines: ONLINE_RETAIL_LINES,
      downloaded: true,
      sha256: PUBLISHED.sha256,
      evidence: "known rendition",
    });
    assertEquals(server.asked.length, 2);
    assertEquals(filesIn(folder), ["online-retail", "online_retail.parquet"]);
    const columns = (path: string) =>
      linesFrame(readTransactions([path]).lines).select(...TRANSACTION_COLUMNS);
    assert(columns(result.parquet).frameEqual(columns(onlineRetailPath!)));
  },
});

Deno.test({
  name: "downloadOnlineRetail: a copy that was put there needs no network",
  ignore,
  async fn() {
    const folder = Deno.makeTempDirSync();
    Deno.mkdirSync(`${folder}/online-retail`);
    Deno.writeFileSync(`${folder}/online-retail/online_retail.csv`, renditions().common);
    const result = await downloadOnlineRetail({ folder });
    assertEquals([result.downloaded, result.evidence], [false, "known rendition"]);
    assertEquals(result.sha256, COMMON.sha256);
    assertEquals(filesIn(folder), ["online-retail", "online_retail.parquet"]);
  },
});

Deno.test("downloadOnlineRetail: without a hash the shape decides, and zeros stay", async () => {
  await using server = serve(() => new Response(SHAPED));
  const folder = Deno.makeTempDirSync();
  const result = await downloadOnlineRetail({ url: server.url, folder });
  assertEquals([result.evidence, result.sha256], ["shape", sha256(SHAPED)]);
  assertEquals(Deno.readFileSync(result.csv!), SHAPED);
  const { lines } = readTransactions([result.parquet]);
  assertEquals(linesFrame(lines).row(0).slice(2), LINE.trim().split(","));
});

Deno.test("downloadOnlineRetail: a mirror may zip it, gzip it, or give Parquet", async () => {
  const table = new TextDecoder().decode(SHAPED);
  const given = async (content: Uint8Array<ArrayBuffer>, name: string) => {
    const folder = Deno.makeTempDirSync();
    await using server = serve(() => new Response(content));
    return await downloadOnlineRetail({ url: `${server.url}${name}`, folder });
  };
  const gzipped = await given(Uint8Array.from(gzipSync(SHAPED)), "a.csv.gz");
  assertEquals(Deno.readFileSync(gzipped.csv!), SHAPED);
  const zipped = await given(zipOf({ "a.csv": table }), "a.zip");
  assertEquals(Deno.readFileSync(zipped.csv!), SHAPED);
  const parquet = Deno.readFileSync(zipped.parquet);
  const again = await given(parquet, "a.parquet");
  assertEquals([again.csv, again.lines], [undefined, ONLINE_RETAIL_LINES]);
  assertEquals(Deno.readFileSync(again.parquet), parquet);
});

Deno.test("downloadOnlineRetail: a hash that is named must match, and then saves the next one", async () => {
  await using server = serve(() => new Response(SHAPED));
  const { url } = server;
  const { message, left } = await refused({ url, sha256: PUBLISHED.sha256 });
  assertStringIncludes(message, `has the SHA-256 ${sha256(SHAPED)}, not ${PUBLISHED.sha256}`);
  assertEquals(left, []);
  const named = { url, sha256: sha256(SHAPED), folder: Deno.makeTempDirSync() };
  assertEquals((await downloadOnlineRetail(named)).evidence, "named hash");
  Deno.removeSync(`${named.folder}/online_retail.parquet`);
  assertEquals((await downloadOnlineRetail(named)).downloaded, false);
  assertEquals([server.asked.length, filesIn(named.folder).length], [2, 2]);
});

Deno.test("downloadOnlineRetail: what is another file is refused and removed", async () => {
  const others: [string | Uint8Array<ArrayBuffer>, string][] = [
    ["<html>Please log in</html>", "it is not a delimited table"],
    ["", "it is empty"],
    [HEADER + LINE, "it has 1 transaction lines, not 541,909"],
    [SHAPED.subarray(0, -3 * LINE.length), "it has 541,906 transaction lines"],
    [
      HEADER + LINE.replace("LAMP", "").repeat(ONLINE_RETAIL_LINES),
      "it has nothing in description",
    ],
    [zipOf({ "Online Retail.pdf": "PK" }), "it is a zip archive with no tables"],
    [Uint8Array.of(0x1f, 0x8b, 8), "it is a damaged gzip file"],
  ];
  for (const [content, reason] of others) {
    await using server = serve(() => new Response(content));
    const { message, left } = await refused({ url: server.url });
    assertStringIncludes(message, `${server.url} is not the Online Retail file and was removed`);
    assertStringIncludes(message, reason);
    assertEquals(left, []);
  }
});

Deno.test("downloadOnlineRetail: no network: where to put a copy is said", async () => {
  const folder = Deno.makeTempDirSync();
  const { message, left } = await refused({ url: deadAddress(), folder });
  assertStringIncludes(
    message,
    `or put a copy of the file at ${folder}/online-retail/online_retail.csv and run this again.`,
  );
  assertEquals(left, []);
});

Deno.test("downloadOnlineRetail: a folder that cannot be written", async () => {
  const folder = Deno.makeTempDirSync();
  Deno.writeTextFileSync(`${folder}/.partial`, "in the way");
  assertStringIncludes((await refused({ folder })).message, ".partial cannot be written");
});

Deno.test("downloadOnlineRetail: a user's own file in its place is never overwritten", async () => {
  const folder = Deno.makeTempDirSync(), own = `${folder}/online-retail/online_retail.csv`;
  Deno.mkdirSync(`${folder}/online-retail`);
  Deno.writeTextFileSync(own, HEADER + LINE);
  await using server = serve(() => new Response(SHAPED));
  for (const options of [{ url: server.url }, { url: server.url, sha256: sha256(SHAPED) }, {}]) {
    const download = () => downloadOnlineRetail({ folder, ...options });
    const { message } = await assertRejects(download, InputError);
    assertStringIncludes(message, `${own} is not the known Online Retail file`);
    assertStringIncludes(message, "move it away");
  }
  assertEquals(Deno.readTextFileSync(own), HEADER + LINE);
  assertEquals([server.asked.length, filesIn(folder)], [0, ["online-retail"]]);
});

Deno.test("downloadOnlineRetail: progress is told, with the size where the server tells it", async () => {
  await using server = serve(() =>
    new Response(SHAPED, { headers: { "content-length": `${SHAPED.length}` } })
  );
  const told: [number, number | undefined][] = [];
  await downloadOnlineRetail({
    url: server.url,
    folder: Deno.makeTempDirSync(),
    onProgress: (bytes, total) => told.push([bytes, total]),
  });
  assertEquals(told.at(-1), [SHAPED.length, SHAPED.length]);
  assert(told.length > 1 && told.every(([bytes], i) => i === 0 || bytes > told[i - 1][0]));
  assertEquals(server.asked[0].headers.get("accept-encoding"), "identity");
});

Deno.test("downloadOnlineRetail: redirects are followed, in circles they are refused", async () => {
  await using server = serve((request) => {
    const { pathname } = new URL(request.url);
    if (pathname === "/") return new Response(null, { status: 301, headers: { location: "/a" } });
    if (pathname === "/a") return Response.redirect(new URL("/b", request.url), 307);
    return new Response(HEADER + LINE);
  });
  assertStringIncludes((await refused({ url: server.url })).message, "1 transaction lines");
  assertEquals(server.asked.map(({ path }) => path), ["/", "/a", "/b"]);
  await using circle = serve((request) => Response.redirect(request.url));
  assertStringIncludes((await refused({ url: circle.url })).message, "redirect");
});

Deno.test({
  name: "downloadOnlineRetail: a redirect to a host or a kind of address that is not allowed",
  permissions: { net: ["127.0.0.1"], read: "inherit", write: "inherit" },
  async fn() {
    for (
      const [location, words] of [
        ["http://shop.example/file", "shop.example"],
        ["file:///etc/hostname", "cannot be downloaded"],
      ]
    ) {
      await using server = serve(() => new Response(null, { status: 302, headers: { location } }));
      const { message, left } = await refused({ url: server.url });
      assertStringIncludes(message, words);
      assertEquals(left, []);
    }
  },
});

Deno.test("downloadOnlineRetail: a secure address never leads to an insecure one", async () => {
  const fetchOfDeno = globalThis.fetch;
  globalThis.fetch = () =>
    Promise.resolve(Object.defineProperty(new Response(""), "url", { value: "http://a.example/" }));
  try {
    const { message } = await refused({ url: "https://a.example/" });
    assertStringIncludes(message, "is not secure");
  } finally {
    globalThis.fetch = fetchOfDeno;
  }
});

Deno.test("downloadOnlineRetail: 404 is said at once, 500 only after trying again", async () => {
  for (const [status, attempts] of [[404, 1], [403, 1], [500, 3], [429, 3]]) {
    await using server = serve(() => new Response("sorry", { status }));
    const { message, left } = await refused({ url: server.url, attempts: 3 });
    assertStringIncludes(message, `HTTP ${status}`);
    assertEquals([server.asked.length, left], [attempts, []]);
  }
});

Deno.test("downloadOnlineRetail: a server that is busy for a moment", async () => {
  await using server = serve((_, n) => new Response(HEADER, { status: n === 1 ? 503 : 200 }));
  await refused({ url: server.url });
  assertEquals(server.asked.length, 2);
});

Deno.test("downloadOnlineRetail: a size that is larger than the file is never taken for a whole", async () => {
  const head = `200 OK\nContent-Length: ${SHAPED.length + 1}`;
  await using server = serveRaw(() => ({ head, body: SHAPED }));
  const { message, left } = await refused({ url: server.url });
  assertStringIncludes(message, "cannot be downloaded");
  assertEquals(left, []);
});

Deno.test("downloadOnlineRetail: a connection that goes silent is given up, a slow one is not", async () => {
  await using silent = serve(() => new Response(new ReadableStream({ start() {} })));
  const { message } = await refused({ url: silent.url, attempts: 1, patience: 50 });
  assertStringIncludes(message, "no data for 0.05 s");
  const content = new TextEncoder().encode(HEADER + LINE);
  await using slow = serve(() => {
    let sent = 0;
    const body = new ReadableStream({
      async pull(controller) {
        await new Promise((resolve) => setTimeout(resolve, 150));
        if (sent >= content.length) return controller.close();
        controller.enqueue(content.subarray(sent, sent += Math.ceil(content.length / 8)));
      },
    });
    return new Response(body);
  });
  const options = { url: slow.url, attempts: 1, patience: 1000 };
  assertStringIncludes((await refused(options)).message, "1 transaction lines");
});

Deno.test("downloadOnlineRetail: a file without end is refused, declared or not", async () => {
  await using declared = serve(() => new Response(HEADER.repeat(100)));
  await using streamed = serve(() => new Response(new Blob([HEADER.repeat(100)]).stream()));
  for (const { url } of [declared, streamed]) {
    const { message, left } = await refused({ url, most: 1000 });
    assertStringIncludes(message, "more than 1,000 bytes");
    assertEquals(left, []);
  }
});

Deno.test("downloadOnlineRetail: an address that is none", async () => {
  for (const url of ["ftp://127.0.0.1/x", "shop.csv"]) {
    assertStringIncludes((await refused({ url })).message, "is not a web address");
  }
});
