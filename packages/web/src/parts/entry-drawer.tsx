// The drawer in which what a page shows is changed: its lists, or the form of one entry.
import { useWords } from "@parley/charts";
import { type Entries, fieldNamesIn, isMapping } from "@parley/core/internal";
import { ArrowLeft } from "lucide-react";
import { type ReactNode, useState } from "react";
import { type CaseView, dayOf } from "../case-view.js";
import { Dialog } from "../controls/dialog.js";
import { useEntries } from "../entries.js";
import { isShownOn, type Opened } from "../page-entries.js";
import { EntryForm } from "./entry-form.js";
import { type Editing, EntryLists, wholeCalled } from "./entry-lists.js";
import { labelOfField } from "./entry-value.js";
import { TakesSteps } from "./set-up-steps.js";

interface EntryDrawerProps {
  readonly view: CaseView;
  readonly page: string;
  readonly title: string;
  readonly opened: Opened;
  readonly onClose: () => void;
}

export function EntryDrawer({ view, page, title, opened, onClose }: EntryDrawerProps): ReactNode {
  const { shell, pages } = useWords();
  const words = pages.entries;
  const entries = useEntries(view);
  if (!entries) return null;
  if (!entries.ok)
    return (
      <Dialog title={words.heading} drawer onClose={onClose}>
        <p className="alert">{entries.reasons.join(" ")}</p>
      </Dialog>
    );
  const wanted = opened.kind === "page" ? null : editingOf(opened, entries.value);
  if (opened.kind !== "page" && !wanted)
    return (
      <Dialog title={words.heading} drawer onClose={onClose}>
        <p>{words.gone}</p>
      </Dialog>
    );
  return (
    <TakesSteps view={view}>
      <Drawer
        view={view}
        page={page}
        title={title || shell.name}
        entries={entries.value}
        wanted={wanted}
        onClose={onClose}
      />
    </TakesSteps>
  );
}

/** The entry that is meant; null where it is gone. */
function editingOf(opened: Exclude<Opened, { kind: "page" }>, entries: Entries): Editing | null {
  const list = entries.lists.find(({ path }) => path.at(-1) === opened.list);
  if (!list) return null;
  if (opened.kind === "new") return { kind: "entry", list, place: list.entries.length };
  const place = list.entries.findIndex(({ value }) => isMapping(value) && String(value.id) === opened.id);
  return place < 0 ? null : { kind: "entry", list, place };
}

interface DrawerProps {
  readonly view: CaseView;
  readonly page: string;
  readonly title: string;
  readonly entries: Entries;
  /** The one entry that it was opened for; null: the lists of the page. */
  readonly wanted: Editing | null;
  readonly onClose: () => void;
}

function Drawer({ view, page, title, entries, wanted, onClose }: DrawerProps): ReactNode {
  const { language, pages } = useWords();
  const fieldNames = fieldNamesIn(language);
  const words = pages.entries;
  const [editing, setEditing] = useState<Editing | null>(wanted);
  const [typed, setTyped] = useState(false);
  const called = (of: Editing): string =>
    of.kind === "whole"
      ? wholeCalled(of.whole, view.names, words)
      : (of.list.entries[of.place]?.called ?? labelOfField(fieldNames, "", String(of.list.path.at(-1))));
  const isNew = editing?.kind === "entry" && editing.place >= editing.list.entries.length;
  const heading = !editing ? words.editPage(title) : isNew ? words.addTo(called(editing)) : words.edit(called(editing));
  return (
    <Dialog title={heading} drawer typed={typed && editing !== null} onClose={onClose}>
      {editing && !wanted && (
        <button type="button" className="quiet with-icon" onClick={() => setEditing(null)}>
          <ArrowLeft size={16} aria-hidden="true" /> {words.back}
        </button>
      )}
      {editing ? (
        <EntryForm
          key={called(editing)}
          entries={entries}
          editing={editing}
          called={called(editing)}
          day={dayOf(view)}
          onTyped={setTyped}
          onDone={wanted ? onClose : () => setEditing(null)}
        />
      ) : (
        <EntryLists
          entries={entries}
          names={view.names}
          shows={(one) => isShownOn(page, one)}
          search=""
          open
          onEdit={setEditing}
        />
      )}
    </Dialog>
  );
}
