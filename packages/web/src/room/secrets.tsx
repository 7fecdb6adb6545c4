// What is answered in secret: the mediator's proposals, and sealed bids.
import type { RoomPackage, RoomProposal, RoomSealed, SealedBid } from "@parley/core/rooms";
import { type ReactNode, useState } from "react";
import { PackageChooser, PackageView } from "./package-view.js";
import { binds, newId, packageText, partyName, useOpenRoom } from "./room-view.js";
import { when, words } from "./room-words.js";
import { Sure } from "./sure.js";

export function Proposals(): ReactNode {
  const { look, state } = useOpenRoom();
  const all = Object.values(state.proposals).sort((a, b) => b.at - a.at);
  const [making, setMaking] = useState(false);
  const { proposals } = words;
  const mediates = look.me.role === "mediator";
  if (all.length === 0 && !mediates) return null;
  return (
    <section aria-labelledby="proposals">
      <h2 id="proposals">{proposals.heading}</h2>
      <p className="note">{proposals.secret}</p>
      {mediates && !making && (
        <p>
          <button type="button" onClick={() => setMaking(true)}>
            {proposals.make}
          </button>
        </p>
      )}
      {making && <ProposalForm first={{}} onDone={() => setMaking(false)} />}
      {all.length === 0 && !making && <p className="note">{proposals.none}</p>}
      <ol className="cards">
        {all.map((one) => (
          <OneProposal key={one.id} proposal={one} />
        ))}
      </ol>
    </section>
  );
}

export function ProposalForm({
  first,
  onDone,
}: {
  readonly first: RoomPackage;
  readonly onDone: () => void;
}): ReactNode {
  const { api, act } = useOpenRoom();
  const [id] = useState(newId);
  const [chosen, setChosen] = useState<RoomPackage>(first);
  const [note, setNote] = useState("");
  return (
    <form
      className="card form"
      onSubmit={async (event) => {
        event.preventDefault();
        const body = { id, package: chosen, ...(note.trim() !== "" && { note: note.trim() }) };
        if (await act(() => api.move("room", "proposal", body))) onDone();
      }}
    >
      <PackageChooser label={words.proposals.make} chosen={chosen} onChoose={setChosen} />
      <label>
        <span>{words.offers.note}</span>
        <textarea rows={2} maxLength={2000} value={note} onChange={({ target }) => setNote(target.value)} dir="auto" />
      </label>
      <p className="row">
        <button type="submit" className="primary" disabled={Object.keys(chosen).length === 0}>
          {words.proposals.send}
        </button>
        <button type="button" onClick={onDone}>
          {words.offers.cancel}
        </button>
      </p>
    </form>
  );
}

function OneProposal({ proposal }: { readonly proposal: RoomProposal }): ReactNode {
  const { api, look, act } = useOpenRoom();
  const { proposals } = words;
  const { id, note, at, own, outcome } = proposal;
  const says = { waiting: proposals.waiting, agreed: proposals.agreed, "not-agreed": proposals.notAgreed }[outcome];
  const answer = (yes: boolean) => void act(() => api.consent(id, yes));
  return (
    <li className={`card ${outcome === "agreed" ? "agreed" : ""}`}>
      <header>
        <strong>{words.atHead(words.role.mediator)}</strong>
        <span className="note">{when(at)}</span>
        <span className={`standing ${outcome === "agreed" ? "agreed" : outcome === "waiting" ? "open" : "refused"}`}>
          {says}
        </span>
      </header>
      {note && <p className="quoted">{note}</p>}
      <PackageView named={proposal.package} />
      {outcome === "waiting" && own && <p className="note">{proposals.answered}</p>}
      {outcome === "waiting" && !own && binds(look.me) && (
        <p className="row">
          <Sure text={proposals.yes} question={proposals.sureYes} className="primary" act={() => answer(true)} />
          <Sure text={proposals.no} question={proposals.sureNo} act={() => answer(false)} />
        </p>
      )}
    </li>
  );
}

