// A server of rooms as a function of a request. The cookie of a seat is all that it knows of who asks: what that may read and do is
// decided in the database.
import { OpenAPIHono } from "@hono/zod-openapi";
import { roomWordingIn } from "@parley/core/internal";
import type { Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { HTTPException } from "hono/http-exception";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { MOST_TRACKED_BYTES } from "../documents/index.js";
import { draftForms } from "../drafts/index.js";
import { type PasskeySite, RoomRefused, type Rooms, type Why } from "../rooms/index.js";
import { addressOf } from "./brake.js";
import { createGuard } from "./guard.js";
import { securityHeaders } from "./headers.js";
import { isLoopback } from "./listening.js";
import { type BegunSignIn, begunSignIn, createOrganisations, type Organisation } from "./organisations.js";
import { streamEntries } from "./rooms-live.js";
import { roomRoutes as routes } from "./rooms-routes.js";
import { type StaticFile, servePage } from "./static-files.js";

export interface RoomsAppOptions {
  readonly rooms: Rooms;
  readonly pages: ReadonlyMap<string, StaticFile>;
  /** `host:port` by which it may be called. */
  readonly hosts: ReadonlySet<string>;
  /** Whether browsers come by https. */
  readonly secure: boolean;
  /** Whether a proxy on this machine passes requests on, and says from which address each came; not so unless given. */
  readonly proxied?: boolean;
  readonly limits?: RoomLimits;
  /** With whose accounts one can sign in; none unless given. */
  readonly organisations?: readonly Organisation[];
}

/** How much is taken: of an address that comes with links, and of a seat. Each is so many in so many seconds. */
export interface RoomLimits {
  readonly links: readonly [number, number];
  readonly reads: readonly [number, number];
  readonly writes: readonly [number, number];
  /** Of an address that comes with no seat, or with a wrong one. */
  readonly strangers: readonly [number, number];
}

const LIMITS: RoomLimits = { links: [20, 60], reads: [300, 60], writes: [60, 60], strangers: [60, 60] };
const words = roomWordingIn("en");
/** Documents that are read at once. */
const MOST_READING = 2;
/** Sessions that were good lately: whatever strangers do from the same address, these are heard. */
const MOST_SEATED = 5000;

function remember(seated: Set<string>, token: string): void {
  seated.delete(token);
  seated.add(token);
  const [oldest] = seated;
  if (seated.size > MOST_SEATED && oldest !== undefined) seated.delete(oldest);
}

const MOST_BYTES = 300 * 1024;
const RETURNED = /^[/]api[/]rooms[/][^/]+[/]returned$/;
const SESSION_SECONDS = 30 * 24 * 3600;

/** One cookie a room: who has seats in two is somebody else in each. Only this host sends it, and only over TLS or on this machine. */
const cookieOf = (room: string): string => `parley-${room}`;

const STATUS: Partial<Record<Why, 401 | 403 | 404 | 410 | 409 | 503>> = {
  "no-session": 401,
  "no-passkey": 401,
  "no-account": 401,
  "account-taken": 409,
  "account-away": 503,
  "busy-reading": 503,
  "no-invite": 410,
  "no-stream": 404,
  unknown: 404,
  "may-not": 403,
  "no-party": 403,
  own: 403,
  answered: 409,
  closed: 409,
  expired: 409,
  "bid-already": 409,
  settled: 409,
  signed: 409,
  "moved-on": 409,
  "name-taken": 409,
  "signs-already": 409,
};

/** Where an organisation sends the browser back to, each to an address of its own: none can pass for another. */
const BACK = "/account";
const backOf = (organisation: number): string => `${BACK}/${organisation + 1}`;
const ACCOUNT = "parley-account";
const ACCOUNT_SECONDS = 300;

export function createRoomsApp({
  rooms,
  pages,
  hosts,
  secure,
  limits = LIMITS,
  organisations: known = [],
  proxied = false,
}: RoomsAppOptions): OpenAPIHono {
  const organisations = createOrganisations(known);
  /** The guard has seen that the name is one of ours. */
  const siteOf = ({ req }: Context): PasskeySite => {
    const host = req.header("host") ?? "";
    return { name: host.replace(/:\d+$/, ""), origin: `${secure ? "https" : "http"}://${host}` };
  };
  const backTo = (context: Context, organisation: number): string => `${siteOf(context).origin}${backOf(organisation)}`;
  const guard = createGuard({ hosts, token: null, says: words });
  const app = new OpenAPIHono({
    defaultHook: (result, context) =>
      result.success ? undefined : context.json({ reasons: [words.refusals["bad-move"]], why: "bad-move" }, 422),
  });
  const limiter = ([points, duration]: readonly [number, number]) => new RateLimiterMemory({ points, duration });
  /** The last that a proxy wrote is its own; what stands before may be anybody's. */
  const addressIn = (context: Context): string => {
    const direct = addressOf(context);
    const passed =
      proxied && isLoopback(direct) ? context.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() : "";
    return passed || direct;
  };
  const seated = new Set<string>();
  const reading = new Set<string>();
  const slow = {
    links: limiter(limits.links),
    reads: limiter(limits.reads),
    writes: limiter(limits.writes),
    strangers: limiter(limits.strangers),
  };

  app.use(securityHeaders);
  app.use(guard.check);
  const limited = (maxSize: number) =>
    bodyLimit({ maxSize, onError: (context) => context.json({ reasons: [words.tooLarge] }, 413) });
  const [entry, document] = [limited(MOST_BYTES), limited(MOST_TRACKED_BYTES)];
  app.use((context, next) => (RETURNED.test(context.req.path) ? document : entry)(context, next));
  app.use(`${BACK}/*`, async (context, next) => (await isBusy(context)) ?? (await next()));
  app.use("/api/*", async (context, next) => {
    const busy = await isBusy(context);
    if (busy) return busy;
    await next();
    const token = seatCookie(context);
    // For a link nobody asks whether the cookie is good.
    if (token !== null && context.res.ok && !isLink(context)) remember(seated, token);
    if (token !== null && context.res.status === 401) seated.delete(token);
    // Whoever has no session is known by nothing but the address.
    if (context.res.status === 401) await slow.strangers.consume(addressIn(context)).catch(() => {});
    context.header("cache-control", "no-store");
    return undefined;
  });
  app.onError((error, context) => {
    if (error instanceof RoomRefused)
      return context.json(
        { reasons: [words.refusals[error.why] ?? words.mistake, ...error.details], why: error.why },
        STATUS[error.why] ?? 422,
      );
    if (error instanceof HTTPException) return context.json({ reasons: [words.refusals["bad-move"]] }, error.status);
    if (isFull(error)) return context.json({ reasons: [words.full] }, 503);
    return isAway(error)
      ? context.json({ reasons: [words.away] }, 503)
      : context.json({ reasons: [words.mistake] }, 500);
  });
  app.notFound((context) => context.json({ reasons: [words.nothingHere] }, 404));

  /** One document at a time of a seat, and few at once of all: each is read in a thread. */
  async function readOne<T>(token: string, read: () => Promise<T>): Promise<T> {
    if (reading.has(token) || reading.size >= MOST_READING) throw new RoomRefused("busy-reading");
    reading.add(token);
    try {
      return await read();
    } finally {
      reading.delete(token);
    }
  }

  /** By address for links, which nobody has a seat for; by seat for all else. */
  async function isBusy(context: Context): Promise<Response | null> {
    const link = isLink(context);
    const reads = context.req.method === "GET" || context.req.path.endsWith("/entries");
    const known = seatCookie(context);
    const bad = known !== null && seated.has(known) ? null : await slow.strangers.get(addressIn(context));
    if (bad && bad.consumedPoints > limits.strangers[0]) return await refuseBusy(context, bad);
    const key = link ? addressIn(context) : (seatCookie(context) ?? addressIn(context));
    try {
      await (link ? slow.links : reads ? slow.reads : slow.writes).consume(key);
      return null;
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      return await refuseBusy(context, refused);
    }
  }

  async function refuseBusy(context: Context, { msBeforeNext }: RateLimiterRes): Promise<Response> {
    context.header("retry-after", String(Math.ceil(msBeforeNext / 1000)));
    return context.json({ reasons: [words.busy] }, 429);
  }

  app.openapi(routes.comeIn, async (context) => {
    const { room, token } = await rooms.comeIn(context.req.valid("json").invite);
    keep(context, room, token);
    return context.json({ room }, 200);
  });
  app.openapi(routes.look, async (context) => context.json(await rooms.look(tokenOf(context)), 200));
  app.openapi(routes.entries, async (context) =>
    context.json(await rooms.entries(tokenOf(context), context.req.valid("json").since), 200),
  );
  app.openapi(routes.move, async (context) => {
    const { audience, kind, body } = context.req.valid("json");
    return context.json(await rooms.move(tokenOf(context), audience, kind, body), 200);
  });
  app.openapi(routes.bid, async (context) => {
    const { sealed, round, bid } = context.req.valid("json");
    await rooms.bid(tokenOf(context), sealed, round, bid);
    return context.body(null, 204);
  });
  app.openapi(routes.weigh, async (context) => {
    const { settlement, points } = context.req.valid("json");
    await rooms.weigh(tokenOf(context), settlement, points);
    return context.body(null, 204);
  });
  app.openapi(routes.consent, async (context) => {
    const { proposal, yes } = context.req.valid("json");
    await rooms.consent(tokenOf(context), proposal, yes);
    return context.body(null, 204);
  });
  app.openapi(routes.give, async (context) => {
    const { confidence, asked } = context.req.valid("json");
    await rooms.give(tokenOf(context), confidence, asked);
    return context.body(null, 204);
  });
  app.openapi(routes.revoke, async (context) => {
    await rooms.revoke(tokenOf(context), context.req.valid("param").given);
    return context.body(null, 204);
  });
  app.openapi(routes.invite, async (context) =>
    context.json(await rooms.invite(tokenOf(context), context.req.valid("json")), 200),
  );
  app.openapi(routes.inviteAgain, async (context) =>
    context.json({ invite: await rooms.inviteAgain(tokenOf(context), context.req.valid("param").seat) }, 200),
  );
  app.openapi(routes.rename, async (context) => {
    await rooms.rename(tokenOf(context), context.req.valid("json").name);
    return context.body(null, 204);
  });
  app.openapi(routes.removeSeat, async (context) => {
    await rooms.removeSeat(tokenOf(context), context.req.valid("param").seat);
    return context.body(null, 204);
  });
  app.openapi(routes.endSession, async (context) => {
    await rooms.endSession(tokenOf(context), context.req.valid("param").session);
    return context.body(null, 204);
  });
  app.openapi(routes.leave, async (context) => {
    await rooms.leave(tokenOf(context));
    deleteCookie(context, cookieOf(context.req.valid("param").room), { prefix: "host", secure: true, path: "/" });
    return context.body(null, 204);
  });
  app.openapi(routes.passkeyOffer, async (context) => {
    const token = tokenOf(context);
    const { room, title, me, passkeys } = await rooms.look(token);
    const known = passkeys.map(({ id }) => id);
    const seat = { room, seat: me.id, name: words.seatOf(me.name, title), known };
    return context.json(await rooms.passkeyOffer(token, seat, siteOf(context)), 200);
  });
  app.openapi(routes.addPasskey, async (context) => {
    await rooms.addPasskey(tokenOf(context), context.req.valid("json") as never, siteOf(context));
    return context.body(null, 204);
  });
  app.openapi(routes.removePasskey, async (context) => {
    await rooms.removePasskey(tokenOf(context), context.req.valid("param").passkey);
    return context.body(null, 204);
  });
  app.openapi(routes.passkeyAsked, async (context) =>
    context.json(await rooms.passkeyAsked(context.req.valid("param").room, siteOf(context)), 200),
  );
  app.openapi(routes.comeInByPasskey, async (context) => {
    const { room } = context.req.valid("param");
    keep(context, room, await rooms.comeInByPasskey(room, context.req.valid("json") as never, siteOf(context)));
    return context.body(null, 204);
  });
  app.openapi(routes.organisations, (context) => context.json({ names: organisations.names }, 200));
  app.openapi(routes.accountAsked, async (context) => {
    const { room } = context.req.valid("param");
    const { organisation } = context.req.valid("json");
    const challenge = await rooms.accountAsked(seatCookie(context) ?? "", room);
    const { to, begun } = await organisations.begin(room, organisation, challenge, backTo(context, organisation));
    // The browser comes back from another site, so that a stricter cookie would stay behind.
    setCookie(context, ACCOUNT, Buffer.from(JSON.stringify(begun)).toString("base64url"), {
      ...KEPT,
      sameSite: "Lax",
      maxAge: ACCOUNT_SECONDS,
    });
    return context.json({ to }, 200);
  });
  app.openapi(routes.removeAccount, async (context) => {
    await rooms.removeAccount(tokenOf(context), context.req.valid("param").account);
    return context.body(null, 204);
  });
  app.get(`${BACK}/:organisation`, async (context) => {
    const begun = begunIn(context);
    deleteCookie(context, ACCOUNT, { prefix: "host", secure: true, path: "/" });
    context.header("cache-control", "no-store");
    if (!begun || context.req.path !== backOf(begun.organisation)) return context.redirect("/?said=account-away", 303);
    const { room, challenge, organisation } = begun;
    try {
      const came = new URL(`${backTo(context, organisation)}${new URL(context.req.url).search}`);
      const token = await rooms.accountCame(room, await organisations.finish(came, begun), challenge);
      if (token !== null) keep(context, room, token);
      return context.redirect(`/r/${room}${token === null ? "?said=account-added" : ""}`, 303);
    } catch (error) {
      if (!(error instanceof RoomRefused)) throw error;
      return context.redirect(`/r/${room}?said=${error.why}`, 303);
    }
  });
  app.openapi(routes.record, async (context) => {
    const text = await rooms.record(tokenOf(context));
    return context.body(text, 200, {
      "content-type": "application/jsonl; charset=utf-8",
      "content-disposition": 'attachment; filename="room.jsonl"',
    });
  });
  app.openapi(routes.outcome, async (context) =>
    context.body(new Uint8Array(await rooms.outcome(tokenOf(context))), 200, {
      "content-type": draftForms.docx.type,
      "content-disposition": 'attachment; filename="outcome.docx"',
    }),
  );
  app.openapi(routes.working, async (context) =>
    context.body(new Uint8Array(await rooms.working(tokenOf(context))), 200, {
      "content-type": draftForms.docx.type,
      "content-disposition": 'attachment; filename="text.docx"',
    }),
  );
  app.openapi(routes.returned, async (context) => {
    const token = tokenOf(context);
    const bytes = new Uint8Array(await context.req.arrayBuffer());
    return context.json(await readOne(token, () => rooms.returned(token, bytes)), 200);
  });
  app.get("/api/rooms/:room/live", (context) => streamEntries(context, rooms, tokenOf(context)));
  app.get(
    "*",
    (context) => servePage(context, pages, "/room.html") ?? context.json({ reasons: [words.nothingHere] }, 404),
  );
  return app;
}

/** Only this host gets these, only over TLS or on this machine, and no script reads them. */
const KEPT = { prefix: "host", httpOnly: true, secure: true, path: "/" } as const;

/** Whether a request is for who has no seat yet. */
const isLink = ({ req }: Context): boolean =>
  req.path === "/api/seat" || req.path.startsWith(`${BACK}/`) || /[/](account|passkey([/]ask)?)$/.test(req.path);

/** The browser sends the token back, and shows it to no page. */
const keep = (context: Context, room: string, token: string): void =>
  setCookie(context, cookieOf(room), token, { ...KEPT, sameSite: "Strict", maxAge: SESSION_SECONDS });

/** What the browser keeps of somebody who is signing in with an account; null where that is nothing of ours. */
function begunIn(context: Context): BegunSignIn | null {
  try {
    const text = Buffer.from(getCookie(context, ACCOUNT, "host") ?? "", "base64url").toString();
    return begunSignIn.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

const roomIn = ({ req }: Context): string => /^\/api\/rooms\/([0-9a-f-]{36})(\/|$)/.exec(req.path)?.[1] ?? "";

/** The token that the browser has for the room of the address. */
function seatCookie(context: Context): string | null {
  const room = roomIn(context);
  return room === "" ? null : (getCookie(context, cookieOf(room), "host") ?? null);
}

function tokenOf(context: Context): string {
  const token = seatCookie(context);
  if (!token) throw new RoomRefused("no-session");
  return token;
}

/** Whether the disk of the database is full: PostgreSQL's class 53, or what the system says. */
const isFull = (error: unknown): boolean =>
  error instanceof Error &&
  (("code" in error && String(error.code) === "53100") ||
    /no space left|could not (extend|write)/i.test(error.message));

/** Whether the database did not answer, so that it is worth trying again. */
function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  return /^(ECONN|EPIPE|ETIMEDOUT|57|08)/.test(code) || /terminat|timeout|ended/i.test(error.message);
}
