// What a party gives its mediator in confidence: by its own choice, and to be taken back.
import type { Confidence, RoomMatter, RoomPackage, RoomState } from "@parley/core/rooms";
import { type ReactNode, useState } from "react";
import { PackageChooser } from "./package-view.js";
import { RankOrder } from "./rank-order.js";
import { binds, packageText, useOpenRoom } from "./room-view.js";
import { words } from "./room-words.js";

/** A confidence in words. */
export function confidenceText(matter: RoomMatter, given: Confidence): string {
  const { confidence } = words;
  switch (given.what) {
    case "ranks":
      return confidence.ranks(given.issues.map((id) => matter.issues.find((one) => one.id === id)?.name ?? id));
    case "least":
      return confidence.least(packageText(matter, given.package));
    case "would-take":
      return confidence.wouldTake(packageText(matter, given.package), given.yes);
    case "rather":
      return confidence.rather(packageText(matter, given.package), packageText(matter, given.than));
    case "note":
      return confidence.note(given.text);
  }
}

/** The question that a confidence answers, where it was put in words of the mediator's own. */
export function askedBefore({ given, asked }: RoomState, id: string): string {
  const question = asked[given[id]?.asked ?? ""]?.question;
  return question?.what === "note" ? `${words.confidence.answering(question.text)} ` : "";
}

export function Confidences(): ReactNode {
  const { api, look, state, act } = useOpenRoom();
  const { confidence } = words;
  const [giving, setGiving] = useState<"ranks" | "least" | "note" | null>(null);
  const own = look.given.filter(({ party }) => party === look.me.party);
  return (
    <section aria-labelledby="confidences">
      <h2 id="confidences">{confidence.heading}</h2>
      <p className="note">{confidence.about}</p>
      {own.length === 0 && <p className="note">{confidence.none}</p>}
      <ul className="given">
        {own.map(({ id, confidence: given }) => (
          <li key={id}>
            <span dir="auto">
              {askedBefore(state, id)}
              {confidenceText(state.matter, given)}
            </span>
            {binds(look.me) && (
              <button type="button" className="quiet" onClick={() => void act(() => api.revoke(id))}>
                {confidence.takeBack}
              </button>
            )}
          </li>
        ))}
      </ul>
      {binds(look.me) && giving === null && (
        <p className="row">
          <button type="button" onClick={() => setGiving("ranks")}>
            {confidence.giveRanks}
          </button>
          <button type="button" onClick={() => setGiving("least")}>
            {confidence.giveLeast}
          </button>
          <button type="button" onClick={() => setGiving("note")}>
            {confidence.giveNote}
          </button>
        </p>
      )}
      {giving !== null && <Give what={giving} onDone={() => setGiving(null)} />}
    </section>
  );
}

function Give({ what, onDone }: { readonly what: "ranks" | "least" | "note"; readonly onDone: () => void }): ReactNode {
  const { api, look, state, act } = useOpenRoom();
  const { confidence } = words;
  const { issues } = state.matter;
  const [order, setOrder] = useState<readonly string[]>(issues.map(({ id }) => id));
  const [least, setLeast] = useState<RoomPackage>({});
  const [text, setText] = useState("");
  const given: Confidence | null =
    what === "ranks"
      ? { what, issues: [...order] }
      : what === "least"
        ? Object.keys(least).length > 0
          ? { what, package: least }
          : null
        : text.trim() !== ""
          ? { what, text: text.trim() }
          : null;
  return (
    <form
      className="card form"
      onSubmit={async (event) => {
        event.preventDefault();
        const before = look.given.filter((one) => one.party === look.me.party && one.confidence.what === what);
        const give = async () => {
          if (!given) return;
          await api.give(given);
          // What was ranked, or said to be the least, before is no longer so.
          if (what !== "note") for (const { id } of before) await api.revoke(id);
        };
        if (await act(give)) onDone();
      }}
    >
      {what === "ranks" && (
        <>
          <p className="note">{confidence.rankHelp}</p>
          <RankOrder order={order} onOrder={setOrder} />
        </>
      )}
      {what === "least" && (
        <PackageChooser label={confidence.giveLeast} open={confidence.asToday} chosen={least} onChoose={setLeast} />
      )}
      {what === "note" && (
        <label>
          <span>{confidence.giveNote}</span>
          <textarea
            rows={3}
            maxLength={10_000}
            value={text}
            onChange={({ target }) => setText(target.value)}
            dir="auto"
          />
        </label>
      )}
      <p className="row">
        <button type="submit" className="primary" disabled={given === null}>
          {confidence.send}
        </button>
        <button type="button" onClick={onDone}>
          {words.offers.cancel}
        </button>
      </p>
    </form>
  );
}
