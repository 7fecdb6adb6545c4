// The common text: clause by clause, what stands in brackets and who proposed it, and the signatures.
import {
  agreedWording,
  bracketOf,
  type ClauseWording,
  isTextAgreed,
  type RoomClause,
  type RoomText,
  textDigest,
} from "@parley/core/rooms";
import { type ReactNode, useState } from "react";
import { Comments } from "./our-side.js";
import { binds, partyName, useOpenRoom } from "./room-view.js";
import { when, words } from "./room-words.js";
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
  const open = order.filter((id) => {
    const clause = clauses[id];
    return clause && agreedWording(parties, clause) === null;
  });
  const whole = isTextAgreed(text.state);
  const signed = parties.filter((party) => text.signed[party]);
  const names = signed.map((party) => partyName(state.matter, party));
  /** Clauses with a single wording to which one's own side has not agreed. */
  const alone = Object.fromEntries(
    open.flatMap((id) => {
      const [only, ...others] = bracketOf(parties, clauses[id] as RoomClause);
      const agrees = only?.agreedBy.includes(look.me.party ?? "") ?? true;
      return only && others.length === 0 && !agrees ? [[id, only.n] as const] : [];
    }),
  );
  const mayAgree = binds(look.me) && signed.length === 0 && Object.keys(alone).length > 1;
  const maySign = whole && binds(look.me) && !text.signed[look.me.party ?? ""];
  return (
    <section aria-labelledby="text">
      <h2 id="text">{text.title}</h2>
      <p role="status">{whole ? say.agreedAll : say.open(open.length)}</p>
      {whole && <p className="note digest">{say.digest(textDigest(text))}</p>}
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
      {maySign && (
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
      <ol className="clauses">
        {order.map((id, k) => {
          const clause = clauses[id];
          const heading = text.headings[id] ?? "";
          const before = order[k - 1];
          return (
            clause && (
              <Clause
                key={id}
                clause={clause}
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
  /** Null where the clause before it stands under the same. */
  readonly heading: string | null;
  /** Whether nothing can be changed any more. */
  readonly closed: boolean;
}

function Clause({ clause, heading, closed }: ClauseProps): ReactNode {
  const { api, look, state, act } = useOpenRoom();
  const { text: say } = words;
  const [writing, setWriting] = useState<string | null>(null);
  const parties = state.matter.parties.map(({ id }) => id);
  const agreed = agreedWording(parties, clause);
  const standing = bracketOf(parties, clause);
  const own = look.me.party ?? "";
  const mine = clause.history.find(({ agreedBy }) => agreedBy.includes(own));
  const mayWrite = binds(look.me) && !closed;
  const by = (wording: ClauseWording) =>
    wording.by === null ? say.fromDraft : say.proposedBy(partyName(state.matter, wording.by));
  return (
    <li className={agreed ? "clause agreed" : "clause open"}>
      {heading !== null && <h3>{heading}</h3>}
      {standing.map((wording) => (
        <div key={wording.n} className="wording">
          <p className="words" dir="auto">
            {agreed ? wording.text : `[${wording.text}]`}
          </p>
          <p className="note">
            {agreed ? say.agreedAt : by(wording)}
            {!agreed &&
              wording.agreedBy.length > 0 &&
              ` · ${say.agreedBy(wording.agreedBy.map((party) => partyName(state.matter, party)))}`}
          </p>
          {mayWrite && !agreed && !wording.agreedBy.includes(own) && (
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
          <button type="button" className="quiet" onClick={() => setWriting(standing.at(-1)?.text ?? "")}>
            {say.change}
          </button>
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
      {writing !== null && (
        <form
          className="form"
          onSubmit={async (event) => {
            event.preventDefault();
            if (await act(() => api.move("room", "wording", { clause: clause.id, text: writing }))) setWriting(null);
          }}
        >
          <label>
            <span>{say.change}</span>
            <textarea
              rows={4}
              maxLength={20_000}
              value={writing}
              onChange={({ target }) => setWriting(target.value)}
              dir="auto"
            />
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
      {look.me.role === "party" && <Comments about={clause.id} />}
      {clause.history.length > 1 && (
        <details>
          <summary>{say.history(clause.history.length)}</summary>
          <ol className="history">
            {clause.history.map((wording) => (
              <li key={wording.n}>
                <p dir="auto">{wording.text}</p>
                <p className="note">
                  {by(wording)}
                  {wording.by !== null && ` · ${when(wording.at)}`}
                </p>
              </li>
            ))}
          </ol>
        </details>
      )}
    </li>
  );
}
