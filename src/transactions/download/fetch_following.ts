import { InputError } from "../../frames/errors.ts";

const MOST_REDIRECTS = 10;

/** A server that did not answer, or that asks to come back later: trying again may help. */
export class Interruption extends Error {
  override readonly name = "Interruption";
}

/**
 * Asks a web address for a file and follows its redirects one by one, so that each host on the way
 * is subject to the program's permissions and a secure address never leads to an insecure one.
 *
 * @param url Where to begin; `https:` or `http:`.
 * @param headers Sent to every host on the way.
 * @param signal Gives up when aborted.
 * @returns The first answer that is no redirect, its body not yet read; whatever its status.
 * @throws {InputError} If the address is none, the redirects go in circles, or a host is not allowed.
 * @throws {Interruption} If a server does not answer.
 *
 * @example
 * ```ts
 * import { fetchFollowing } from "./fetch_following.ts";
 * import { assertEquals } from "@std/assert";
 *
 * await using server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen() {} }, (request) => {
 *   const { pathname } = new URL(request.url);
 *   return pathname === "/new" ? new Response("here") : Response.redirect(`${request.url}new`);
 * });
 * const response = await fetchFollowing(`http://127.0.0.1:${server.addr.port}/`);
 * assertEquals(await response.text(), "here");
 * ```
 */
export async function fetchFollowing(
  url: string,
  headers: Readonly<Record<string, string>> = {},
  signal?: AbortSignal,
): Promise<Response> {
  const visited: string[] = [];
  let address = webAddress(url);
  while (true) {
    const response = await ask(address, headers, signal);
    const location = redirect(response);
    if (location === undefined) return response;
    await response.body?.cancel();
    visited.push(address.href);
    address = nextAddress(location, address);
    if (visited.includes(address.href) || visited.length > MOST_REDIRECTS) {
      throw new InputError(`${url} redirects in circles: give another address.`);
    }
  }
}

async function ask(
  address: URL,
  headers: Readonly<Record<string, string>>,
  signal?: AbortSignal,
): Promise<Response> {
  try {
    return await fetch(address, {
      // Ranges and sizes are those of the file itself only if nothing packs it on the way.
      headers: { "accept-encoding": "identity", ...headers },
      redirect: "manual",
      signal,
    });
  } catch (error) {
    if (error instanceof Deno.errors.NotCapable) {
      throw new InputError(
        `This program may not reach ${address.host}: allow it with --allow-net=${address.host}.`,
      );
    }
    throw new Interruption(reasonOf(error));
  }
}

function redirect({ status, headers }: Response): string | undefined {
  return [301, 302, 303, 307, 308].includes(status)
    ? headers.get("location") ?? undefined
    : undefined;
}

function nextAddress(location: string, from: URL): URL {
  const address = webAddress(location, from);
  if (from.protocol === "https:" && address.protocol === "http:") {
    throw new InputError(
      `${from} redirects to ${address}, which is not secure: give another address.`,
    );
  }
  return address;
}

function webAddress(text: string, base?: URL): URL {
  const address = URL.parse(text, base);
  if (address && ["https:", "http:"].includes(address.protocol)) return address;
  throw new InputError(`"${text}" is no web address: give one that begins with https://.`);
}

/**
 * Says in a few words why an address could not be fetched.
 *
 * @param error What `fetch`, or the reading of its answer, threw.
 * @returns The innermost reason, without the address.
 *
 * @example
 * ```ts
 * import { reasonOf } from "./fetch_following.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const cause = new Error("error sending request for url (http://a/): client error (Connect): refused");
 * assertEquals(reasonOf(new TypeError("fetch failed", { cause })), "refused");
 * ```
 */
export function reasonOf(error: unknown): string {
  const innermost = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const message = innermost instanceof Error ? innermost.message : String(innermost);
  return message.split("\n")[0].replace(/^.*client error \(\w+\): /, "");
}
