// What happens in a room while its page is open. Each seat's stream is read as that seat, from where it stopped: what was missed while
// the connection was away comes when it is back.
import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import { MOST_ENTRIES, RoomRefused, type Rooms, type Since } from "../rooms/index.js";
import { MOST_SEQ } from "./rooms-routes.js";

const HEARTBEAT_MS = 20_000;
const AGAIN_MS = 250;
const LONGEST_MS = 5000;
/** As often as it is tried in some minutes; then the page comes anew. */
const MOST_FAILED = 60;
/** Open pages of one session; a browser has a few. */
const MOST_OPEN = 20;

const open = new Map<string, number>();

/** How far the page has read each stream: its last event says so, else its address. */
function sinceOf(context: Context): Since {
  const given = context.req.header("last-event-id") ?? context.req.query("since") ?? "{}";
  try {
    const read: unknown = JSON.parse(given);
    if (typeof read !== "object" || read === null || Array.isArray(read)) return {};
    return Object.fromEntries(
      Object.entries(read)
        .filter(([name, seq]) => name.length <= 80 && Number.isSafeInteger(seq) && seq >= 0 && seq <= MOST_SEQ)
        .slice(0, 200),
    ) as Since;
  } catch {
    return {};
  }
}

/** Sends entries as they are written. @throws `RoomRefused` where the seat has no session */
export async function streamEntries(context: Context, rooms: Rooms, token: string): Promise<Response> {
  const { room, audiences } = await rooms.look(token);
  if ((open.get(token) ?? 0) >= MOST_OPEN) throw new RoomRefused("too-many-pages");
  let since = sinceOf(context);
  return streamSSE(context, async (stream) => {
    open.set(token, (open.get(token) ?? 0) + 1);
    let fresh = true;
    let failed = 0;
    let wake = (): void => {};
    const stop = rooms.hear((heard) => {
      if (heard && (heard.room !== room || !audiences.includes(heard.audience))) return;
      fresh = true;
      wake();
    });
    stream.onAbort(() => {
      stop();
      wake();
    });
    await stream.writeSSE({ event: "hello", data: "" });
    try {
      while (!stream.aborted) {
        if (!fresh) {
          await Promise.race([new Promise<void>((resolve) => (wake = resolve)), stream.sleep(HEARTBEAT_MS)]);
          if (!fresh) await stream.writeSSE({ event: "still-here", data: "" });
          continue;
        }
        fresh = false;
        const entries = await rooms.entries(token, since).catch((error: unknown) => {
          if (error instanceof RoomRefused || ++failed > MOST_FAILED) throw error;
          // The database is away: what was not read is read when it is back.
          fresh = true;
          return null;
        });
        if (entries === null) await stream.sleep(Math.min(AGAIN_MS * 2 ** failed, LONGEST_MS));
        else failed = 0;
        if (entries !== null && entries.length > 0) {
          since = { ...since, ...Object.fromEntries(entries.map(({ audience, seq }) => [audience, seq])) };
          fresh ||= entries.length === MOST_ENTRIES;
          await stream.writeSSE({ data: JSON.stringify(entries), id: JSON.stringify(since) });
        }
      }
    } catch (error) {
      if (!(error instanceof RoomRefused)) throw error;
      await stream.writeSSE({ event: "ended", data: "" });
    } finally {
      stop();
      const left = (open.get(token) ?? 1) - 1;
      if (left > 0) open.set(token, left);
      else open.delete(token);
    }
  });
}
