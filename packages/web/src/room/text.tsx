// The common text: clause by clause, what stands in brackets and who proposed it, and the signatures.
import {
  agreedWording,
  bracketOf,
  type ClauseWording,
  isTextAgreed,
  mergedWordings,
  offerStanding,
  ownWordingKey,
  type RoomClause,
  type RoomText,
  textDigest,
  UNNAMED,
  wordingNote,
} from "@parley/core/rooms";
import { type ReactNode, useState } from "react";
import { InWord } from "./in-word.js";
import { isUnnamed, NameForm } from "./name-form.js";
import { Comments } from "./our-side.js";
import { binds, newId, packageText, partyName, useOpenRoom } from "./room-view.js";
import { when, words } from "./room-words.js";
import { Settlements } from "./settlements.js";
import { Sure } from "./sure.js";

export function CommonText(): ReactNode {
  const { api, look, state, act } = useOpenRoom();
  const { text: say } = words;
  if (state.text) return <Text text={state.text} />;
  const { clauses, title } = look;
  return (
    <section aria-labelledby="text">
      <h2 id="text">{say.heading}</h2>
      <p className="note">{say.none}</p>
      {look.me.role === "mediator" &&
        (clauses.length === 0 ? (
          <p className="note">{say.noFramework}</p>
        ) : (
          <p>
            <button
              type="button"
              className="primary"
              onClick={() => void act(() => api.move("room", "text", { title, clauses }))}
            >
              {say.begin}
            </button>
          </p>
        ))}
    </section>
  );
}

function Text({ text }: { readonly text: RoomText }): ReactNode {
  const { api, look, state, act } = useOpenRoom();
  const { text: say } = words;
  const { order, clauses, parties } = text.state;
  const [onlyOpen, setOnlyOpen] = useState(false);
  const open = order.filter((id) => {
    const clause = clauses[id];
    return clause && agreedWording(parties, clause) === null;
  });
  const whole = isTextAgreed(text.state);
  const signed = parties.filter((party) => text.signed[party]);
  const names = signed.map((party) => partyName(state.matter, party));
  /** Clauses for which nobody proposed other words, and to which one's own side has not agreed. */
  const alone = Object.fromEntries(
    open.flatMap((id) => {
      const [only, ...others] = bracketOf(parties, clauses[id] as RoomClause);
      const agrees = only?.agreedBy.includes(look.me.party ?? "") ?? true;
      // What somebody proposed is agreed to by itself, by who has read it.
      return only && !Number.isFinite(only.at) && others.length === 0 && !agrees ? [[id, only.n] as const] : [];
    }),
  );
  const blanks = order.flatMap((id) => {
    const words = agreedWording(parties, clauses[id] as RoomClause)?.text ?? "";
    return /\[[^\]]*\]|_{4,}/.test(words) ? [{ id, text: words }] : [];
  });
  const shown = onlyOpen && open.length > 0 ? open : order;
  /** Clauses that are left out, with what they said last. */
  const gone = order.flatMap((id) => {
    const clause = clauses[id] as RoomClause;
    if (agreedWording(parties, clause)?.text !== "") return [];
    return [{ id, text: clause.history.findLast(({ text: words }) => words !== "")?.text ?? "" }];
  });
  const mayAgree = binds(look.me) && signed.length === 0 && Object.keys(alone).length > 1;
  const maySign = whole && binds(look.me) && !text.signed[look.me.party ?? ""];
  return (
    <section aria-labelledby="text">
      <h2 id="text">{text.title}</h2>
      <p role="status">{signed.length > 0 ? null : whole ? say.agreedAll : say.open(open.length)}</p>
      {whole && <p className="note digest">{say.digest(textDigest(text))}</p>}
      {signed.length < parties.length && <AgreedAtTable last={signed.length === 0 ? (order.at(-1) ?? null) : null} />}
      {signed.length < parties.length && blanks.length > 0 && (
        <div className="alert wrong">
          {say.blanks(blanks.length)}
          <ul>
            {blanks.map(({ id, text: blank }) => (
              <li key={id}>{blank}</li>
            ))}
          </ul>
        </div>
      )}
      {signed.length < parties.length && whole && gone.length > 0 && (
        <div className="alert wrong">
          {say.leftOutClauses(gone.length)}
          <ul>
            {gone.map(({ id, text: words }) => (
              <li key={id} dir="auto">
                {words}
              </li>
            ))}
          </ul>
        </div>
      )}
      {names.length > 0 && (
        <p className="result">{signed.length === parties.length ? say.signedAll : say.signedBy(names)}</p>
      )}
      {mayAgree && (
        <p className="row">
          <Sure
            text={say.agreeAll(Object.keys(alone).length)}
            question={say.sureAgreeAll}
            act={() => void act(() => api.move("room", "agree-all", { wordings: alone }))}
          />
        </p>
      )}
      {maySign && isUnnamed(look) && (
        <>
          <p className="note">{say.nameFirst}</p>
          <NameForm />
        </>
      )}
      {text.signed[look.me.party ?? ""] && signed.length < parties.length && binds(look.me) && (
        <p className="row">
          <Sure
            text={say.unsign}
            question={say.sureUnsign}
            act={() => void act(() => api.move("room", "unsign", {}))}
          />
        </p>
      )}
      {maySign && !isUnnamed(look) && (
        <p className="row">
          <Sure
            text={say.sign}
            question={say.sureSign}
            className="primary"
            act={() => void act(() => api.move("room", "sign", { digest: textDigest(text) }))}
          />
        </p>
      )}
      {signed.length > 0 && (
        <p>
          <a className="button" href={`${api.at}/outcome.docx`} download>
            {say.download}
          </a>
        </p>
      )}
      {signed.length === 0 && <InWord text={text} mayWrite={binds(look.me) || look.me.role === "mediator"} />}
      {signed.length === parties.length && <Settlements />}
      {open.length > 0 && open.length < order.length && (
        <label className="check">
          <input type="checkbox" checked={onlyOpen} onChange={({ target }) => setOnlyOpen(target.checked)} />
          <span>{say.onlyOpen}</span>
        </label>
      )}
      <ol className="clauses">
        {order.map((id, k) => {
          const clause = clauses[id];
          const heading = text.headings[id] ?? "";
          const before = shown[shown.indexOf(id) - 1];
          return (
            clause &&
            shown.includes(id) && (
              <Clause
                key={id}
                clause={clause}
                number={k + 1}
                inherited={heading}
                heading={before !== undefined && text.headings[before] === heading ? null : heading}
                closed={signed.length > 0}
              />
            )
          );
        })}
      </ol>
    </section>
  );
}

