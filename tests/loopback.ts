/** A server on this machine that remembers what it was asked. */
export interface Loopback extends AsyncDisposable {
  /** Its address, ending in a slash. */
  readonly url: string;
  /** The requests so far: path and headers. */
  readonly asked: readonly { readonly path: string; readonly headers: Headers }[];
}

/** Serves with a handler, as a web server would. */
export function serve(
  handler: (request: Request, count: number) => Response | Promise<Response>,
): Loopback {
  const asked: { path: string; headers: Headers }[] = [];
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen() {}, onError: () => new Response(null) },
    (request) => {
      asked.push({ path: new URL(request.url).pathname, headers: request.headers });
      return handler(request, asked.length);
    },
  );
  return {
    url: `http://127.0.0.1:${server.addr.port}/`,
    asked,
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}

/** Answers with exactly these bytes and hangs up: for answers that no honest server gives. */
export function serveRaw(
  answer: (headers: Headers, count: number) => { head: string; body?: Uint8Array },
): Loopback {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const asked: { path: string; headers: Headers }[] = [];
  const done = (async () => {
    for await (const connection of listener) {
      const block = new Uint8Array(1 << 14);
      const length = await connection.read(block) ?? 0;
      const [line, ...fields] = new TextDecoder().decode(block.subarray(0, length)).trim().split(
        "\r\n",
      );
      const headers = new Headers(
        fields.map((field) => field.split(/: (.*)/, 2) as [string, string]),
      );
      asked.push({ path: line.split(" ")[1], headers });
      const { head, body } = answer(headers, asked.length);
      const text = `HTTP/1.1 ${head.trim().replace(/\n\s*/g, "\r\n")}\r\nConnection: close\r\n\r\n`;
      await writeAll(connection, new TextEncoder().encode(text));
      if (body) await writeAll(connection, body);
      connection.close();
    }
  })();
  return {
    url: `http://127.0.0.1:${listener.addr.port}/`,
    asked,
    async [Symbol.asyncDispose]() {
      listener.close();
      await done;
    },
  };
}

/** An address where nobody listens. */
export function deadAddress(): string {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return `http://127.0.0.1:${listener.addr.port}/`;
}

async function writeAll(connection: Deno.Conn, bytes: Uint8Array): Promise<void> {
  for (let written = 0; written < bytes.length;) {
    written += await connection.write(bytes.subarray(written));
  }
}
