// The interview, in the browser: what a party needs, asked in words; written once the answers make a whole.
import { useWords } from "@parley/charts";
import { type Given, takenBack } from "@parley/core/internal";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type CaseView, dayOf, save } from "../case-view.js";
import { say } from "../controls/toast.js";
import { queryKeys } from "../query-keys.js";
import { work } from "../work.js";
import { QuestionForm } from "./question-form.js";

export function Ask({ view, party }: { readonly view: CaseView; readonly party: string }): ReactNode {
  const { editing, preferences } = useWords();
  const words = preferences.ask;
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
  if (!state) return <p className="waiting">{words.preparing}</p>;
  if (!state.ok) return <p className="alert">{state.reasons.join(" ")}</p>;
  const { question, contradiction, complete, path, text, narrowing } = state.value;
  const write = async () => {
    const done = await save(client, view.files, {
      what: words.written(view.names.spoken(party), given.length),
      files: [{ file: path, base: null, text }],
    });
    if (done.kind !== "saved")
      return setFailed(done.kind === "failed" ? done.reasons.join(" ") : editing.isThere(path));
    sessionStorage.removeItem(key);
    say(editing.isWritten(path));
  };
  return (
    <div className="ask">
      {contradiction ? (
        <>
          <p className="alert" role="alert">
            {words.cannotAllStand}
          </p>
          {contradiction.answers.map(({ index, text: told }) => (
            <button key={index} type="button" className="choice" onClick={() => keep(takenBack(given, index))}>
              {words.takeBack(told)}
            </button>
          ))}
          {contradiction.offers.map(({ id, text: told }) => (
            <button
              key={id}
              type="button"
              className="choice"
              onClick={() => keep([...given, { ask: `bluff:${id}`, answer: "yes" }])}
            >
              {words.bluff(told)}
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
        <p className="lead">{words.nothingMore}</p>
      )}
      <p className="row">
        <button type="button" className="quiet" disabled={given.length === 0} onClick={() => keep(given.slice(0, -1))}>
          {words.back}
        </button>
        <button type="button" disabled={!complete} onClick={() => void write()}>
          {words.write(path)}
        </button>
        <span className="note">{words.soFar(given.length, narrowing)}</span>
      </p>
      {failed && (
        <p className="alert" role="alert">
          {failed}
        </p>
      )}
    </div>
  );
}
