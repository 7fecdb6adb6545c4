// A room in the browser: who one is in it, its parts, and what went wrong last.
import { biddersOf, offerStanding } from "@parley/core/rooms";
import { type ReactNode, useCallback, useMemo, useState, useSyncExternalStore } from "react";
import { Confidences } from "./confidences.js";
import { Mediator } from "./mediator.js";
import { isUnnamed, NameForm } from "./name-form.js";
import { Offers } from "./offers.js";
import { OurSide } from "./our-side.js";
import { People } from "./people.js";
import { openQuestions, Questions } from "./questions.js";
import { RoomFailure } from "./room-api.js";
import type { RoomPhase, RoomStore } from "./room-store.js";
import { binds, type OpenRoom, OpenRoomIn, partyName, seatName, useOpenRoom } from "./room-view.js";
import { words } from "./room-words.js";
import { Proposals, Sealed } from "./secrets.js";
import { Stream, Talk } from "./talk.js";
import { CommonText } from "./text.js";

export function RoomApp({ store }: { readonly store: RoomStore }): ReactNode {
  const phase = useSyncExternalStore(store.subscribe, store.get);
  if (phase.kind === "entering")
    return (
      <main className="alone">
        <p role="status">{words.loading}</p>
      </main>
    );
  if (phase.kind === "another")
    return (
      <main className="alone">
        <p>{words.arrival.inRoom(phase.as)}</p>
        <p>{words.arrival.another}</p>
        <p className="row">
          <button type="button" className="primary" onClick={phase.stay}>
            {words.arrival.stay(phase.as)}
          </button>
          <button type="button" onClick={phase.take}>
            {words.arrival.take}
          </button>
        </p>
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
        <p className="row">
          {phase.byPasskey && (
            <button type="button" className="primary" onClick={() => void phase.byPasskey?.()}>
              {words.sessions.byPasskey}
            </button>
          )}
          {phase.byAccount.map(({ name, go }) => (
            <button key={name} type="button" onClick={() => void go()}>
              {words.sessions.byAccount(name)}
            </button>
          ))}
          {phase.again && (
            <button type="button" onClick={() => location.reload()}>
              {words.tryAgain}
            </button>
          )}
        </p>
      </main>
    );
  return <Room phase={phase} refresh={store.refresh} cameBackWith={store.cameBackWith} />;
}

const SHARING = "parley-sharing";

type Part = "table" | "text" | "talk" | "mediator" | "side" | "people";

interface RoomProps {
  readonly phase: RoomPhase & { readonly kind: "open" };
  readonly refresh: () => Promise<void>;
  readonly cameBackWith: string | null;
}

function Room({ phase, refresh, cameBackWith }: RoomProps): ReactNode {
  const { api, look, state, heard } = phase;
  const [wrong, setWrong] = useState<readonly string[]>(cameBackWith === null ? [] : [cameBackWith]);
  const [part, setPart] = useState<Part>("table");
  const [sharing, share] = useState(() => sessionStorage.getItem(SHARING) === "yes");
  const setSharing = (on: boolean) => {
    sessionStorage.setItem(SHARING, on ? "yes" : "no");
    share(on);
  };
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
  const room = useMemo(() => ({ api, look, state, refresh, act, sharing }), [api, look, state, refresh, act, sharing]);
  /** How much waits for this seat, by part. */
  const waiting: Partial<Record<Part, number>> = binds(me)
    ? { table: waitingAtTable({ look, state }), mediator: openQuestions({ look, state }).length }
    : {};
  const parts: readonly Part[] =
    me.role === "observer"
      ? ["table", "text", "talk", "people"]
      : sharing
        ? ["table", "text", "talk"]
        : me.role === "party"
          ? ["table", "text", "talk", "mediator", "side", "people"]
          : ["table", "text", "talk", "mediator", "people"];
  const shown = parts.includes(part) ? part : "table";
  return (
    <OpenRoomIn value={room}>
      <header className="top">
        <div className="title">
          <div>
            <h1>{look.title}</h1>
            <p className="note">{seatName(state, me.id)}</p>
          </div>
          {me.role !== "observer" && (
            <button type="button" aria-pressed={sharing} onClick={() => setSharing(!sharing)}>
              {sharing ? words.caucus.show : words.caucus.hide}
            </button>
          )}
        </div>
        <nav aria-label={words.tabsLabel}>
          {parts.map((one) => (
            <button
              key={one}
              type="button"
              aria-current={one === shown ? "page" : undefined}
              onClick={() => {
                setPart(one);
                setWrong([]);
                scrollTo(0, 0);
              }}
            >
              {words.tabs[one]}
              {(waiting[one] ?? 0) > 0 && <span className="count">{waiting[one]}</span>}
            </button>
          ))}
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
        {wrong.length > 0 && (
          <div className="alert wrong" role="alert">
            <div>
              {wrong.map((reason) => (
                <p key={reason}>{reason}</p>
              ))}
            </div>
            <button type="button" className="quiet" onClick={() => setWrong([])}>
              {words.dismiss}
            </button>
          </div>
        )}
        {shown === "table" && (
          <>
            {me.role === "party" && !sharing && <Questions />}
            <Arrival />
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

/** Offers, proposals and bids that a seat that signs has not answered. */
function waitingAtTable({ look, state }: Pick<OpenRoom, "look" | "state">): number {
  const own = look.me.party ?? "";
  const offers = Object.values(state.offers.offers).filter(
    (offer) =>
      offer.by !== own &&
      offer.answers[own] === undefined &&
      offerStanding(offer, state.offers.parties, Date.now()) === "open",
  );
  const proposals = Object.values(state.proposals).filter((one) => one.outcome === "waiting" && !one.own);
  const sealed = Object.values(state.sealed).filter(
    ({ rule, agreed, round, ownRound }) =>
      agreed === null && round <= rule.rounds && ownRound < round && biddersOf(rule).includes(own),
  );
  return offers.length + proposals.length + sealed.length;
}

/** Where nothing was offered yet: what it is about. And one's name, while it is that of the seat. */
function Arrival(): ReactNode {
  const { look, state } = useOpenRoom();
  const { arrival } = words;
  const { matter } = look;
  const empty = Object.keys(state.offers.offers).length === 0 && Object.keys(state.proposals).length === 0;
  return (
    <>
      {isUnnamed(look) && <NameForm />}
      <section aria-labelledby="about">
        <h2 id="about">{arrival.about}</h2>
        {empty && matter.about !== null && <p dir="auto">{matter.about}</p>}
        <details>
          <summary>{arrival.issues(matter.issues.length)}</summary>
          <dl className="package">
            {matter.issues.map(({ id, name: issue, today, options }) => (
              <div key={id}>
                <dt>{issue}</dt>
                <dd>
                  {options.map((one) => (one.id === today ? words.offers.today(one.name) : one.name)).join(" · ")}
                </dd>
              </div>
            ))}
          </dl>
        </details>
      </section>
    </>
  );
}

function PartyMediator(): ReactNode {
  const { look, state } = useOpenRoom();
  const party = look.me.party ?? "";
  return (
    <>
      <Questions />
      <Confidences />
      <Stream
        audience={`mediation:${party}`}
        heading={words.tabs.talk}
        who={words.talk.mediation(partyName(state.matter, party))}
        send={words.talk.toMediator}
      />
    </>
  );
}
