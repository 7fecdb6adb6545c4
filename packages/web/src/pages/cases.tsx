// The first page of the workbench: what was worked on, with its latest sentence, examples to learn from, and new beginnings.
import { useWords } from "@parley/charts";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { CaseList } from "parley/contract";
import { type FormEvent, lazy, type ReactNode, useEffect, useState } from "react";
import { Link, useLocation } from "wouter";
import { ApiFailure, api } from "../api.js";
import { Dialog } from "../controls/dialog.js";
import { Menu } from "../controls/menu.js";
import { saveFile } from "../controls/taken-picture.js";
import { say } from "../controls/toast.js";
import { useLatestSentence } from "../jobs.js";
import { useKeys } from "../keys.js";
import { LatePart } from "../parts/late-part.js";
import { OpenRoom } from "../parts/open-room.js";
import { SignIn } from "../parts/sign-in.js";
import { beginTour } from "../parts/tour.js";
import { queryKeys } from "../query-keys.js";
import { groupsOf } from "./cases-grouped.js";

type Entry = CaseList["cases"][number];

const NewNegotiation = lazy(async () => ({ default: (await import("../parts/new-negotiation.js")).NewNegotiation }));

/** Of so many the latest sentence is found: each is some work. */
const MOST_WEIGHED = 8;

export function Cases(): ReactNode {
  const { shell, pages } = useWords();
  const words = pages.cases;
  const [making, setMaking] = useState(false);
  const [search, setSearch] = useState("");
  const list = useQuery({ queryKey: queryKeys.cases, queryFn: api.list });
  useEffect(() => {
    document.title = shell.title(words.heading);
  }, [shell, words]);
  const nothing = () => {};
  useKeys({ page: () => null, find: nothing, help: nothing, undo: nothing, redo: nothing });
  if (list.error instanceof ApiFailure && list.error.status === 401) return <SignIn />;
  const cases = list.data?.cases ?? [];
  const groups = groupsOf(cases, search);
  const found = groups.worked.length + groups.examples.length + groups.folders.length + groups.archived.length;
  return (
    <main className="alone cases">
      <header className="home-head">
        <div>
          <p className="kicker">{shell.name}</p>
          <h1>{words.heading}</h1>
        </div>
        {cases.length > 5 && (
          <input
            type="search"
            aria-label={words.search}
            placeholder={words.search}
            value={search}
            onChange={({ target }) => setSearch(target.value)}
          />
        )}
        <button type="button" className="primary" onClick={() => setMaking(true)}>
          {words.make.open}
        </button>
        <TakeTour />
        <OpenZip />
      </header>
      <p className="lead">{words.lead}</p>
      {list.error && <p className="alert">{list.error.message}</p>}
      {list.data && found === 0 && <p>{cases.length === 0 ? words.none : words.noneFound(search)}</p>}
      <Group heading={words.worked} entries={groups.worked} weighed={MOST_WEIGHED} />
      <Group heading={words.examples} entries={groups.examples} weighed={0} />
      {groups.folders.map(([folder, entries]) => (
        <details key={folder} className="folded" open={search !== ""}>
          <summary>
            {folder} ({entries.length})
          </summary>
          <Group heading="" entries={entries} weighed={0} />
        </details>
      ))}
      {groups.archived.length > 0 && (
        <details className="folded" open={search !== ""}>
          <summary>{words.archived(groups.archived.length)}</summary>
          <Group heading="" entries={groups.archived} weighed={0} />
        </details>
      )}
      <Trash />
      {making && (
        <LatePart>
          <NewNegotiation onClose={() => setMaking(false)} />
        </LatePart>
      )}
    </main>
  );
}

/** Makes the flatmates' case anew, and leads through it. */
function TakeTour(): ReactNode {
  const words = useWords().shell.tour;
  const client = useQueryClient();
  const [, go] = useLocation();
  const begin = async () => {
    try {
      const day = new Date().toISOString().slice(0, 10);
      const { id } = await api.create({ name: words.name, template: "flatmates", parties: [], day, team: null });
      await client.invalidateQueries({ queryKey: queryKeys.cases });
      beginTour(id);
      go(`/c/${encodeURIComponent(id)}/set-up`);
    } catch (error) {
      say(messageOf(error));
    }
  };
  return (
    <button type="button" onClick={() => void begin()}>
      {words.begin}
    </button>
  );
}

/** Opens a case that was saved as a .zip, here or elsewhere. */
function OpenZip(): ReactNode {
  const words = useWords().pages.cases;
  const client = useQueryClient();
  const [, go] = useLocation();
  const open = async (file: File | undefined) => {
    if (!file) return;
    try {
      const { id } = await api.unzip(file);
      await client.invalidateQueries({ queryKey: queryKeys.cases });
      go(`/c/${encodeURIComponent(id)}/overview`);
    } catch (error) {
      say(messageOf(error));
    }
  };
  return (
    <label className="button">
      {words.openZip}
      <input
        type="file"
        className="unseen"
        accept=".zip,application/zip"
        onChange={({ target }) => {
          void open(target.files?.[0]);
          target.value = "";
        }}
      />
    </label>
  );
}

interface GroupProps {
  readonly heading: string;
  readonly entries: readonly Entry[];
  /** Of how many the latest sentence is found. */
  readonly weighed: number;
}

function Group({ heading, entries, weighed }: GroupProps): ReactNode {
  if (entries.length === 0) return null;
  return (
    <section aria-label={heading}>
      {heading && <h2>{heading}</h2>}
      <ul className="case-list">
        {entries.map((entry, place) => (
          <OneCase key={entry.id} entry={entry} weighed={place < weighed} />
        ))}
      </ul>
    </section>
  );
}

