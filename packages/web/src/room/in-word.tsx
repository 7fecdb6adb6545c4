// The common text out to a word processor and in again: what a document that came back would change, each to be proposed or left.
import type { Returned, ReturnedChange, RoomText } from "@parley/core/rooms";
import { type ReactNode, useState } from "react";
import { newId, useOpenRoom } from "./room-view.js";
import { words } from "./room-words.js";

interface InWordProps {
  readonly text: RoomText;
  readonly mayWrite: boolean;
}

/** What was found and not looked at yet; it is there still when one comes back to the text. */
let kept: Returned | null = null;

export function InWord({ text, mayWrite }: InWordProps): ReactNode {
  const { api, act } = useOpenRoom();
  const { text: say } = words;
  const [found, keep] = useState(kept);
  const setFound = (next: Returned | null) => {
    kept = next;
    keep(next);
  };
  const takeIn = (file: File | undefined) => file && void act(async () => setFound(await api.returned(file)));
  const without = (change: ReturnedChange) =>
    found && setFound({ ...found, changes: found.changes.filter((one) => one !== change) });
  return (
    <>
      <p className="row">
        <a className="button" href={`${api.at}/text.docx`} download>
          {say.work}
        </a>
        {mayWrite && (
          <label className="button">
            {say.takeIn}
            <input
              type="file"
              className="unseen"
              accept=".docx"
              onChange={({ target }) => {
                takeIn(target.files?.[0]);
                // The same file can be chosen again.
                target.value = "";
              }}
            />
          </label>
        )}
      </p>
      {mayWrite && <p className="note">{say.aboutTakeIn}</p>}
      {found && (
        <section className="card" aria-labelledby="found">
          <h3 id="found">{say.found(found.changes.length)}</h3>
          <ul className="changes">
            {found.changes.map((change, k) => (
              <Change
                // biome-ignore lint/suspicious/noArrayIndexKey: a change has no name of its own
                key={`${k} ${change.kind} ${change.text}`}
                change={change}
                text={text}
                onDone={() => without(change)}
              />
            ))}
          </ul>
          {found.missing.length > 0 && (
            <details>
              <summary>{say.missing(found.missing.length)}</summary>
              <ul>
                {found.missing.map((one, k) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two clauses can say the same
                  <li key={k} dir="auto">
                    {one}
                  </li>
                ))}
              </ul>
            </details>
          )}
          {found.unsettled.length > 0 && (
            <p>
              {say.unsettled}{" "}
              {found.unsettled
                .map((id) => text.headings[id])
                .filter(Boolean)
                .join("; ")}
            </p>
          )}
          {found.unplaced.length > 0 && (
            <>
              <p>{say.notPlaced}</p>
              <ul>
                {found.unplaced.map((one, k) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two paragraphs can say the same
                  <li key={k} dir="auto">
                    {one}
                  </li>
                ))}
              </ul>
            </>
          )}
          <p>
            <button type="button" className="quiet" onClick={() => setFound(null)}>
              {say.close}
            </button>
          </p>
        </section>
      )}
    </>
  );
}

interface ChangeProps {
  readonly change: ReturnedChange;
  readonly text: RoomText;
  readonly onDone: () => void;
}

function Change({ change, text: { headings }, onDone }: ChangeProps): ReactNode {
  const { api, act } = useOpenRoom();
  const { text: say } = words;
  const [id] = useState(newId);
  const clause = change.kind === "clause" ? change.after : change.clause;
  const heading = headings[clause] ?? "";
  const propose = async () => {
    const done = await act(() => {
      switch (change.kind) {
        case "agree":
          return api.move("room", "agree", { clause, wording: change.wording });
        case "clause":
          return api.move("room", "clause", { id, after: clause, heading, text: change.text });
        default:
          return api.move("room", "wording", { clause, text: change.text });
      }
    });
    if (done) onDone();
  };
  return (
    <li>
      <p className="note">
        {[heading, change.kind === "clause" ? say.newClause : change.kind === "agree" ? say.leftAlone : ""]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <p className="words" dir="auto">
        {change.text || say.leftOut}
      </p>
      {"was" in change && (
        <p className="note" dir="auto">
          {say.instead(change.was)}
        </p>
      )}
      <p className="row">
        <button type="button" onClick={() => void propose()}>
          {change.kind === "agree" ? say.agree : change.kind === "clause" ? say.sendClause : say.send}
        </button>
        <button type="button" className="quiet" onClick={onDone}>
          {say.leave}
        </button>
      </p>
    </li>
  );
}
