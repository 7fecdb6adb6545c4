// What the mediator has: what each side gave her, what may come of it, and a conversation with each. All of it can be hidden at once,
// to show the screen to others.
import { type Chances, chances, type MediatorQuestion } from "@parley/core/rooms";
import { type ReactNode, useDeferredValue, useMemo, useState } from "react";
import { askedBefore, confidenceText } from "./confidences.js";
import { PackageView } from "./package-view.js";
import { newId, packageText, partyName, partyPlace, useOpenRoom } from "./room-view.js";
import { words } from "./room-words.js";
import { ProposalForm } from "./secrets.js";
import { Stream } from "./talk.js";

export function Mediator(): ReactNode {
  const { look, state } = useOpenRoom();
  const { caucus, chances: say } = words;
  const { matter } = state;
  const given = useDeferredValue(look.given);
  const found = useMemo(
    () =>
      chances(
        matter,
        matter.parties.map(({ id }) => ({
          party: id,
          given: given.filter(({ party }) => party === id).map(({ confidence }) => confidence),
        })),
      ),
    [matter, given],
  );
  return (
    <>
      <section aria-labelledby="chances">
        <h2 id="chances">{say.heading}</h2>
        <p className="note">{say.how}</p>
        <ul>
          {found.known.map((one) => {
            const name = partyName(matter, one.party);
            return (
              <li key={one.party}>
                {one.kind === "untold"
                  ? say.untold(name)
                  : one.kind === "contradictory"
                    ? say.contradictory(name)
                    : say.known(name)}
              </li>
            );
          })}
        </ul>
        <Packages found={found} />
      </section>
      {matter.parties.map(({ id, name }) => (
        <section key={id} className="caucus">
          <h2 className={`party p${partyPlace(matter, id)}`}>{words.atHead(name)}</h2>
          <h3>{caucus.heading}</h3>
          <Given party={id} />
          <Ask party={id} found={found} />
          <Stream
            audience={`mediation:${id}`}
            heading={words.talk.with(name)}
            who={words.talk.mediation(name)}
            send={words.talk.toCaucus(name)}
          />
        </section>
      ))}
    </>
  );
}

function Packages({ found }: { readonly found: Chances }): ReactNode {
  const { state } = useOpenRoom();
  const { chances: say } = words;
  const [proposing, setProposing] = useState<number | null>(null);
  if (found.packages.length === 0)
    return <p className="note">{found.known.every(({ kind }) => kind === "models") ? say.none : say.notYet}</p>;
  return (
    <ol className="cards">
      {found.packages.map((one, k) => (
        <li key={packageText(state.matter, one.package)} className="card">
          <header>
            <strong>{say.all(one.chance)}</strong>
          </header>
          <p className="note">
            {state.matter.parties.map(({ id, name }) => say.each(name, one.byParty[id] ?? 0)).join(" · ")}
          </p>
          <PackageView named={one.package} />
          {proposing === k ? (
            <ProposalForm first={one.package} onDone={() => setProposing(null)} />
          ) : (
            <button type="button" onClick={() => setProposing(k)}>
              {words.proposals.make}
            </button>
          )}
        </li>
      ))}
    </ol>
  );
}

function Given({ party }: { readonly party: string }): ReactNode {
  const { look, state } = useOpenRoom();
  const own = look.given.filter((one) => one.party === party);
  if (own.length === 0) return <p className="note">{words.caucus.nothing(partyName(state.matter, party))}</p>;
  return (
    <ul className="given">
      {own.map(({ id, confidence }) => (
        <li key={id} dir="auto">
          {askedBefore(state, id)}
          {confidenceText(state.matter, confidence)}
        </li>
      ))}
    </ul>
  );
}

function Ask({ party, found }: { readonly party: string; readonly found: Chances }): ReactNode {
  const { api, state, act } = useOpenRoom();
  const { caucus } = words;
  const answered = new Set(Object.values(state.given).map(({ asked }) => asked));
  const waiting = Object.values(state.asked).filter((one) => one.party === party && !answered.has(one.id));
  const next = found.ask.find((one) => one.party === party)?.question;
  const [text, setText] = useState("");
  const name = partyName(state.matter, party);
  const ask = (question: MediatorQuestion) =>
    act(() => api.move(`mediation:${party}`, "ask", { id: newId(), question }));
  const said = (question: MediatorQuestion): string =>
    question.what === "ranks"
      ? caucus.askRanks
      : question.what === "would-take"
        ? `${caucus.askTake} ${packageText(state.matter, question.package)}`
        : question.what === "least"
          ? caucus.askLeast
          : question.what === "rather"
            ? `${caucus.askRather} ${question.packages.map((one) => packageText(state.matter, one)).join(" | ")}`
            : question.text;
  const untold = found.known.find((one) => one.party === party)?.kind === "untold";
  return (
    <>
      {untold && !waiting.some(({ question }) => question.what === "least") && (
        <p>
          <button type="button" onClick={() => void ask({ what: "least" })}>
            {caucus.askForLeast}
          </button>
        </p>
      )}
      {waiting.map(({ id, question }) => (
        <p key={id} className="note">
          {caucus.asked(said(question))}
        </p>
      ))}
      {next && !waiting.some(({ question }) => JSON.stringify(question) === JSON.stringify(next)) && (
        <p>
          {caucus.tellsMost} <span dir="auto">{said(next)}</span>{" "}
          <button type="button" onClick={() => void ask(next)}>
            {caucus.ask(name)}
          </button>
        </p>
      )}
      <form
        className="form saying"
        onSubmit={async (event) => {
          event.preventDefault();
          if (await ask({ what: "note", text: text.trim() })) setText("");
        }}
      >
        <label>
          <span>{caucus.ownQuestion(name)}</span>
          <input maxLength={1000} value={text} onChange={({ target }) => setText(target.value)} dir="auto" />
        </label>
        <button type="submit" disabled={text.trim() === ""}>
          {caucus.ask(name)}
        </button>
      </form>
    </>
  );
}
