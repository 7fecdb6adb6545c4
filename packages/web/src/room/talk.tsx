// What is said, on each stream that a seat reads: who hears it stands above it.
import { type ReactNode, useState } from "react";
import { partyPlace, seatName, useOpenRoom } from "./room-view.js";
import { when, words } from "./room-words.js";

export const Talk = (): ReactNode => (
  <Stream audience="room" heading={words.tabs.talk} who={words.talk.room} send={words.talk.toRoom} />
);

/** What was begun to be written, by stream; it is there still when one comes back to it. */
const begun = new Map<string, string>();

interface StreamProps {
  readonly audience: string;
  readonly heading: string;
  readonly who: string;
  readonly send: string;
}

export function Stream({ audience, heading, who, send }: StreamProps): ReactNode {
  const { api, look, state, act } = useOpenRoom();
  const [text, write] = useState(begun.get(audience) ?? "");
  const setText = (next: string) => {
    begun.set(audience, next);
    write(next);
  };
  const said = (state.said[audience] ?? []).filter(({ about }) => about === null);
  const id = `talk-${audience.replace(":", "-")}`;
  const maySay = look.me.role !== "observer";
  return (
    <section aria-labelledby={id} className={`stream to-${audience.split(":", 1)[0]}`}>
      <h2 id={id}>{heading}</h2>
      <p className="note">{who}</p>
      {said.length === 0 && <p className="note">{words.talk.none}</p>}
      <ol className="talk">
        {said.map(({ seat, at, text: words }, k) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was said keeps its place
          <li key={k}>
            <p className="note">
              <strong
                className={`party p${partyPlace(state.matter, seat === null ? null : (state.seats[seat]?.party ?? null))}`}
              >
                {seatName(state, seat)}
              </strong>{" "}
              {when(at)}
            </p>
            <p className="words" dir="auto">
              {words}
            </p>
          </li>
        ))}
      </ol>
      {maySay && (
        <form
          className="form saying"
          onSubmit={async (event) => {
            event.preventDefault();
            if (await act(() => api.move(audience, "said", { text }))) setText("");
          }}
        >
          <label>
            <span className="unseen">{`${words.talk.label}: ${who}`}</span>
            <textarea
              rows={2}
              maxLength={10_000}
              value={text}
              onChange={({ target }) => setText(target.value)}
              dir="auto"
            />
          </label>
          <button type="submit" disabled={text.trim() === ""}>
            {send}
          </button>
        </form>
      )}
    </section>
  );
}
