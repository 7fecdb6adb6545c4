// What happens in a room while its page is open. Each seat's stream is read as that seat, from where it stopped: what was missed while
// the connection was away comes when it is back.
import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import { MOST_ENTRIES, RoomRefused, type Rooms, type Since } from "../rooms/index.js";

const HEARTBEAT_MS = 20_000;
const AGAIN_MS = 500;

/** How far the page has read each stream: its last event says so, else its address. */
function sinceOf(context: Context): Since {
  const given = context.req.header("last-event-id") ?? context.req.query("since") ?? "{}";
  try {
    const read: unknown = JSON.parse(given);
    if (typeof read !== "object" || read === null || Array.isArray(read)) return {};
    return Object.fromEntries(
      Object.entries(read)
        .filter(([name, seq]) => name.length <= 80 && Number.isSafeInteger(seq) && seq >= 0)
        .slice(0, 200),
    ) as Since;
  } catch {
    return {};
  }
}

/** Sends entries as they are written. @throws `RoomRefused` where the seat has no session */
export async function streamEntries(context: Context, rooms: Rooms, token: string): Promise<Response> {
  const { room, audiences } = await rooms.look(token);
  let since = sinceOf(context);
  return streamSSE(context, async (stream) => {
    let fresh = true;
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
          if (error instanceof RoomRefused) throw error;
          // The database is away: what was not read is read when it is back.
          fresh = true;
          return null;
        });
        if (entries === null) await stream.sleep(AGAIN_MS);
        else if (entries.length > 0) {
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
    }
  });
}
