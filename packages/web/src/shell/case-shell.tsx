// What stands around every page of a case: whose case it is, from which day and for whom it is seen, and the way on.
import { RichText, useWords } from "@parley/charts";
import type { Wording } from "@parley/core/internal";
import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { Menu as MenuIcon, Pencil } from "lucide-react";
import { Fragment, type ReactNode, useEffect, useState } from "react";
import { Link, useLocation } from "wouter";
import { viewsText } from "../addresses.js";
import type { ApiFailure } from "../api.js";
import { api } from "../api.js";
import { CaseProvider, type CaseView, dayOf, type Opening, readerNamed, useOpening } from "../case-view.js";
import { DayField } from "../controls/day-field.js";
import { Dialog } from "../controls/dialog.js";
import { say } from "../controls/toast.js";
import { useKeys } from "../keys.js";
import { useHeard } from "../live.js";
import { hasEntries } from "../page-entries.js";
import type { BrokenCase } from "../pages/files.js";
import { Files, PAGES } from "../pages/index.js";
import { EditsHere, useEditHere } from "../parts/edit-here.js";
import { LatePart } from "../parts/late-part.js";
import { SignIn } from "../parts/sign-in.js";
import { Tour } from "../parts/tour.js";
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
  const { view, files, problems, failure, stale } = opening;
  const words = useWords().shell;
  useEffect(() => {
    document.title = words.title(view?.negotiation.title ?? id);
  }, [view, id, words]);
  if (failure?.status === 401) return <SignIn />;
  if (failure && !view) return <Gone id={id} failure={failure} />;
  if (!files || !problems) return <p className="waiting">{words.openingCase}</p>;
  if (!view) return <Broken opening={opening} id={id} />;
  return (
    <CaseProvider value={view}>
      <Frame view={view} page={page} lost={failure} broken={stale ? { id, files, problems } : null} />
    </CaseProvider>
  );
}

/** Of an address in a case at which there is no page. */
function NoPage(): ReactNode {
  return <h1>{useWords().shell.nothingHere}</h1>;
}

function Frame({
  view,
  page,
  lost,
  broken,
}: {
  readonly view: CaseView;
  readonly page: string;
  readonly lost: ApiFailure | null;
  /** The files as they stand now, where they cannot be used and `view` is the state before. */
  readonly broken: BrokenCase | null;
}) {
  const { negotiation, address, reader } = view;
  const words = useWords().shell;
  const shown = PAGES.find(({ id }) => id === page);
  const [, go] = useLocation();
  const [open, setOpen] = useState<Opened>(null);
  const client = useQueryClient();
  const heard = useHeard();
  useKeys({
    page: (key) => {
      const opened = PAGES.find((one) => one.key === key);
      const target = key === "0" ? "/" : opened && address.on(opened.id);
      return target ? () => go(target) : null;
    },
    find: () => setOpen("find"),
    help: () => setOpen("help"),
    undo: () => void takeBack(client, view, words, "undo"),
    redo: () => void takeBack(client, view, words, "redo"),
  });
  const Page = shown?.Page ?? NoPage;
  const marking = reader === null ? words.confidential : words.asSeenBy(readerNamed(view));
  return (
    <EditsHere view={view} page={page} title={shown ? words.pages[shown.id] : ""}>
      <div className="frame">
        <a className="skip" href="#main">
          {words.toPage}
        </a>
        <header className="bar">
          <button
            type="button"
            className="quiet icon to-pages"
            aria-label={words.openPages}
            onClick={() => setOpen("pages")}
          >
            <MenuIcon size={20} aria-hidden="true" />
          </button>
          <Link href="/" className="home" title={words.home}>
            {words.name}
          </Link>
          <strong className="title" title={negotiation.title}>
            {negotiation.title}
          </strong>
          <ViewControls view={view} />
          <span className="marking">{marking}</span>
          {hasEntries(page) && <EditPage />}
          <Undo view={view} />
        </header>
        <nav className="rail" aria-label={words.rail}>
          <Rail view={view} shown={shown?.id ?? null} onOpen={setOpen} />
        </nav>
        <main id="main" tabIndex={-1}>
          {!heard && (
            <p className="alert" role="alert">
              {words.noAnswer}
            </p>
          )}
          {broken && shown?.id !== "files" && (
            <p className="alert" role="alert">
              {words.stale(broken.problems.filter(({ severity }) => severity === "error").length)}{" "}
              <Link href={address.on("files")}>{words.toProblems}</Link>
            </p>
          )}
          {address.get("as-of") !== null && view.options.asOf === undefined && (
            <p className="alert" role="alert">
              {words.noDay(address.get("as-of") ?? "")}
            </p>
          )}
          {lost && heard && <p className="alert">{lost.reasons.join(" ")}</p>}
          <LatePart waiting={<p className="waiting">{words.openingPage}</p>}>
            {broken && shown?.id === "files" ? <Files broken={broken} /> : <Page key={page} />}
          </LatePart>
        </main>
        {reader === null && <Tour view={view} page={page} />}
        {open === "pages" && (
          <Dialog title={words.rail} drawer onClose={() => setOpen(null)}>
            <div className="view-drawer">
              <ViewControls view={view} />
            </div>
            <nav className="rail-drawer" aria-label={words.rail}>
              <Rail view={view} shown={shown?.id ?? null} onOpen={setOpen} />
            </nav>
          </Dialog>
        )}
        {open === "find" && <Find onClose={() => setOpen(null)} />}
        {open === "help" && <Help onClose={() => setOpen(null)} />}
      </div>
    </EditsHere>
  );
}

