// Who may speak to the server. It listens on this machine, but any page in the browser can try to reach it: so what comes
// must be meant for this host, and sent by a page of this origin.
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { addressOf, createBrake, type Wait } from "./brake.js";
import { words } from "./server-words.js";

export interface GuardOptions {
  /** `host:port` by which the server may be called; null: any, which only a token makes safe. */
  readonly hosts: ReadonlySet<string> | null;
  /** Asked for before anything else; null where only this machine can reach the server. */
  readonly token: string | null;
  /** What is said to who may not speak to it; the workbench's words, unless given. */
  readonly says?: { readonly foreignAddress: string; readonly foreignSite: string } | undefined;
  /** How time passes for who gives a wrong token; as it does, unless given. */
  readonly wait?: Wait | undefined;
}

const SESSION = "parley-session";

export interface Guard {
  readonly check: MiddlewareHandler;
  /** Lets the browser in that knows the token; who gave wrong ones waits for the answer. `busy`: too many wait there. */
  readonly admit: (context: Context, token: string) => Promise<"admitted" | "wrong" | "busy">;
}

export function createGuard({ hosts, token, wait, says = words }: GuardOptions): Guard {
  const brake = createBrake(wait);
  // The cookie is no form of the token: who reads it knows only this sitting.
  const secret = randomBytes(32).toString("hex");
  const refuse = (context: Context, status: 401 | 403, reason: string) => context.json({ reasons: [reason] }, status);
  return {
    check: async (context, next) => {
      const host = context.req.header("host") ?? "";
      if (!isMeantFor(context, host) || (hosts && !hosts.has(host.toLowerCase())))
        return refuse(context, 403, says.foreignAddress);
      if (!sameOrigin(context, host)) return refuse(context, 403, says.foreignSite);
      if (token !== null && isApi(context) && context.req.path !== "/api/session") {
        if (!equal(getCookie(context, SESSION) ?? "", secret)) return refuse(context, 401, words.tokenFirst);
      }
      return await next();
    },
    admit: async (context, given) => {
      const right = await brake(addressOf(context), () => token !== null && equal(given, token));
      if (right === null) return "busy";
      if (!right) return "wrong";
      setCookie(context, SESSION, secret, { httpOnly: true, sameSite: "Strict", path: "/" });
      return "admitted";
    },
  };
}

/** Whether the address in the request's first line, where it is whole, names the same host as the request's header. */
function isMeantFor(context: Context, host: string): boolean {
  try {
    return new URL(context.req.url).host === new URL(`http://${host}`).host;
  } catch {
    return false;
  }
}

const isApi = ({ req }: Context): boolean => req.path === "/api" || req.path.startsWith("/api/");

/** By what the browser says of where a request comes from; a program that says nothing is no page. */
function sameOrigin(context: Context, host: string): boolean {
  const origin = context.req.header("origin");
  if (origin !== undefined && !originsOf(host).includes(origin.toLowerCase())) return false;
  const site = context.req.header("sec-fetch-site");
  if (site === undefined || site === "same-origin") return true;
  const navigated = context.req.header("sec-fetch-mode") === "navigate" && context.req.method === "GET";
  // Typed in, or followed from another page: the empty page may be shown, its data not handed out.
  return navigated && (site === "none" || !isApi(context)) && context.req.header("sec-fetch-dest") === "document";
}

const originsOf = (host: string): string[] => [`http://${host}`, `https://${host}`].map((one) => one.toLowerCase());

/** In a time that does not tell how much of it is right. */
const equal = (given: string, wanted: string): boolean => timingSafeEqual(hashed(given), hashed(wanted));

const hashed = (text: string): Buffer => createHash("sha256").update(text).digest();