function OneCase({ entry, weighed }: { readonly entry: Entry; readonly weighed: boolean }): ReactNode {
  const words = useWords().pages.cases;
  const { id, title, asOf, about, changed, problems, worked } = entry;
  const client = useQueryClient();
  const [naming, setNaming] = useState(false);
  const [opening, setOpening] = useState(false);
  const again = () => client.invalidateQueries({ queryKey: queryKeys.cases });
  const act = (work: () => Promise<unknown>) =>
    void work()
      .catch((error: unknown) => say(messageOf(error)))
      .then(again);
  return (
    <li>
      <Link href={`/c/${encodeURIComponent(id)}/overview`} data-item={id}>
        <strong dir="auto">{title}</strong>
        <span className="note">
          {problems > 0
            ? words.toMend(problems)
            : worked && changed
              ? words.changed(changed.slice(0, 10))
              : words.asOf(asOf)}
        </span>
        {entry.due && <span className="due">{words.due(entry.due)}</span>}
        {problems === 0 && weighed ? (
          <Sentence id={id} about={about} />
        ) : (
          about && <span className="about">{about}</span>
        )}
      </Link>
      <Menu
        label={words.menu(title)}
        entries={[
          ...(problems === 0 ? [{ id: "rename", text: words.rename, act: () => setNaming(true) }] : []),
          { id: "copy", text: words.copy, act: () => act(() => api.copy(id, words.copyOf(title))) },
          ...(problems === 0 ? [{ id: "room", text: words.room.open, act: () => setOpening(true) }] : []),
          {
            id: "zip",
            text: words.zip,
            act: () =>
              act(async () => {
                saveFile(`${id.split(":").at(-1) ?? id}.zip`, await api.zip(id));
                say(words.zipped(title));
              }),
          },
          {
            id: "archive",
            text: entry.archived ? words.unarchive : words.archive,
            act: () =>
              act(async () => {
                const moved = await api.archive(id);
                say(entry.archived ? words.outOfArchive(title) : words.inArchive(title), {
                  text: words.undo,
                  act: () => act(() => api.archive(moved.id)),
                });
              }),
          },
          {
            id: "trash",
            text: words.remove,
            removes: true,
            act: () =>
              act(async () => {
                const { name } = await api.trash(id);
                say(words.removed(title), { text: words.undo, act: () => act(() => api.restore(name)) });
              }),
          },
        ]}
      />
      {opening && <OpenRoom id={id} title={title} onClose={() => setOpening(false)} />}
      {naming && <Rename entry={entry} onClose={() => setNaming(false)} />}
    </li>
  );
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What its latest offer comes to, in one line. */
function Sentence({ id, about }: { readonly id: string; readonly about: string | null }): ReactNode {
  const words = useWords().pages.cases;
  const { sentence, weighing } = useLatestSentence(id);
  if (sentence) return <span className="sentence-line">{sentence}</span>;
  return <span className="about">{weighing ? words.weighing : about}</span>;
}

function Rename({ entry: { id, title }, onClose }: { readonly entry: Entry; readonly onClose: () => void }): ReactNode {
  const words = useWords().pages.cases;
  const client = useQueryClient();
  const [name, setName] = useState(title);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === "") return;
    try {
      const { files } = await api.read(id, null);
      const base = files.find(({ path }) => path === "case.yaml")?.digest ?? null;
      const changes = [{ path: ["title"], value: name.trim() }];
      await api.edit(id, {
        what: words.named(name.trim()).slice(0, 300),
        files: [{ file: "case.yaml", base, changes }],
      });
      await client.invalidateQueries({ queryKey: queryKeys.cases });
      onClose();
    } catch (error) {
      say(messageOf(error));
    }
  };
  return (
    <Dialog title={words.renaming} onClose={onClose}>
      <form className="fields" onSubmit={(event) => void save(event)}>
        <input
          data-first
          aria-label={words.renaming}
          value={name}
          required
          maxLength={300}
          dir="auto"
          onChange={({ target }) => setName(target.value)}
        />
        <p className="row">
          <button type="submit" className="primary">
            {words.save}
          </button>
        </p>
      </form>
    </Dialog>
  );
}

function Trash(): ReactNode {
  const words = useWords().pages.cases;
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const trash = useQuery({ queryKey: queryKeys.trash, queryFn: api.trashed });
  const lying = trash.data?.trashed ?? [];
  if (lying.length === 0) return null;
  const act = (work: () => Promise<unknown>) =>
    void work()
      .catch((error: unknown) => say(messageOf(error)))
      .then(() => client.invalidateQueries({ queryKey: queryKeys.cases }));
  return (
    <details className="folded">
      <summary>{words.trash(lying.length)}</summary>
      <ul className="case-list">
        {lying.map((name) => (
          <li key={name}>
            <span>{name.slice(0, name.lastIndexOf("~"))}</span>
            <button type="button" onClick={() => act(() => api.restore(name))}>
              {words.restore}
            </button>
          </li>
        ))}
      </ul>
      <p className="row">
        <button type="button" onClick={() => setAsking(true)}>
          {words.empty}
        </button>
      </p>
      {asking && (
        <Dialog title={words.empty} onClose={() => setAsking(false)}>
          <p>{words.emptied(lying.length)}</p>
          <p className="row">
            <button
              type="button"
              className="primary"
              onClick={() => {
                setAsking(false);
                act(() => api.emptyTrash());
              }}
            >
              {words.emptyNow}
            </button>
            <button type="button" data-first onClick={() => setAsking(false)}>
              {words.keep}
            </button>
          </p>
        </Dialog>
      )}
    </details>
  );
}