export function Sealed(): ReactNode {
  const { look, state } = useOpenRoom();
  const { sealed } = words;
  const [making, setMaking] = useState(false);
  const all = Object.values(state.sealed);
  const mayBegin = look.me.role === "mediator" || binds(look.me);
  if (all.length === 0 && !mayBegin) return null;
  return (
    <section aria-labelledby="sealed">
      <h2 id="sealed">{sealed.heading}</h2>
      {mayBegin && !making && (
        <p>
          <button type="button" onClick={() => setMaking(true)}>
            {sealed.begin}
          </button>
        </p>
      )}
      {making && <SealedForm onDone={() => setMaking(false)} />}
      <ol className="cards">
        {all.map((one) => (
          <OneSealed key={one.id} sealed={one} />
        ))}
      </ol>
    </section>
  );
}

function SealedForm({ onDone }: { readonly onDone: () => void }): ReactNode {
  const { api, state, act } = useOpenRoom();
  const { sealed } = words;
  const { parties } = state.matter;
  const [id] = useState(newId);
  const [about, setAbout] = useState("");
  const [form, setForm] = useState<"number" | "packages">("number");
  const [more, setMore] = useState(parties[0]?.id ?? "");
  const [less, setLess] = useState(parties[1]?.id ?? "");
  const [packages, setPackages] = useState<readonly RoomPackage[]>([{}, {}]);
  const [rounds, setRounds] = useState(3);
  const named = packages.filter((one) => Object.keys(one).length > 0);
  const ready = about.trim() !== "" && (form === "number" ? more !== less : named.length >= 1);
  const send = async () => {
    const byName = Object.fromEntries(named.map((one, k) => [`p${k + 1}`, one]));
    const rule =
      form === "number"
        ? ({ form, more, less, rounds } as const)
        : ({ form, parties: parties.map((one) => one.id), packages: Object.keys(byName), rounds } as const);
    const body = { id, about: about.trim(), rule, packages: form === "number" ? {} : byName };
    if (await act(() => api.move("room", "sealed", body))) onDone();
  };
  const who = (label: string, value: string, onChoose: (party: string) => void) => (
    <label>
      <span>{label}</span>
      <select value={value} onChange={({ target }) => onChoose(target.value)}>
        {parties.map(({ id: party, name }) => (
          <option key={party} value={party}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <form
      className="card form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label>
        <span>{sealed.about}</span>
        <input maxLength={300} value={about} onChange={({ target }) => setAbout(target.value)} dir="auto" />
      </label>
      <label>
        <span>{sealed.form}</span>
        <select value={form} onChange={({ target }) => setForm(target.value === "number" ? "number" : "packages")}>
          <option value="number">{sealed.number}</option>
          <option value="packages">{sealed.packages}</option>
        </select>
      </label>
      {form === "number" ? (
        <>
          {who(sealed.more, more, setMore)}
          {who(sealed.less, less, setLess)}
          <p className="note">{sealed.ruleNumber(partyName(state.matter, more), partyName(state.matter, less))}</p>
        </>
      ) : (
        <>
          {packages.map((one, k) => (
            <PackageChooser
              // biome-ignore lint/suspicious/noArrayIndexKey: packages have no other name before they are sent
              key={k}
              label={String(k + 1)}
              chosen={one}
              onChoose={(chosen) => {
                const next = packages.map((other, at) => (at === k ? chosen : other));
                const room = next.every((other) => Object.keys(other).length > 0) && next.length < 12;
                setPackages(room ? [...next, {}] : next);
              }}
            />
          ))}
          <p className="note">{sealed.rulePackages}</p>
        </>
      )}
      <label>
        <span>{sealed.rounds}</span>
        <select value={rounds} onChange={({ target }) => setRounds(Number(target.value))}>
          {[1, 2, 3, 5, 10].map((count) => (
            <option key={count} value={count}>
              {count}
            </option>
          ))}
        </select>
      </label>
      <p className="row">
        <button type="submit" className="primary" disabled={!ready}>
          {sealed.send}
        </button>
        <button type="button" onClick={onDone}>
          {words.offers.cancel}
        </button>
      </p>
    </form>
  );
}

function OneSealed({ sealed: one }: { readonly sealed: RoomSealed }): ReactNode {
  const { look, state } = useOpenRoom();
  const { sealed } = words;
  const { matter } = state;
  const { rule, agreed, round, ownRound } = one;
  const bidders = rule.form === "number" ? [rule.more, rule.less] : rule.parties;
  const over = agreed === null && round > rule.rounds;
  const mayBid = agreed === null && !over && binds(look.me) && bidders.includes(look.me.party ?? "");
  const chosen = typeof agreed === "string" ? one.packages[agreed] : undefined;
  return (
    <li className={`card ${agreed === null ? "" : "agreed"}`}>
      <header>
        <strong>{one.about}</strong>
        <span className={`standing ${agreed === null ? "open" : "agreed"}`}>
          {over
            ? words.offers.expired
            : agreed === null
              ? sealed.round(round, rule.rounds)
              : `${words.offers.agreed} ${sealed.between(bidders.map((one) => partyName(matter, one)))}`}
        </span>
      </header>
      <p className="note">
        {rule.form === "number"
          ? sealed.ruleNumber(partyName(matter, rule.more), partyName(matter, rule.less))
          : sealed.rulePackages}
      </p>
      {agreed === null && round > 1 && <p>{over ? sealed.over(rule.rounds) : sealed.notYet(round - 1)}</p>}
      {typeof agreed === "number" && (
        <p className="result">{sealed.agreed(agreed.toLocaleString("en", { maximumFractionDigits: 6 }))}</p>
      )}
      {chosen && <p className="result">{sealed.agreed(packageText(matter, chosen))}</p>}
      {mayBid && ownRound === round && <p>{sealed.bidIn}</p>}
      {mayBid && ownRound < round && <BidForm key={round} sealed={one} />}
      {agreed === null && !over && !mayBid && <p className="note">{sealed.othersBid}</p>}
    </li>
  );
}

/** A number as people write it: `3.5`, `3,5`, `4 %`. Null where nothing is written, NaN where it cannot be read. */
function numberIn(text: string): number | null {
  const bare = text.replace(/[\s%]/g, "");
  if (bare === "") return null;
  return Number(/^-?\d+,\d{1,2}$/.test(bare) ? bare.replace(",", ".") : bare);
}

function BidForm({ sealed: one }: { readonly sealed: RoomSealed }): ReactNode {
  const { api, look, state, act } = useOpenRoom();
  const { sealed } = words;
  const { rule, round, id } = one;
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const numberOf = (name: string) => numberIn(typed[name] ?? "");
  const unreadable = Object.values(typed).some((one) => one.trim() !== "" && !Number.isFinite(numberIn(one) ?? 0));
  const bid = ((): SealedBid | null => {
    if (rule.form === "number") {
      const amount = numberOf("amount");
      return amount !== null && Number.isFinite(amount) ? { form: "number", amount } : null;
    }
    const points = rule.packages.flatMap((name) => {
      const worth = numberOf(name);
      return worth === null ? [] : [[name, worth] as const];
    });
    const fits = points.length > 0 && points.every(([, worth]) => worth > 0 && worth <= 100);
    return fits ? { form: "packages", points: Object.fromEntries(points) } : null;
  })();
  const field = (name: string, label: string) => (
    <label key={name}>
      <span>{label}</span>
      <input
        inputMode="decimal"
        autoComplete="off"
        value={typed[name] ?? ""}
        onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
      />
    </label>
  );
  return (
    <div className="form">
      {rule.form === "number"
        ? field("amount", look.me.party === rule.more ? sealed.yourLeast : sealed.yourMost)
        : rule.packages.map((name) => field(name, sealed.points(packageText(state.matter, one.packages[name] ?? {}))))}
      {unreadable && (
        <p className="note" role="status">
          {sealed.unreadable}
        </p>
      )}
      <p className="row">
        <Sure
          text={sealed.bid}
          question={sealed.sure}
          className="primary"
          disabled={bid === null}
          act={() => {
            if (bid) void act(() => api.bid(id, round, bid));
          }}
        />
      </p>
    </div>
  );
}
