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
import { TRANSACTION_COLUMNS } from "../../../src/transactions/mapping/column_synonyms.ts";
import {
  downloadOnlineRetail,
  type OnlineRetailOptions,
} from "../../../src/transactions/download/download_online_retail.ts";
import { InputError } from "../../../src/frames/errors.ts";
import {
  ONLINE_RETAIL_LINES,
  ONLINE_RETAIL_RENDITIONS,
} from "../../../src/transactions/download/online_retail_renditions.ts";
import { readTransactions } from "../../../src/transactions/reading/read_transactions.ts";
import { linesFrame } from "../../../src/transactions/mapping/transaction_lines.ts";
import { deadAddress, serve, serveRaw, withRanges } from "../../loopback.ts";
import { onlineRetailPath } from "../../online_retail.ts";
import { zipOf } from "../../zip_of.ts";

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
  name: "downloadOnlineRetail: the real file, broken off and resumed, becomes the same lines",
  ignore,
  async fn() {
    const { published: content } = renditions();
    const middle = 20_000_000, folder = Deno.makeTempDirSync();
    await using server = serveRaw((headers, n) => {
      const start = n === 1 ? 0 : middle;
      if (n === 2) assertEquals(headers.get("range"), `bytes=${middle}-`);
      const range = `Content-Range: bytes ${start}-${content.length - 1}/${content.length}\n`;
      return {
        head: `${n === 1 ? "200 OK" : `206 Partial Content\n${range.trim()}`}
          ETag: "uci"
          Content-Length: ${content.length - start}`,
        body: n === 1 ? content.subarray(0, middle) : content.subarray(start),
      };
    });
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
  const folder = Deno.makeTempDirSync(), table = new TextDecoder().decode(SHAPED);
  const given = async (content: Uint8Array<ArrayBuffer>, name: string) => {
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
  await using server = serve((request) => withRanges(request, SHAPED, '"1"'));
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
    ["<html>Please log in</html>", "it is no table with separated fields"],
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

Deno.test("downloadOnlineRetail: a part is kept for the next run, a finished download too", async () => {
  const folder = Deno.makeTempDirSync();
  const half = SHAPED.subarray(0, 1000);
  await using server = serveRaw((_, n) =>
    n === 1
      ? { head: `200 OK\nETag: "1"\nContent-Length: ${SHAPED.length}`, body: half }
      : { head: "503 Busy\nContent-Length: 0" }
  );
  const { message } = await refused({ url: server.url, folder });
  assertStringIncludes(message, "it goes on after 1,000 bytes");
  assertEquals(filesIn(`${folder}/.partial`), [
    "online_retail.download.part",
    "online_retail.download.part.json",
  ]);
  Deno.writeFileSync(`${folder}/.partial/online_retail.download`, SHAPED);
  const asked = server.asked.length;
  await downloadOnlineRetail({ url: server.url, folder, sha256: sha256(SHAPED) });
  assertEquals(server.asked.length, asked);
});

Deno.test("downloadOnlineRetail: a folder that cannot be written", async () => {
  const folder = Deno.makeTempDirSync();
  Deno.writeTextFileSync(`${folder}/.partial`, "in the way");
  assertStringIncludes((await refused({ folder })).message, ".partial cannot be written");
});
