// The room as this page knows it: who sits in it, and what came of the entries that the server sent, which it goes on sending.
import { beginRoom, hearEntry, type RoomEntry, type RoomLook, type RoomState, withSeats } from "@parley/core/rooms";
import { browserSupportsWebAuthn, startAuthentication } from "@simplewebauthn/browser";
import { organisationsHere, type RoomApi, RoomFailure, roomApi, takeSeat } from "./room-api.js";
import { words } from "./room-words.js";

export type RoomPhase =
  | { readonly kind: "entering" }
  | {
      /** There is a seat in this room already, and the link is for another, or for the same again. */
      readonly kind: "another";
      readonly as: string;
      readonly stay: () => void;
      readonly take: () => void;
    }
  | {
      readonly kind: "failed";
      readonly reasons: readonly string[];
      readonly again: boolean;
      /** Comes in by a passkey; null where that cannot be. */
      readonly byPasskey: (() => Promise<void>) | null;
      /** Organisations with whose accounts one can come in. */
      readonly byAccount: readonly { readonly name: string; readonly go: () => Promise<void> }[];
    }
  | {
      readonly kind: "open";
      readonly api: RoomApi;
      readonly look: RoomLook;
      readonly state: RoomState;
      /** Whether the server is heard. */
      readonly heard: boolean;
    };

/** Entries after which something else than the streams has changed. */
const TURNING: ReadonlySet<string> = new Set(["came", "seat", "give", "revoke"]);

export interface RoomStore {
  readonly get: () => RoomPhase;
  readonly subscribe: (changed: () => void) => () => void;
  readonly enter: () => Promise<void>;
  /** Why the page was come back to without what one had left for; null where it was not. */
  readonly cameBackWith: string | null;
  /** Asks again who is there, what was given and where one is signed in. */
  readonly refresh: () => Promise<void>;
}

/** What stands in the browser of a room in which it has had a seat: that, and nothing else. */
const SEATED = "parley-seated-";

const roomHere = (): string | null => /^\/r\/([0-9a-f-]{36})/.exec(location.pathname)?.[1] ?? null;

/** Whether this page may ask for passkeys. */
export const canUsePasskeys = (): boolean => browserSupportsWebAuthn() && !/^[\d.]+$|^\[/.test(location.hostname);

/** Leaves for the organisation's own page, which leads back. */
export const goToOrganisation = async (api: RoomApi, organisation: number): Promise<void> => {
  location.assign((await api.accountAsked(organisation)).to);
};

/** What an organisation's page led back with, once: it does not stay in the address. */
function takeSaid(): string | null {
  const said = new URLSearchParams(location.search).get("said");
  if (said === null) return null;
  history.replaceState(null, "", location.pathname + location.hash);
  return Object.hasOwn(words.refusals, said) ? words.refusals[said as keyof typeof words.refusals] : null;
}

export function createRoomStore(): RoomStore {
  const cameBackWith = takeSaid();
  let following: EventSource | null = null;
  let phase: RoomPhase = { kind: "entering" };
  const hearers = new Set<() => void>();
  const set = (next: RoomPhase) => {
    phase = next;
    for (const hear of hearers) hear();
  };
  const fail = (error: unknown) => {
    if (error instanceof RoomFailure && error.status === 401) localStorage.removeItem(SEATED + (roomHere() ?? ""));
    const signedOut = error instanceof RoomFailure && error.status === 401;
    const reasons = error instanceof RoomFailure ? error.reasons : [words.mistake];
    set({
      kind: "failed",
      reasons: signedOut && cameBackWith !== null ? [cameBackWith] : reasons,
      byPasskey: signedOut ? passkeyFor(roomHere()) : null,
      byAccount: [],
      again: error instanceof RoomFailure && (error.status === 0 || error.status >= 500 || error.status === 429),
    });
    if (signedOut) void offerAccounts(roomHere());
  };

  async function offerAccounts(room: string | null): Promise<void> {
    const { names } = await organisationsHere().catch(() => ({ names: [] }));
    if (phase.kind !== "failed" || room === null) return;
    const go = (organisation: number) => () => goToOrganisation(roomApi(room), organisation).catch(fail);
    set({ ...phase, byAccount: names.map((name, k) => ({ name, go: go(k) })) });
  }

  const refresh = async () => {
    if (phase.kind !== "open") return;
    const look = await phase.api.look();
    if (phase.kind === "open") set({ ...phase, look, state: withSeats(phase.state, look.seats) });
  };

  /** Null where a browser would refuse: passkeys are tied to a name, and an address by its number has none. */
  function passkeyFor(room: string | null): (() => Promise<void>) | null {
    if (room === null || !canUsePasskeys()) return null;
    return async () => {
      const api = roomApi(room);
      try {
        const signed = await startAuthentication({ optionsJSON: await api.passkeyAsked() });
        await api.comeInByPasskey(signed);
        await enter();
      } catch (error) {
        fail(error instanceof RoomFailure ? error : new RoomFailure(401, [words.refusals["no-passkey"]]));
      }
    };
  }

  /** By whom this browser is in a room already; null where it is not. */
  const seatedAs = async (room: string): Promise<string | null> => {
    // Asked only where there was a seat: the browser does not show its cookie.
    if (localStorage.getItem(SEATED + room) === null) return null;
    const look = await roomApi(room)
      .look()
      .catch(() => null);
    return look?.me.name ?? null;
  };

  async function enter(taking = false): Promise<void> {
    following?.close();
    try {
      const invite = location.hash.slice(1);
      let room = roomHere();
      const as = invite !== "" && !taking && room !== null ? await seatedAs(room) : null;
      if (as !== null) {
        const stay = () => {
          history.replaceState(null, "", location.pathname);
          void enter();
        };
        set({ kind: "another", as, stay, take: () => void enter(true) });
        return;
      }
      if (invite !== "") {
        ({ room } = await takeSeat(invite));
        // The link is used up, and does not stay in the address.
        history.replaceState(null, "", `/r/${room}`);
      }
      if (!room) throw new RoomFailure(404, [words.noLink]);
      const api = roomApi(room);
      const look = await api.look();
      localStorage.setItem(SEATED + room, "yes");
      set({ kind: "open", api, look, state: beginRoom(look.matter, look.seats), heard: true });
      follow(api);
    } catch (error) {
      fail(error);
    }
  }

  function follow({ at }: RoomApi): void {
    const source = new EventSource(`${at}/live`);
    following = source;
    const heard = (is: boolean) => {
      if (phase.kind === "open" && phase.heard !== is) set({ ...phase, heard: is });
    };
    source.addEventListener("hello", () => heard(true));
    source.addEventListener("ended", () => {
      source.close();
      fail(new RoomFailure(401, [words.refusals["no-session"]]));
    });
    source.onerror = () => {
      heard(false);
      // Refused rather than lost: the server says why.
      if (source.readyState === EventSource.CLOSED) void refresh().catch(fail);
    };
    source.onmessage = ({ data }) => {
      if (phase.kind !== "open") return;
      const entries = JSON.parse(String(data)) as RoomEntry[];
      set({ ...phase, state: entries.reduce(hearEntry, phase.state), heard: true });
      if (entries.some(({ kind }) => TURNING.has(kind))) void refresh().catch(() => heard(false));
    };
  }

  return {
    get: () => phase,
    subscribe: (changed) => {
      hearers.add(changed);
      return () => hearers.delete(changed);
    },
    enter: () => enter(),
    refresh,
    cameBackWith,
  };
}
