// What stands around every page of a case: whose case it is, from which day and for whom it is seen, and the way on.
import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, Suspense, useEffect, useState } from "react";
import { Link, useLocation } from "wouter";
import type { ApiFailure } from "../api.js";
import { api } from "../api.js";
import { CaseProvider, type CaseView, dayOf, type Opening, useOpening, viewsText } from "../case-view.js";
import { useKeys } from "../keys.js";
import { useHeard } from "../live.js";
import { Files } from "../pages/files.js";
import { PAGES } from "../pages/index.js";
import { SignIn } from "../parts/sign-in.js";
import { say } from "../parts/toast.js";
import { KeepsUnsaved } from "../parts/unsaved.js";
import { queryKeys } from "../query-keys.js";
import { Find } from "./find.js";
import { Help } from "./help.js";

interface CaseShellProps {
  readonly id: string;
  readonly page: string;
}

export const CaseShell = (props: CaseShellProps): ReactNode => (
  <KeepsUnsaved id={props.id}>
    <OpenCase {...props} />
  </KeepsUnsaved>
);

function OpenCase({ id, page }: CaseShellProps): ReactNode {
  const opening = useOpening(id);
  const { view, files, problems, failure } = opening;
  useEffect(() => {
    document.title = `${view?.negotiation.title ?? id} – Parley`;
  }, [view, id]);
  if (failure?.status === 401) return <SignIn />;
  if (failure && !view) return <Gone id={id} failure={failure} />;
  if (!files || !problems) return <p className="waiting">Opening the case …</p>;
  if (!view) return <Broken opening={opening} id={id} />;
  return (
    <CaseProvider value={view}>
      <Frame view={view} page={page} lost={failure} />
    </CaseProvider>
  );
}