interface ClauseProps {
  readonly clause: RoomClause;
  /** From 1, in the order of the text. */
  readonly number: number;
  /** Null where the clause before it stands under the same. */
  readonly heading: string | null;
  /** Under which it stands, in either case. */
  readonly inherited: string;
  /** Whether nothing can be changed any more. */
  readonly closed: boolean;
}

function AddClause({
  after,
  heading: under,
  onDone,
}: {
  readonly after: string;
  readonly heading: string;
  readonly onDone: () => void;
}): ReactNode {
  const { api, act } = useOpenRoom();
  const { text: say } = words;
  const [id] = useState(newId);
  const [heading, setHeading] = useState(under);
  const [text, setText] = useState("");
  return (
    <form
      className="form"
      onSubmit={async (event) => {
        event.preventDefault();
        if (await act(() => api.move("room", "clause", { id, after, heading, text }))) onDone();
      }}
    >
      <label>
        <span>{say.clauseHeading}</span>
        <input maxLength={300} value={heading} onChange={({ target }) => setHeading(target.value)} dir="auto" />
      </label>
      <label>
        <span>{say.clauseText}</span>
        <textarea
          rows={3}
          maxLength={20_000}
          value={text}
          onChange={({ target }) => setText(target.value)}
          dir="auto"
        />
      </label>
      <p className="row">
        <button type="submit" className="primary" disabled={text.trim() === ""}>
          {say.sendClause}
        </button>
        <button type="button" onClick={onDone}>
          {words.offers.cancel}
        </button>
      </p>
    </form>
  );
}

