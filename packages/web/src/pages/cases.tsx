// The first page of the workbench: the list of all cases, and a form to begin a new one.
import { useWords } from "@parley/charts";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useEffect, useState } from "react";
import { Link, useLocation } from "wouter";
import { ApiFailure, api } from "../api.js";
import { useKeys } from "../keys.js";
import { SignIn } from "../parts/sign-in.js";
import { queryKeys } from "../query-keys.js";
import { groupsOf } from "./cases-grouped.js";

export function Cases(): ReactNode {
  const { shell, pages } = useWords();
  const words = pages.cases;
  const list = useQuery({ queryKey: queryKeys.cases, queryFn: api.list });
  useEffect(() => {
    document.title = shell.title(words.heading);
  }, [shell, words]);
  const nothing = () => {};
  useKeys({ page: nothing, find: nothing, help: nothing, undo: nothing, redo: nothing });
  if (list.error instanceof ApiFailure && list.error.status === 401) return <SignIn />;
  const cases = list.data?.cases ?? [];
  return (
    <main className="alone cases">
      <h1>{shell.name}</h1>
      <p className="lead">{words.lead}</p>
      {list.error && <p className="alert">{list.error.message}</p>}
      <h2>{words.heading}</h2>
      {list.data && cases.length === 0 && <p>{words.none}</p>}
      {groupsOf(cases).map(([group, entries]) => (
        <section key={group} aria-label={group || words.heading}>
          {group && <h3>{group}</h3>}
          <ul className="case-list">
            {entries.map(({ id, title, asOf, problems }) => (
              <li key={id}>
                <Link href={`/c/${encodeURIComponent(id)}/overview`} data-item={id}>
                  <strong>{title}</strong>{" "}
                  <span className="note">{problems > 0 ? words.toMend(problems) : words.asOf(asOf)}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <NewCase />
    </main>
  );
}

function NewCase(): ReactNode {
  const words = useWords().pages.cases;
  const client = useQueryClient();
  const [, go] = useLocation();
  const [id, setId] = useState("");
  const [reason, setReason] = useState<string | null>(null);
  const make = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await api.create(id);
      await client.invalidateQueries({ queryKey: queryKeys.cases });
      go(`/c/${encodeURIComponent(id)}/files`);
    } catch (error) {
      setReason(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <form className="row" onSubmit={make}>
      <label>
        {words.newCase}{" "}
        <input
          value={id}
          pattern="[A-Za-z0-9][A-Za-z0-9_\-]{0,63}"
          title={words.idForm}
          required
          onChange={({ target: { value } }) => setId(value)}
        />
      </label>
      <button type="submit">{words.make}</button>
      {reason && (
        <p className="alert" role="alert">
          {reason}
        </p>
      )}
    </form>
  );
}
