// Work among one's own side: offers that are prepared and approved before they are made, and what is said.
import type { RoomDraft } from "@parley/core/rooms";
import { type ReactNode, useState } from "react";
import { PackageView } from "./package-view.js";
import { binds, partyName, seatName, useOpenRoom } from "./room-view.js";
import { when, words } from "./room-words.js";
import { Sure } from "./sure.js";
import { Stream } from "./talk.js";
import { TermsForm } from "./terms-form.js";

export function OurSide(): ReactNode {
  const { look, state } = useOpenRoom();
  const { side, talk, tabs } = words;
  const [preparing, setPreparing] = useState(false);
  const own = look.me.party ?? "";
  const name = partyName(state.matter, own);
  const drafts = Object.values(state.drafts).sort((a, b) => b.at - a.at);
  return (
    <>
      <section aria-labelledby="drafts">
        <h2 id="drafts">{side.heading}</h2>
        <p className="note">{side.about(name)}</p>
        {preparing ? (
          <DraftForm onDone={() => setPreparing(false)} />
        ) : (
          <p>
            <button type="button" onClick={() => setPreparing(true)}>
              {side.prepare}
            </button>
          </p>
        )}
        {drafts.length === 0 && !preparing && <p className="note">{side.none}</p>}
        <ol className="cards">
          {drafts.map((draft) => (
            <Draft key={draft.id} draft={draft} />
          ))}
        </ol>
      </section>
      <Stream audience={`party:${own}`} heading={tabs.talk} who={talk.party(name)} send={talk.toParty} />
    </>
  );
}

function DraftForm({ onDone }: { readonly onDone: () => void }): ReactNode {
  const { api, look, act } = useOpenRoom();
  const { side } = words;
  return (
    <TermsForm
      noteLabel={side.note}
      sendLabel={side.send}
      send={(terms) => act(() => api.move(`party:${look.me.party}`, "draft", terms))}
      onDone={onDone}
    />
  );
}

function Draft({ draft }: { readonly draft: RoomDraft }): ReactNode {
  const { api, look, state, act } = useOpenRoom();
  const { offers, side } = words;
  const { id, by, at, note, digest, approvedBy } = draft;
  const made = Object.hasOwn(state.offers.offers, id);
  const terms = { id, package: draft.package, if: draft.if, until: null, counters: null, ...(note !== "" && { note }) };
  return (
    <li className={made ? "card agreed" : "card"}>
      <header>
        <strong>{side.by(seatName(state, by))}</strong>
        <span className="note">{when(at)}</span>
      </header>
      {note !== "" && <p className="quoted">{note}</p>}
      <PackageView named={draft.package} />
      {Object.keys(draft.if).length > 0 && (
        <>
          <p className="only-if">{offers.onlyIf}</p>
          <PackageView named={draft.if} />
        </>
      )}
      <p className="note">
        {approvedBy.length === 0 ? side.notApproved : side.approvedBy(approvedBy.map((seat) => seatName(state, seat)))}{" "}
        {side.digest(digest)}
      </p>
      <p className="row">
        {made && <span className="note">{side.made}</span>}
        {!made && !approvedBy.includes(look.me.id) && (
          <button
            type="button"
            onClick={() => void act(() => api.move(`party:${look.me.party}`, "approve", { draft: id, digest }))}
          >
            {side.approve}
          </button>
        )}
        {binds(look.me) && !made && (
          <Sure
            text={side.makeIt}
            question={side.sureMakeIt}
            className="primary"
            act={() => void act(() => api.move("room", "offer", terms))}
          />
        )}
      </p>
    </li>
  );
}

/** What one's own side says of a clause. */
export function Comments({ about }: { readonly about: string }): ReactNode {
  const { api, look, state, act } = useOpenRoom();
  const { side } = words;
  const [text, setText] = useState("");
  const audience = `party:${look.me.party}`;
  const said = (state.said[audience] ?? []).filter((one) => one.about === about);
  return (
    <details>
      <summary>{side.comments(said.length)}</summary>
      <ol className="talk">
        {said.map((one, k) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was said keeps its place
          <li key={k}>
            <p className="note">
              {seatName(state, one.seat)} · {when(one.at)}
            </p>
            <p className="words" dir="auto">
              {one.text}
            </p>
          </li>
        ))}
      </ol>
      <form
        className="form saying"
        onSubmit={async (event) => {
          event.preventDefault();
          if (await act(() => api.move(audience, "said", { text, about }))) setText("");
        }}
      >
        <label>
          <span className="note">{side.comment}</span>
          <textarea
            rows={2}
            maxLength={10_000}
            value={text}
            onChange={({ target }) => setText(target.value)}
            dir="auto"
          />
        </label>
        <button type="submit" disabled={text.trim() === ""}>
          {side.sendComment}
        </button>
      </form>
    </details>
  );
}
