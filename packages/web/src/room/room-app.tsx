// A room in the browser: who one is in it, its parts, and what went wrong last.
import { type ReactNode, useCallback, useMemo, useState, useSyncExternalStore } from "react";
import { Confidences } from "./confidences.js";
import { Mediator } from "./mediator.js";
import { Offers } from "./offers.js";
import { OurSide } from "./our-side.js";
import { People } from "./people.js";
import { openQuestions, Questions } from "./questions.js";
import { RoomFailure } from "./room-api.js";
import type { RoomPhase, RoomStore } from "./room-store.js";
import { OpenRoomIn, seatName } from "./room-view.js";
import { words } from "./room-words.js";
import { Proposals, Sealed } from "./secrets.js";
import { Talk } from "./talk.js";
import { CommonText } from "./text.js";

export function RoomApp({ store }: { readonly store: RoomStore }): ReactNode {
  const phase = useSyncExternalStore(store.subscribe, store.get);
  if (phase.kind === "entering")
    return (
      <main className="alone">
        <p role="status">{words.loading}</p>
      </main>
    );
  if (phase.kind === "failed")
    return (
      <main className="alone">
        {phase.reasons.map((reason) => (
          <p key={reason} role="alert">
            {reason}
          </p>
        ))}
        {phase.byPasskey && (
          <button type="button" className="primary" onClick={() => void phase.byPasskey?.()}>
            {words.sessions.byPasskey}
          </button>
        )}
        {phase.again && (
          <button type="button" onClick={() => location.reload()}>
            {words.tryAgain}
          </button>
        )}
      </main>
    );
  return <Room phase={phase} refresh={store.refresh} />;
}

type Part = "table" | "text" | "talk" | "mediator" | "side" | "people";

interface RoomProps {
  readonly phase: RoomPhase & { readonly kind: "open" };
  readonly refresh: () => Promise<void>;
}

function Room({ phase, refresh }: RoomProps): ReactNode {
  const { api, look, state, heard } = phase;
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const [part, setPart] = useState<Part>("table");
  const [sharing, setSharing] = useState(false);
  const { me } = look;
  const act = useCallback(async (work: () => Promise<unknown>) => {
    try {
      await work();
      setWrong([]);
      return true;
    } catch (error) {
      setWrong(error instanceof RoomFailure ? error.reasons : [words.mistake]);
      return false;
    }
  }, []);
  const room = useMemo(() => ({ api, look, state, refresh, act }), [api, look, state, refresh, act]);
  const asked = me.role === "party" ? openQuestions({ look, state }).length : 0;
  const parts: readonly Part[] =
    me.role === "observer"
      ? ["table", "text", "talk", "people"]
      : sharing
        ? ["table", "text"]
        : me.role === "party"
          ? ["table", "text", "talk", "mediator", "side", "people"]
          : ["table", "text", "talk", "mediator", "people"];
  const shown = parts.includes(part) ? part : "table";
  return (
    <OpenRoomIn value={room}>
      <header className="top">
        <h1>{look.title}</h1>
        <p className="note">{seatName(state, me.id)}</p>
        <nav aria-label={words.tabsLabel}>
          {parts.map((one) => (
            <button
              key={one}
              type="button"
              aria-current={one === shown ? "page" : undefined}
              onClick={() => setPart(one)}
            >
              {words.tabs[one]}
              {one === "mediator" && asked > 0 && <span className="count">{asked}</span>}
            </button>
          ))}
          {me.role === "mediator" && (
            <button type="button" className="share" aria-pressed={sharing} onClick={() => setSharing(!sharing)}>
              {sharing ? words.caucus.show : words.caucus.hide}
            </button>
          )}
        </nav>
      </header>
      <main>
        {!heard && (
          <p className="alert" role="status">
            {words.lost}
          </p>
        )}
        {sharing && (
          <p className="alert" role="status">
            {words.caucus.sharingOn}
          </p>
        )}
        {wrong.map((reason) => (
          <p key={reason} className="alert wrong" role="alert">
            {reason}
          </p>
        ))}
        {shown === "table" && (
          <>
            {me.role === "party" && <Questions />}
            <Proposals />
            <Offers />
            <Sealed />
          </>
        )}
        {shown === "text" && <CommonText />}
        {shown === "talk" && <Talk />}
        {shown === "mediator" && (me.role === "mediator" ? <Mediator /> : <PartyMediator />)}
        {shown === "side" && <OurSide />}
        {shown === "people" && <People />}
      </main>
    </OpenRoomIn>
  );
}

const PartyMediator = (): ReactNode => (
  <>
    <Questions />
    <Confidences />
  </>
);
