// What the mediator asks one's side, one question at a time; made for a phone.
import type { Confidence, RoomAsked, RoomPackage } from "@parley/core/rooms";
import { type ReactNode, useState } from "react";
import { PackageChooser, PackageView } from "./package-view.js";
import { type OpenRoom, useOpenRoom } from "./room-view.js";
import { words } from "./room-words.js";

/** Questions to a seat's side that nobody has answered. */
export function openQuestions({ look, state }: Pick<OpenRoom, "look" | "state">): RoomAsked[] {
  const answered = new Set(Object.values(state.given).map(({ asked }) => asked));
  return Object.values(state.asked)
    .filter(({ id, party }) => party === look.me.party && !answered.has(id))
    .sort((a, b) => a.at - b.at);
}

export function Questions(): ReactNode {
  const room = useOpenRoom();
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const { questions } = words;
  const all = openQuestions(room);
  const left = all.filter(({ id }) => !skipped.has(id));
  const [next] = left;
  if (all.length === 0) return null;
  return (
    <section className="questions" aria-labelledby="questions">
      <h2 id="questions">{questions.heading}</h2>
      {next ? (
        <>
          <p className="note">
            {questions.ofAll(all.length - left.length + 1, all.length)} · {questions.confidential}
          </p>
          <Question key={next.id} asked={next} onSkip={() => setSkipped(new Set([...skipped, next.id]))} />
        </>
      ) : (
        <p>
          {questions.skipped(all.length)}{" "}
          <button type="button" className="quiet" onClick={() => setSkipped(new Set())}>
            {questions.again}
          </button>
        </p>
      )}
    </section>
  );
}

function Question({ asked, onSkip }: { readonly asked: RoomAsked; readonly onSkip: () => void }): ReactNode {
  const { api, state, act } = useOpenRoom();
  const { questions } = words;
  const [tapped, setTapped] = useState<readonly string[]>([]);
  const [text, setText] = useState("");
  const [least, setLeast] = useState<RoomPackage>({});
  const give = (given: Confidence) => void act(() => api.give(given, asked.id));
  const { question } = asked;
  const skip = (
    <button type="button" className="quiet" onClick={onSkip}>
      {questions.skip}
    </button>
  );
  if (question.what === "note")
    return (
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          give({ what: "note", text: text.trim() });
        }}
      >
        <label>
          <span className="asked" dir="auto">
            {question.text}
          </span>
          <textarea
            rows={3}
            maxLength={10_000}
            value={text}
            onChange={({ target }) => setText(target.value)}
            dir="auto"
          />
        </label>
        <p className="row">
          <button type="submit" className="primary" disabled={text.trim() === ""}>
            {words.confidence.send}
          </button>
          {skip}
        </p>
      </form>
    );
  if (question.what === "least")
    return (
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          give({ what: "least", package: least });
        }}
      >
        <p className="asked">{questions.least}</p>
        <PackageChooser
          label={words.confidence.giveLeast}
          open={words.confidence.asToday}
          chosen={least}
          onChoose={setLeast}
        />
        <p className="row">
          <button type="submit" className="primary" disabled={Object.keys(least).length === 0}>
            {words.confidence.send}
          </button>
          {skip}
        </p>
      </form>
    );
  if (question.what === "would-take")
    return (
      <>
        <p className="asked">{questions.wouldTake}</p>
        <PackageView named={question.package} />
        <p className="row big">
          <button type="button" onClick={() => give({ what: "would-take", package: question.package, yes: true })}>
            {questions.yes}
          </button>
          <button type="button" onClick={() => give({ what: "would-take", package: question.package, yes: false })}>
            {questions.no}
          </button>
          {skip}
        </p>
      </>
    );
  if (question.what === "rather") {
    const [one, other] = question.packages;
    return (
      <>
        <p className="asked">{questions.rather}</p>
        <div className="pair">
          <div className="card">
            <PackageView named={one} />
            <button type="button" onClick={() => give({ what: "rather", package: one, than: other })}>
              {questions.this}
            </button>
          </div>
          <div className="card">
            <PackageView named={other} />
            <button type="button" onClick={() => give({ what: "rather", package: other, than: one })}>
              {questions.that}
            </button>
          </div>
        </div>
        <p>{skip}</p>
      </>
    );
  }
  const nameOf = (id: string) => state.matter.issues.find((issue) => issue.id === id)?.name ?? id;
  return (
    <>
      <p className="asked">{questions.ranks}</p>
      <ul className="taps">
        {question.issues.map((id) => {
          const place = tapped.indexOf(id);
          return (
            <li key={id}>
              <button
                type="button"
                aria-pressed={place >= 0}
                onClick={() => setTapped(place >= 0 ? tapped.filter((one) => one !== id) : [...tapped, id])}
              >
                <span className="place">{place >= 0 ? place + 1 : ""}</span> {nameOf(id)}
              </button>
            </li>
          );
        })}
      </ul>
      <p className="row">
        <button
          type="button"
          className="primary"
          disabled={tapped.length === 0}
          onClick={() => give({ what: "ranks", issues: [...tapped] })}
        >
          {words.confidence.send}
        </button>
        {skip}
      </p>
    </>
  );
}
