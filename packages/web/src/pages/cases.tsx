import type { CaseList } from "@parley/node/contract";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useEffect, useState } from "react";
import { Link, useLocation } from "wouter";
import { ApiFailure, api } from "../api.js";
import { useKeys } from "../keys.js";
import { SignIn } from "../parts/sign-in.js";
import { queryKeys } from "../query-keys.js";

export function Cases(): ReactNode {
  const list = useQuery({ queryKey: queryKeys.cases, queryFn: api.list });
  useEffect(() => {
    document.title = "Cases – Parley";
  }, []);
  const nothing = () => {};
  useKeys({ page: nothing, find: nothing, help: nothing, undo: nothing, redo: nothing });
  if (list.error instanceof ApiFailure && list.error.status === 401) return <SignIn />;
  const cases = list.data?.cases ?? [];
  return (
    <main className="alone cases">
      <h1>Parley</h1>
      <p className="lead">Are we giving too much and getting too little, and will what we sign hold?</p>
      {list.error && <p className="alert">{list.error.message}</p>}
      <h2>Cases</h2>
      {list.data && cases.length === 0 && <p>There is no case in this folder yet. Begin one below.</p>}
      {groupsOf(cases).map(([group, entries]) => (
        <section key={group} aria-label={group || "Cases"}>
          {group && <h3>{group}</h3>}
          <ul className="case-list">
            {entries.map(({ id, title, asOf, problems }) => (
              <li key={id}>
                <Link href={`/c/${encodeURIComponent(id)}/overview`} data-item={id}>
                  <strong>{title}</strong>{" "}
                  <span className="note">
                    {problems > 0
                      ? `${problems} ${problems === 1 ? "problem" : "problems"} to mend`
                      : `as of ${asOf ?? "no day"}`}
                  </span>
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

/** By the folder that they stand in; those that stand alone first. */
function groupsOf(cases: CaseList["cases"]): [string, CaseList["cases"]][] {
  const groups = new Map<string, CaseList["cases"]>([["", []]]);
  for (const entry of cases) {
    const group = entry.id.split(":").slice(0, -1).join(" / ");
    groups.set(group, [...(groups.get(group) ?? []), entry]);
  }
  return [...groups].filter(([, entries]) => entries.length > 0);
}

function NewCase(): ReactNode {
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
        A new case, by the name of its folder{" "}
        <input
          value={id}
          pattern="[A-Za-z0-9][A-Za-z0-9_\-]{0,63}"
          title="Letters, digits, - and _"
          required
          onChange={({ target: { value } }) => setId(value)}
        />
      </label>
      <button type="submit">Make it</button>
      {reason && (
        <p className="alert" role="alert">
          {reason}
        </p>
      )}
    </form>
  );
}