function Frame({
  view,
  page,
  lost,
}: {
  readonly view: CaseView;
  readonly page: string;
  readonly lost: ApiFailure | null;
}) {
  const { negotiation, address, reader } = view;
  const shown = PAGES.find(({ id }) => id === page) ?? PAGES[0];
  const [, go] = useLocation();
  const [open, setOpen] = useState<"find" | "help" | null>(null);
  const client = useQueryClient();
  const heard = useHeard();
  useKeys({
    page: (place) => {
      const target = place === 0 ? "/" : PAGES[place - 1] && address.on(PAGES[place - 1]?.id ?? "");
      if (target) go(target);
    },
    find: () => setOpen("find"),
    help: () => setOpen("help"),
    undo: () => void takeBack(client, view, "undo"),
    redo: () => void takeBack(client, view, "redo"),
  });
  if (!shown) return null;
  const { Page } = shown;
  const marking =
    reader === null
      ? "CONFIDENTIAL"
      : `as ${reader === "public" ? "the public" : (negotiation.parties.find(({ id }) => id === reader)?.name ?? reader)} may see it`;
  return (
    <div className="frame">
      <a className="skip" href="#main">
        To the page
      </a>
      <header className="bar">
        <Link href="/" className="home" title="All cases (0)">
          Parley
        </Link>
        <strong className="title">{negotiation.title}</strong>
        <label>
          as of{" "}
          <input
            type="date"
            value={dayOf(view)}
            onChange={({ target: { value } }) =>
              address.set({ "as-of": value === "" || value === negotiation.asOf ? null : value })
            }
          />
        </label>
        <label>
          seen by{" "}
          <select value={reader ?? ""} onChange={({ target: { value } }) => address.set({ reader: value || null })}>
            <option value="">our team (every file)</option>
            <option value="public">the public</option>
            {negotiation.parties.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <Views view={view} />
        <span className="marking">{marking}</span>
        <Undo view={view} />
      </header>
      <nav className="rail" aria-label="Pages">
        <div>
          <ol>
            {PAGES.map(({ id, name }, place) => (
              <li key={id} className={id === "files" ? "apart" : undefined}>
                <Link href={address.on(id)} aria-current={id === shown.id ? "page" : undefined}>
                  <span className="key" aria-hidden="true">
                    {place < 9 ? place + 1 : ""}
                  </span>
                  {name}
                </Link>
              </li>
            ))}
          </ol>
          <button type="button" className="quiet" onClick={() => setOpen("find")}>
            Find <kbd>/</kbd>
          </button>
          <button type="button" className="quiet" onClick={() => setOpen("help")}>
            Keys <kbd>?</kbd>
          </button>
        </div>
      </nav>
      <main id="main" tabIndex={-1}>
        {!heard && (
          <p className="alert" role="alert">
            The workbench does not answer: it was stopped. Start it again; this page then goes on by itself.
          </p>
        )}
        {lost && heard && <p className="alert">{lost.reasons.join(" ")}</p>}
        <Suspense fallback={<p className="waiting">Opening the page …</p>}>
          <Page key={shown.id} />
        </Suspense>
      </main>
      {open === "find" && <Find onClose={() => setOpen(null)} />}
      {open === "help" && <Help onClose={() => setOpen(null)} />}
    </div>
  );
}

/** Whose view of a party is used, where there are several. */
function Views({ view: { negotiation, address, options, names } }: { readonly view: CaseView }): ReactNode {
  return negotiation.parties.map(({ id, name }) => {
    const holders = negotiation.interests.filter(({ party }) => party === id).map(({ holder }) => holder);
    if (holders.length < 2) return null;
    const used = options.views?.[id] ?? (holders.includes(id) ? id : "");
    return (
      <label key={id}>
        {name} in the view of{" "}
        <select
          value={used}
          onChange={({ target: { value } }) => address.set({ view: viewsText({ ...options.views, [id]: value }) })}
        >
          {used === "" && <option value="">choose …</option>}
          {holders.map((holder) => (
            <option key={holder} value={holder}>
              {names.party(holder)}
            </option>
          ))}
        </select>
      </label>
    );
  });
}

async function takeBack(client: QueryClient, { id, reader }: CaseView, which: "undo" | "redo"): Promise<void> {
  if (reader !== null) return say("Seen by another, nothing is changed.");
  try {
    say(`${(await api[which](id)).what}.`);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
  }
  await client.invalidateQueries({ queryKey: queryKeys.case(id) });
  await client.invalidateQueries({ queryKey: queryKeys.history(id) });
}

function Undo({ view }: { readonly view: CaseView }): ReactNode {
  const client = useQueryClient();
  const history = useQuery({
    queryKey: queryKeys.history(view.id),
    queryFn: () => api.history(view.id),
    enabled: view.reader === null,
  });
  if (view.reader !== null) return null;
  const { undo = null, redo = null } = history.data ?? {};
  return (
    <span className="undo">
      <button
        type="button"
        disabled={undo === null}
        title={undo === null ? "Nothing to undo" : `Undo: ${undo} (u)`}
        aria-label={undo === null ? "Undo" : `Undo: ${undo}`}
        onClick={() => void takeBack(client, view, "undo")}
      >
        ↶
      </button>
      <button
        type="button"
        disabled={redo === null}
        title={redo === null ? "Nothing to do again" : `Do again: ${redo} (Shift+u)`}
        aria-label={redo === null ? "Do again" : `Do again: ${redo}`}
        onClick={() => void takeBack(client, view, "redo")}
      >
        ↷
      </button>
    </span>
  );
}

/** A case that cannot be used yet: what is wrong, and where to mend it. */
function Broken({ id, opening: { files, problems } }: { readonly id: string; readonly opening: Opening }): ReactNode {
  return (
    <div className="frame">
      <header className="bar">
        <Link href="/" className="home">
          Parley
        </Link>
        <strong className="title">{id}</strong>
      </header>
      <main id="main" className="alone">
        <Files broken={{ id, files, problems: problems ?? [] }} />
      </main>
    </div>
  );
}

function Gone({ id, failure }: { readonly id: string; readonly failure: ApiFailure }): ReactNode {
  return (
    <main className="alone">
      <h1>{failure.status === 404 ? `“${id}” is not here` : "The case cannot be read"}</h1>
      <p>{failure.reasons.join(" ")}</p>
      <p>
        <Link href="/">All cases</Link>
      </p>
    </main>
  );
}
