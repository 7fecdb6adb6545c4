// What moved since a day: clause by clause, who gave, and what it did to value and to exposure.
import { RichText, Scroll, useWords } from "@parley/charts";
import { bandText, type ClauseChange, type Outcome, type Rounds, type WordChange } from "@parley/core/internal";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ApiFailure, api } from "../api.js";
import type { CaseView } from "../case-view.js";
import { DayField } from "../controls/day-field.js";
import { queryKeys } from "../query-keys.js";
import { work } from "../work.js";
import { beforeFirst } from "./rounds-since.js";
import { Waiting } from "./waiting.js";

export function RoundsView({ view }: { readonly view: CaseView }): ReactNode {
  const { atHead, rounds: words } = useWords();
  const { id, address, files, options } = view;
  const history = useQuery({ queryKey: queryKeys.history(id), queryFn: () => api.history(id) });
  const since = address.get("since") ?? beforeFirst(history.data?.entries ?? []);
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
        <h1>{words.nothing}</h1>
        <p>
          <RichText of={words.about} slots={{ command: <code>parley diff A B</code> }} />
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
        <span className="labelled">
          {words.since}{" "}
          <DayField
            label={words.since}
            value={since}
            onDay={(value) => value !== "" && address.set({ since: value }, "replace")}
          />
        </span>
      </p>
      {reasons.map((reason) => (
        <p key={reason}>{atHead(reason)}</p>
      ))}
      {!found.data && reasons.length === 0 && <Waiting share={0.6} />}
      {result && <Found view={view} result={result} />}
    </>
  );
}

function Found({ view, result }: { readonly view: CaseView; readonly result: Rounds }): ReactNode {
  const { atHead, rounds: words } = useWords();
  const { names } = view;
  const { value, exposure, changes, remarks } = result;
  const redated = changes.filter(({ kind }) => kind === "redated");
  const moved = exposure.filter(({ before, after }) => Math.abs(after - before) >= 0.05);
  return (
    <>
      {value && value.moves.length > 0 && (
        <Scroll label={words.values.label}>
          <table>
            <thead>
              <tr>
                {words.values.head.map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
                {Object.keys(value.change).map((party) => (
                  <th key={party} scope="col">
                    {atHead(names.party(party))}
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
        <p key={party}>{words.exposed({ name, before, after })}</p>
      ))}
      {changes
        .filter(({ kind }) => kind !== "redated")
        .map((change) => (
          <Change key={change.id} view={view} change={change} />
        ))}
      {redated.length > 0 && <p className="note">{words.redated(redated.map(({ where }) => where))}</p>}
      {remarks.map((remark) => (
        <p key={remark} className="note">
          {atHead(remark)}
        </p>
      ))}
    </>
  );
}

function Change({ view, change }: { readonly view: CaseView; readonly change: ClauseChange }): ReactNode {
  const { where, kind, gifts, words } = change;
  const { rounds } = useWords();
  const gave = gifts.map((gift) => ({ ...gift, party: view.names.spoken(gift.party) }));
  return (
    <section className="round" data-item={change.id}>
      <h3>
        {where} <span className="note">{rounds.how(kind, gave)}</span>
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