/** Opens all that the page shows, to be changed. */
function EditPage(): ReactNode {
  const words = useWords().shell;
  const open = useEditHere();
  if (!open) return null;
  return (
    <button
      type="button"
      className="with-icon"
      aria-label={words.edit}
      title={words.editPage}
      onClick={() => open({ kind: "page" })}
    >
      <Pencil size={16} aria-hidden="true" /> <span className="wide-only">{words.edit}</span>
    </button>
  );
}

/** From which day and for whom the case is seen. */
function ViewControls({ view }: { readonly view: CaseView }): ReactNode {
  const { negotiation, address, reader } = view;
  const words = useWords().shell;
  return (
    <span className="seen">
      <span className="labelled">
        {words.asOf}{" "}
        <DayField
          label={words.asOf}
          value={dayOf(view)}
          onDay={(value) => address.set({ "as-of": value === "" || value === negotiation.asOf ? null : value })}
        />
      </span>
      <label>
        {words.seenBy}{" "}
        <select value={reader ?? ""} onChange={({ target: { value } }) => address.set({ reader: value || null })}>
          <option value="">{words.ourTeam}</option>
          <option value="public">{words.public}</option>
          {negotiation.parties.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Views view={view} />
    </span>
  );
}

/** What is laid over the page. */
type Opened = "find" | "help" | "pages" | null;

interface RailProps {
  readonly view: CaseView;
  readonly shown: string | null;
  readonly onOpen: (what: Opened) => void;
}

/** The pages by the questions that they answer. */
function Rail({ view: { address }, shown, onOpen }: RailProps): ReactNode {
  const words = useWords().shell;
  return (
    <div>
      <ol>
        {PAGES.map(({ id, key, question }, place) => (
          <Fragment key={id}>
            {question !== "start" && question !== PAGES[place - 1]?.question && (
              <li className="rail-question">{words.questions[question]}</li>
            )}
            <li>
              <Link href={address.on(id)} aria-current={id === shown ? "page" : undefined} onClick={() => onOpen(null)}>
                {words.pages[id]}
                <span className="key" aria-hidden="true">
                  {key}
                </span>
              </Link>
            </li>
          </Fragment>
        ))}
      </ol>
      <button type="button" className="quiet" onClick={() => onOpen("find")}>
        <RichText of={words.toFind} />
      </button>
      <button type="button" className="quiet" onClick={() => onOpen("help")}>
        <RichText of={words.toKeys} />
      </button>
    </div>
  );
}

/** Whose view of a party is used, where there are several. */
function Views({ view: { negotiation, address, options, names } }: { readonly view: CaseView }): ReactNode {
  const { editing, shell: words } = useWords();
  return negotiation.parties.map(({ id, name }) => {
    const holders = negotiation.interests.filter(({ party }) => party === id).map(({ holder }) => holder);
    if (holders.length < 2) return null;
    const used = options.views?.[id] ?? (holders.includes(id) ? id : "");
    return (
      <label key={id}>
        {words.inTheViewOf(name)}{" "}
        <select
          value={used}
          onChange={({ target: { value } }) => address.set({ view: viewsText({ ...options.views, [id]: value }) })}
        >
          {used === "" && <option value="">{editing.choose}</option>}
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

async function takeBack(
  client: QueryClient,
  { id, reader }: Pick<CaseView, "id" | "reader">,
  { undo }: Wording["shell"],
  which: "undo" | "redo",
): Promise<void> {
  if (reader !== null) return say(undo.notByOthers);
  try {
    say(undo.done((await api[which](id)).what));
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
  }
  await client.invalidateQueries({ queryKey: queryKeys.case(id) });
  await client.invalidateQueries({ queryKey: queryKeys.history(id) });
}

function Undo({ view }: { readonly view: Pick<CaseView, "id" | "reader"> }): ReactNode {
  const shell = useWords().shell;
  const words = shell.undo;
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
        title={undo === null ? words.nothing : words.undoKey(undo)}
        aria-label={undo === null ? words.undo : words.undoWhat(undo)}
        onClick={() => void takeBack(client, view, shell, "undo")}
      >
        ↶
      </button>
      <button
        type="button"
        disabled={redo === null}
        title={redo === null ? words.nothingAgain : words.redoKey(redo)}
        aria-label={redo === null ? words.redo : words.redoWhat(redo)}
        onClick={() => void takeBack(client, view, shell, "redo")}
      >
        ↷
      </button>
    </span>
  );
}

/** A case that cannot be used yet: what is wrong, and where to mend it. */
function Broken({ id, opening: { files, problems } }: { readonly id: string; readonly opening: Opening }): ReactNode {
  const words = useWords().shell;
  return (
    <div className="frame">
      <header className="bar">
        <Link href="/" className="home">
          {words.name}
        </Link>
        <strong className="title">{id}</strong>
        <Undo view={{ id, reader: null }} />
      </header>
      <main id="main" className="alone">
        <LatePart waiting={<p className="waiting">{words.openingPage}</p>}>
          <Files broken={{ id, files, problems: problems ?? [] }} />
        </LatePart>
      </main>
    </div>
  );
}

function Gone({ id, failure }: { readonly id: string; readonly failure: ApiFailure }): ReactNode {
  const words = useWords().shell;
  return (
    <main className="alone">
      <h1>{failure.status === 404 ? words.notHere(id) : words.unreadable}</h1>
      <p>{failure.reasons.join(" ")}</p>
      <p>
        <Link href="/">{words.allCases}</Link>
      </p>
    </main>
  );
}
