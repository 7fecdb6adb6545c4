// The offers on the table: each with what it says, how it stands and what one's own side can do about it.
import { offerStanding, type RoomOffer } from "@parley/core/rooms";
import { type ReactNode, useEffect, useState } from "react";
import { PackageView } from "./package-view.js";
import { binds, partyName, partyPlace, useOpenRoom } from "./room-view.js";
import { when, words, zone } from "./room-words.js";
import { Sure } from "./sure.js";
import { TermsForm } from "./terms-form.js";

/** The time of this page, so that an offer lapses on it without a reload. */
function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 5000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

export function Offers(): ReactNode {
  const { look, state } = useOpenRoom();
  const { offers } = words;
  const [making, setMaking] = useState<"offer" | RoomOffer | null>(null);
  const all = Object.values(state.offers.offers).sort((a, b) => b.made - a.made);
  return (
    <section aria-labelledby="offers">
      <h2 id="offers">{offers.heading}</h2>
      {binds(look.me) && making === null && (
        <p>
          <button type="button" className="primary" onClick={() => setMaking("offer")}>
            {offers.make}
          </button>
        </p>
      )}
      {making !== null && <OfferForm counters={making === "offer" ? null : making} onDone={() => setMaking(null)} />}
      {all.length === 0 && making === null && <p className="note">{offers.none}</p>}
      <ol className="cards">
        {all.map((offer) => (
          <OneOffer key={offer.id} offer={offer} onCounter={() => setMaking(offer)} />
        ))}
      </ol>
    </section>
  );
}

function OneOffer({ offer, onCounter }: { readonly offer: RoomOffer; readonly onCounter: () => void }): ReactNode {
  const { api, look, state, act } = useOpenRoom();
  const { offers } = words;
  const now = useNow();
  const { matter } = state;
  const standing = offerStanding(offer, state.offers.parties, now);
  const others = matter.parties.filter(({ id }) => id !== offer.by);
  const answered = (answer: string) => others.filter(({ id }) => offer.answers[id] === answer).map(({ name }) => name);
  const waiting = others.filter(({ id }) => offer.answers[id] === undefined).map(({ name }) => name);
  const own = look.me.party === offer.by;
  const mayAnswer = standing === "open" && binds(look.me) && !own && offer.answers[look.me.party ?? ""] === undefined;
  const move = (answer: "accepted" | "refused") =>
    void act(() => api.move("room", "answer", { offer: offer.id, answer }));
  const note = state.notes[offer.id];
  return (
    <li className={`card ${standing}`}>
      <header>
        <strong className={`party p${partyPlace(matter, offer.by)}`}>
          {words.atHead(partyName(matter, offer.by))}
        </strong>
        <span className="note">{when(offer.made)}</span>
        <span className={`standing ${standing}`}>
          {standing === "open" && offer.until !== null ? offers.openUntil(when(offer.until)) : offers[standing]}
        </span>
      </header>
      {note && <p className="quoted">{note}</p>}
      <PackageView named={offer.package} />
      {Object.keys(offer.if).length > 0 && (
        <>
          <p className="only-if">{offers.onlyIf}</p>
          <PackageView named={offer.if} />
        </>
      )}
      <p className="note">
        {[
          answered("accepted").length > 0 && offers.accepted(answered("accepted")),
          answered("refused").length > 0 && offers.declined(answered("refused")),
          answered("countered").length > 0 && offers.countered(answered("countered")),
          standing === "open" && waiting.length > 0 && offers.waitsFor(waiting),
        ]
          .filter(Boolean)
          .join(" ")}
      </p>
      {mayAnswer && (
        <p className="row">
          <Sure text={offers.accept} question={offers.sureAccept} className="primary" act={() => move("accepted")} />
          <button type="button" onClick={onCounter}>
            {offers.counter}
          </button>
          <button type="button" onClick={() => move("refused")}>
            {offers.refuse}
          </button>
        </p>
      )}
      {own && standing === "open" && binds(look.me) && (
        <p className="row">
          <button type="button" onClick={() => void act(() => api.move("room", "withdraw", { offer: offer.id }))}>
            {offers.withdraw}
          </button>
        </p>
      )}
    </li>
  );
}

interface OfferFormProps {
  readonly counters: RoomOffer | null;
  readonly onDone: () => void;
}

function OfferForm({ counters, onDone }: OfferFormProps): ReactNode {
  const { api, state, act } = useOpenRoom();
  const { offers } = words;
  const [until, setUntil] = useState("");
  const ends = { until: until === "" ? null : new Date(until).getTime(), counters: counters?.id ?? null };
  return (
    <TermsForm
      head={
        <>
          <h3>{counters ? offers.counter : offers.make}</h3>
          {counters && <p className="note">{offers.countering(partyName(state.matter, counters.by))}</p>}
        </>
      }
      first={counters}
      noteLabel={offers.note}
      sendLabel={offers.send}
      send={(terms) => act(() => api.move("room", "offer", { ...terms, ...ends }))}
      onDone={onDone}
    >
      <label>
        <span>{offers.until(zone)}</span>
        <input type="datetime-local" value={until} onChange={({ target }) => setUntil(target.value)} />
      </label>
    </TermsForm>
  );
}
