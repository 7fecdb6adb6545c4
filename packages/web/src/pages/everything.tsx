// Everything that a case holds, entry by entry: each can be looked at, changed, added and taken out.
import { useWords } from "@parley/charts";
import { type Entries, fieldNamesIn } from "@parley/core/internal";
import { type ReactNode, useState } from "react";
import { type CaseView, dayOf, useCase } from "../case-view.js";
import { Dialog } from "../controls/dialog.js";
import { useEntries } from "../entries.js";
import { EntryForm } from "../parts/entry-form.js";
import { type Editing, EntryLists, wholeCalled } from "../parts/entry-lists.js";
import { labelOfField } from "../parts/entry-value.js";
import { TakesSteps } from "../parts/set-up-steps.js";

export function EverythingPage(): ReactNode {
  const words = useWords();
  const own = words.pages.entries;
  const view = useCase();
  const entries = useEntries(view);
  if (view.reader !== null)
    return (
      <>
        <h1>{own.heading}</h1>
        <p className="lead">{words.pages.setUp.notByOthers}</p>
      </>
    );
  return (
    <TakesSteps view={view}>
      <h1>{own.heading}</h1>
      <p className="lead">{own.lead}</p>
      {entries?.ok && <Lists view={view} entries={entries.value} />}
      {entries && !entries.ok && <p className="alert">{entries.reasons.join(" ")}</p>}
    </TakesSteps>
  );
}

function Lists({ view, entries }: { readonly view: CaseView; readonly entries: Entries }): ReactNode {
  const { language, pages } = useWords();
  const fieldNames = fieldNamesIn(language);
  const words = pages.entries;
  const [search, setSearch] = useState("");
  const [editing, setEditing] = useState<Editing | null>(null);
  const [typed, setTyped] = useState(false);
  const called =
    editing?.kind === "whole"
      ? wholeCalled(editing.whole, view.names, words)
      : (editing?.list.entries[editing.place]?.called ??
        labelOfField(fieldNames, "", String(editing?.list.path.at(-1) ?? "")));
  return (
    <>
      <input
        type="search"
        aria-label={words.search}
        placeholder={words.search}
        value={search}
        onChange={({ target }) => setSearch(target.value)}
      />
      <EntryLists entries={entries} names={view.names} search={search} open={false} onEdit={setEditing} />
      {editing && (
        <Dialog title={words.edit(called)} drawer typed={typed} onClose={() => setEditing(null)}>
          <EntryForm
            entries={entries}
            editing={editing}
            called={called}
            day={dayOf(view)}
            onTyped={setTyped}
            onDone={() => setEditing(null)}
          />
        </Dialog>
      )}
    </>
  );
}
