// The interview, in the browser: what a party needs, asked in words; written once the answers make a whole.
import { type Given, takenBack, verb } from "@parley/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type CaseView, dayOf, save } from "../case-view.js";
import { queryKeys } from "../query-keys.js";
import { work } from "../work.js";
import { QuestionForm } from "./question-form.js";
import { say } from "./toast.js";

export function Ask({ view, party }: { readonly view: CaseView; readonly party: string }): ReactNode {
  const client = useQueryClient();
  const key = `answers ${view.id} ${party}`;
  const [given, setGiven] = useState<readonly Given[]>(
    () => JSON.parse(sessionStorage.getItem(key) ?? "[]") as Given[],
  );
  const [failed, setFailed] = useState<string | null>(null);
  const keep = (next: readonly Given[]) => {
    setGiven(next);
    sessionStorage.setItem(key, JSON.stringify(next));
  };
  const asked = useQuery({
    queryKey: queryKeys.interview(view.files.revision, party, given),
    queryFn: async () =>
      await work.interview({
        files: [...view.files.files],
        party,
        holder: party,
        date: dayOf(view),
        given: [...given],
      }),
    placeholderData: (before) => before,
  });
  const state = asked.data;
  if (!state) return <p className="waiting">Preparing the questions …</p>;
  if (!state.ok) return <p className="alert">{state.reasons.join(" ")}</p>;
  const { question, contradiction, complete, path, text, narrowing } = state.value;
  const write = async () => {
    const done = await save(client, view.files, {
      what: `What ${view.names.party(party)} ${verb(view.names.spoken(party), "needs")}, from ${given.length} answers`,
      files: [{ file: path, base: null, text }],
    });
    if (done.kind !== "saved")
      return setFailed(done.kind === "failed" ? done.reasons.join(" ") : `${path} is there already.`);
    sessionStorage.removeItem(key);
    say(`${path} is written.`);
  };
  return (
    <div className="ask">
      {contradiction ? (
        <>
          <p className="alert" role="alert">
            These cannot all stand. Which one should go?
          </p>
          {contradiction.answers.map(({ index, text: told }) => (
            <button key={index} type="button" className="choice" onClick={() => keep(takenBack(given, index))}>
              Take back {told}
            </button>
          ))}
          {contradiction.offers.map(({ id, text: told }) => (
            <button
              key={id}
              type="button"
              className="choice"
              onClick={() => keep([...given, { ask: `bluff:${id}`, answer: "yes" }])}
            >
              It was a bluff: {told}
            </button>
          ))}
        </>
      ) : question ? (
        <QuestionForm
          question={question}
          onAnswer={(answer) => {
            const { ask, first, second } = question;
            keep([...given, { ask, answer, ...(first && { first }), ...(second && { second }) }]);
          }}
        />
      ) : (
        <p className="lead">Nothing more is worth asking.</p>
      )}
      <p className="row">
        <button type="button" className="quiet" disabled={given.length === 0} onClick={() => keep(given.slice(0, -1))}>
          ← One answer back
        </button>
        <button type="button" disabled={!complete} onClick={() => void write()}>
          Write {path}
        </button>
        <span className="note">
          {given.length} {given.length === 1 ? "answer" : "answers"} so far, kept in this tab.
          {narrowing && ` Bands of ${narrowing.now.toFixed(0)} points, ${narrowing.before.toFixed(0)} at first.`}
        </span>
      </p>
      {failed && (
        <p className="alert" role="alert">
          {failed}
        </p>
      )}
    </div>
  );
}