/** What was agreed at the table, which the text should say too. */
function AgreedAtTable({ last }: { readonly last: string | null }): ReactNode {
  const { api, look, state, act } = useOpenRoom();
  const { matter } = state;
  const mayWrite = last !== null && (binds(look.me) || look.me.role === "mediator");
  const add = (text: string) => {
    const clause = { id: newId(), after: last, heading: words.text.agreedHeading, text };
    void act(() => api.move("room", "clause", clause));
  };
  const agreed = [
    ...Object.values(state.offers.offers)
      .filter((offer) => offerStanding(offer, state.offers.parties, offer.made) === "agreed")
      .map((offer) => packageText(matter, { ...offer.package, ...offer.if })),
    ...Object.values(state.proposals)
      .filter(({ outcome }) => outcome === "agreed")
      .map((one) => packageText(matter, one.package)),
    ...Object.values(state.sealed).flatMap(({ about, agreed, packages }) =>
      agreed === null
        ? []
        : [`${about}: ${typeof agreed === "number" ? agreed : packageText(matter, packages[agreed] ?? {})}`],
    ),
  ];
  if (agreed.length === 0) return null;
  return (
    <div className="alert">
      {words.text.onTable}
      <ul>
        {agreed.map((one) => (
          <li key={one}>
            {one}{" "}
            {mayWrite && (
              <button type="button" className="quiet" onClick={() => add(`${one}.`)}>
                {words.text.addAgreed}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Clause({ clause, number, heading, inherited, closed }: ClauseProps): ReactNode {
  const { api, look, state, act, sharing } = useOpenRoom();
  const { text: say } = words;
  const [writing, setWriting] = useState<string | null>(null);
  const [merging, setMerging] = useState(false);
  const [unnamed, setUnnamed] = useState(false);
  const parties = state.matter.parties.map(({ id }) => id);
  const agreed = agreedWording(parties, clause);
  const standing = bracketOf(parties, clause);
  const own = look.me.party ?? "";
  const mine = clause.history.find(({ agreedBy }) => agreedBy.includes(own));
  const mayAgree = binds(look.me) && !closed;
  const mayWrite = mayAgree || (look.me.role === "mediator" && !closed);
  const [adding, setAdding] = useState(false);
  const by = (wording: ClauseWording) => {
    const note = wordingNote(wording, (party) => partyName(state.matter, party), say);
    const ours =
      !sharing && wording.by === UNNAMED && Object.hasOwn(state.ownWordings, ownWordingKey(clause.id, wording.text));
    return ours ? `${note}, ${say.ours}` : note;
  };
  /** With what stands for leaving the clause out. */
  const wordsOf = ({ text }: ClauseWording) => text || say.leftOut;
  return (
    <li className={agreed ? "clause agreed" : "clause open"}>
      {heading !== null && <h3>{heading}</h3>}
      <span className="number">{number}</span>
      {standing.map((wording) => (
        <div key={wording.n} className="wording">
          <p className={wording.text === "" ? "words left-out" : "words"} dir="auto">
            {agreed || wording.text === "" ? wordsOf(wording) : `[${wording.text}]`}
          </p>
          <p className="note">
            {agreed ? say.agreedAt : by(wording)}
            {!agreed &&
              wording.agreedBy.length > 0 &&
              ` · ${say.agreedBy(wording.agreedBy.map((party) => partyName(state.matter, party)))}`}
          </p>
          {mayAgree && !agreed && !wording.agreedBy.includes(own) && (
            <button
              type="button"
              onClick={() => void act(() => api.move("room", "agree", { clause: clause.id, wording: wording.n }))}
            >
              {say.agree}
            </button>
          )}
        </div>
      ))}
      {standing.length === 0 && <p className="words">[ ]</p>}
      {mayWrite && writing === null && (
        <p className="row">
          <button
            type="button"
            className="quiet"
            onClick={() => {
              setMerging(false);
              setWriting(standing.at(-1)?.text ?? "");
            }}
          >
            {say.change}
          </button>
          {standing.length > 1 && (
            <button
              type="button"
              className="quiet"
              onClick={() => {
                setMerging(true);
                setWriting(mergedWordings(standing.map(({ text }) => text).filter((text) => text !== "")));
              }}
            >
              {say.merge}
            </button>
          )}
          <button type="button" className="quiet" onClick={() => setAdding(true)}>
            {say.addClause}
          </button>
          {standing.some(({ text }) => text !== "") && (
            <Sure
              text={say.leaveOut}
              question={say.sureLeaveOut}
              className="quiet"
              act={() => void act(() => api.move("room", "wording", { clause: clause.id, text: "" }))}
            />
          )}
          {mine && (
            <button
              type="button"
              className="quiet"
              onClick={() => void act(() => api.move("room", "take-back", { clause: clause.id }))}
            >
              {say.takeBack}
            </button>
          )}
        </p>
      )}
      {adding && <AddClause after={clause.id} heading={inherited} onDone={() => setAdding(false)} />}
      {writing !== null && (
        <form
          className="form"
          onSubmit={async (event) => {
            event.preventDefault();
            const body = { clause: clause.id, text: writing, ...(unnamed && { unnamed: true as const }) };
            if (await act(() => api.move("room", "wording", body))) setWriting(null);
          }}
        >
          <label>
            <span>{merging ? say.mergeHow : say.change}</span>
            <textarea
              // biome-ignore lint/a11y/noAutofocus: it was asked for by the press before
              autoFocus
              rows={4}
              maxLength={20_000}
              value={writing}
              onChange={({ target }) => setWriting(target.value)}
              dir="auto"
            />
          </label>
          <label className="check">
            <input type="checkbox" checked={unnamed} onChange={({ target }) => setUnnamed(target.checked)} />
            <span className="note">{say.withoutName}</span>
          </label>
          <p className="row">
            <button type="submit" className="primary" disabled={writing.trim() === ""}>
              {say.send}
            </button>
            <button type="button" onClick={() => setWriting(null)}>
              {words.offers.cancel}
            </button>
          </p>
        </form>
      )}
      {look.me.role === "party" && !sharing && <Comments about={clause.id} />}
      {clause.history.length > 1 && (
        <details>
          <summary>{say.history(clause.history.length)}</summary>
          <ol className="history">
            {clause.history.map((wording) => (
              <li key={wording.n}>
                <p dir="auto">{wordsOf(wording)}</p>
                <p className="note">
                  {by(wording)}
                  {Number.isFinite(wording.at) && ` · ${when(wording.at)}`}
                </p>
              </li>
            ))}
          </ol>
        </details>
      )}
    </li>
  );
}
