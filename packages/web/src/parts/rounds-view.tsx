// What moved since a day: clause by clause, who gave, and what it did to value and to exposure.
import { Scroll } from "@parley/charts";
import {
  bandText,
  type ClauseChange,
  capital,
  type Outcome,
  type Rounds,
  tenthText,
  type WordChange,
} from "@parley/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ApiFailure, api } from "../api.js";
import type { CaseView } from "../case-view.js";
import { queryKeys } from "../query-keys.js";
import { work } from "../work.js";
import { Waiting } from "./waiting.js";

export function RoundsView({ view }: { readonly view: CaseView }): ReactNode {
  const { id, address, files, options } = view;
  const history = useQuery({ queryKey: queryKeys.history(id), queryFn: () => api.history(id) });
  const days = [...new Set((history.data?.entries ?? []).map(({ at }) => at.slice(0, 10)))].sort();
  // The day before the first change that is known: then nothing of it had been made.
  const first = days[0] === undefined ? null : dayBefore(days[0]);
  const since = address.get("since") ?? first;
  const found = useQuery({
    queryKey: queryKeys.rounds(files.revision, since, options),
    queryFn: async (): Promise<Outcome<Rounds>> => {
      const past = await api.past(id, since ?? "");
      return await work.rounds([...past.files], { files: [...files.files], options });
    },
    enabled: since !== null,
    placeholderData: (before) => before,
    retry: false,
  });
  if (!history.data) return <Waiting share={0.3} />;
  if (since === null)
    return (
      <>
        <h1>Nothing was changed yet</h1>
        <p>
          What is changed here or on any page is kept in the history of the case, and then told clause by clause. Two
          copies of a case are compared by <code>parley diff A B</code>.
        </p>
      </>
    );
  const failure = found.error instanceof ApiFailure ? found.error.reasons : [];
  const result = found.data?.ok ? found.data.value : null;
  const reasons = found.data && !found.data.ok ? found.data.reasons : failure;
  return (
    <>
      {result && (
        <h1 className="sentence" aria-live="polite">
          {result.sentence}
        </h1>
      )}
      <p className="row">
        <label>
          As it stood at the end of{" "}
          <input
            type="date"
            value={since}
            onChange={({ target: { value } }) => value && address.set({ since: value }, "replace")}
          />
        </label>
      </p>
      {reasons.map((reason) => (
        <p key={reason}>{capital(reason)}</p>
      ))}
      {!found.data && reasons.length === 0 && <Waiting share={0.6} />}
      {result && <Found view={view} result={result} />}
    </>
  );
}

const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

function Found({ view, result }: { readonly view: CaseView; readonly result: Rounds }): ReactNode {
  const { names } = view;
  const { value, exposure, changes, remarks } = result;
  const redated = changes.filter(({ kind }) => kind === "redated");
  const moved = exposure.filter(({ before, after }) => Math.abs(after - before) >= 0.05);
  return (
    <>
      {value && value.moves.length > 0 && (
        <Scroll label="What it did to value">
          <table>
            <thead>
              <tr>
                <th scope="col">Issue</th>
                <th scope="col">From</th>
                <th scope="col">To</th>
                {Object.keys(value.change).map((party) => (
                  <th key={party} scope="col">
                    {capital(names.party(party))}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {value.moves.map(({ issue, name, from, to, worth }) => (
                <tr key={issue}>
                  <th scope="row">{name}</th>
                  <td>{names.option(issue, from)}</td>
                  <td>{names.option(issue, to)}</td>
                  {Object.keys(value.change).map((party) => (
                    <td key={party}>{worth[party] ? bandText(worth[party], true) : "–"}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {moved.map(({ party, name, before, after }) => (
        <p key={party}>
          {capital(name)}, at worst exposed by {tenthText(before)} points before, by {tenthText(after)} now.
        </p>
      ))}
      {changes
        .filter(({ kind }) => kind !== "redated")
        .map((change) => (
          <Change key={change.id} view={view} change={change} />
        ))}
      {redated.length > 0 && (
        <p className="note">
          The roadmap proposes other days, and nothing else changed, in {redated.map(({ where }) => where).join(", ")}.
        </p>
      )}
      {remarks.map((remark) => (
        <p key={remark} className="note">
          {capital(remark)}
        </p>
      ))}
    </>
  );
}

function Change({ view, change }: { readonly view: CaseView; readonly change: ClauseChange }): ReactNode {
  const { where, kind, gifts, words } = change;
  const gave = gifts.map(({ party, kind: gift }) => `${capital(view.names.party(party))} ${gift}`);
  return (
    <section className="round" data-item={change.id}>
      <h3>
        {where} <span className="note">{[kind, ...gave].join(" · ")}</span>
      </h3>
      <p>
        {words.map((word, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the words of one change do not move
          <Word key={place} word={word} />
        ))}
      </p>
    </section>
  );
}

function Word({ word: { kind, text } }: { readonly word: WordChange }): ReactNode {
  if (kind === "out") return <del>{text}</del>;
  return kind === "in" ? <ins>{text}</ins> : text;
}
