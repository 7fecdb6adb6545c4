// The first page of the workbench: the list of all cases, and a form to begin a new one.
import { useWords } from "@parley/charts";
import { useQuery } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { Link } from "wouter";
import { ApiFailure, api } from "../api.js";
import { useKeys } from "../keys.js";
import { SignIn } from "../parts/sign-in.js";
import { queryKeys } from "../query-keys.js";
import { groupsOf } from "./cases-grouped.js";

const NewNegotiation = lazy(async () => ({ default: (await import("../parts/new-negotiation.js")).NewNegotiation }));

export function Cases(): ReactNode {
  const { shell, pages } = useWords();
  const words = pages.cases;
  const [making, setMaking] = useState(false);
  const list = useQuery({ queryKey: queryKeys.cases, queryFn: api.list });
  useEffect(() => {
    document.title = shell.title(words.heading);
  }, [shell, words]);
  const nothing = () => {};
  useKeys({ page: () => null, find: nothing, help: nothing, undo: nothing, redo: nothing });
  if (list.error instanceof ApiFailure && list.error.status === 401) return <SignIn />;
  const cases = list.data?.cases ?? [];
  return (
    <main className="alone cases">
      <header className="home-head">
        <div>
          <p className="kicker">{shell.name}</p>
          <h1>{words.heading}</h1>
        </div>
        <button type="button" className="primary" onClick={() => setMaking(true)}>
          {words.make.open}
        </button>
      </header>
      <p className="lead">{words.lead}</p>
      {list.error && <p className="alert">{list.error.message}</p>}
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
      {making && (
        <Suspense>
          <NewNegotiation onClose={() => setMaking(false)} />
        </Suspense>
      )}
    </main>
  );
}
