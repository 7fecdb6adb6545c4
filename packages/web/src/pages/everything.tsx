// Everything that a case holds, entry by entry: each can be looked at, changed, added and taken out.
import { useWords } from "@parley/charts";
import {
  type Entries,
  type EntryList,
  type FieldSpec,
  isMapping,
  type NamedField,
  nameFor,
  type Outcome,
  type WholeFile,
} from "@parley/core";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useCase } from "../case-view.js";
import { Dialog } from "../controls/dialog.js";
import { cleaned, labelOfField, lackingFields } from "../parts/entry-value.js";
import { GroupFields } from "../parts/field-editor.js";
import { TakesSteps, useSteps } from "../parts/set-up-steps.js";
import { queryKeys } from "../query-keys.js";
import { work } from "../work.js";

export function EverythingPage(): ReactNode {
  const words = useWords();
  const own = words.pages.entries;
  const view = useCase();
  const entries = useQuery({
    queryKey: queryKeys.entries(view.files.revision),
    queryFn: async (): Promise<Outcome<Entries>> => await work.entries([...view.files.files]),
    placeholderData: (before) => before,
  });
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
      {entries.data?.ok && <Lists entries={entries.data.value} />}
      {entries.data && !entries.data.ok && <p className="alert">{entries.data.reasons.join(" ")}</p>}
    </TakesSteps>
  );
}

/** What is being changed: an entry of a list, a new one, or what stands beside the lists of a file. */
type Editing =
  | { readonly kind: "entry"; readonly list: EntryList; readonly place: number }
  | { readonly kind: "whole"; readonly whole: WholeFile };

function Lists({ entries }: { readonly entries: Entries }): ReactNode {
  const { fieldNames, pages } = useWords();
  const words = pages.entries;
  const { remove } = useSteps();
  const [search, setSearch] = useState("");
  const [editing, setEditing] = useState<Editing | null>(null);
  const wanted = search.trim().toLowerCase();
  return (
    <>
      <input
        type="search"
        aria-label={words.search}
        placeholder={words.search}
        value={search}
        onChange={({ target }) => setSearch(target.value)}
      />
      {entries.wholes.map((whole) => (
        <section key={whole.file} className="entries">
          <h2>
            {words.whole[whole.kind]} <span className="note">{words.inFile(whole.file)}</span>{" "}
            <button
              type="button"
              className="quiet"
              aria-label={words.edit(words.whole[whole.kind])}
              onClick={() => setEditing({ kind: "whole", whole })}
            >
              {words.editWhole}
            </button>
          </h2>
          {entries.lists
            .filter(({ file }) => file === whole.file)
            .map((list) => {
              const name = labelOfField(fieldNames, "", String(list.path.at(-1)));
              const found = list.entries
                .map((entry, place) => ({ ...entry, place }))
                .filter(({ called }) => called.toLowerCase().includes(wanted));
              if (wanted !== "" && found.length === 0) return null;
              return (
                <details key={list.path.join(".")} className="folded" open={wanted !== ""}>
                  <summary>
                    {name} <span className="note">{words.count(list.entries.length)}</span>
                  </summary>
                  <ul className="entry-list">
                    {found.map(({ called, place }) => (
                      <li key={place}>
                        <button
                          type="button"
                          className="link"
                          dir="auto"
                          onClick={() => setEditing({ kind: "entry", list, place })}
                        >
                          {called}
                        </button>
                        <button
                          type="button"
                          className="quiet"
                          aria-label={words.takeOut(called)}
                          onClick={() => void remove({ file: list.file, path: [...list.path, place] }, called)}
                        >
                          {words.remove}
                        </button>
                      </li>
                    ))}
                  </ul>
                  <button
                    type="button"
                    onClick={() => setEditing({ kind: "entry", list, place: list.entries.length })}
                    aria-label={words.addTo(name)}
                  >
                    {words.add}
                  </button>
                </details>
              );
            })}
        </section>
      ))}
      {editing && <Editor entries={entries} editing={editing} onClose={() => setEditing(null)} />}
    </>
  );
}

interface EditorProps {
  readonly entries: Entries;
  readonly editing: Editing;
  readonly onClose: () => void;
}

function Editor({ entries, editing, onClose }: EditorProps): ReactNode {
  const { fieldNames, pages } = useWords();
  const words = pages.entries;
  const { step } = useSteps();
  const { spec, before, name, within } = shownOf(editing, fieldNames, words.whole);
  const [value, setValue] = useState<unknown>(before);
  const [lacks, setLacks] = useState<readonly string[]>([]);
  const fields = spec.kind === "group" ? spec.fields : [];
  const save = async () => {
    const missing = lackingFields(fields, value).map((field) =>
      words.needed(labelOfField(fieldNames, within, field.name)),
    );
    const wrong = wrongNumbers(fields, value).map((field) =>
      words.noNumber(labelOfField(fieldNames, within, field.name)),
    );
    if (missing.length + wrong.length > 0) return setLacks([...missing, ...wrong]);
    if (await step(stepFor(editing, cleaned(value)), words.saved(name))) onClose();
  };
  return (
    <Dialog title={words.edit(name)} drawer onClose={onClose}>
      <form
        className="entry-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <GroupFields
          fields={fields}
          value={value}
          around={{ pointed: entries.pointed, issue: null, within }}
          onChange={setValue}
        />
        {lacks.length > 0 && (
          <p className="alert" role="alert">
            {lacks.join(" ")}
          </p>
        )}
        <p className="row">
          <button type="submit" className="primary">
            {words.save}
          </button>
        </p>
      </form>
    </Dialog>
  );
}

function shownOf(
  editing: Editing,
  names: Readonly<Record<string, string>>,
  wholes: Readonly<Record<string, string>>,
): { spec: FieldSpec; before: unknown; name: string; within: string } {
  if (editing.kind === "whole") {
    const { spec, value, kind } = editing.whole;
    return { spec, before: value, name: wholes[kind] ?? kind, within: "document" };
  }
  const { list, place } = editing;
  const within = String(list.path.at(-1));
  const entry = list.entries[place];
  return {
    spec: list.spec,
    before: entry?.value ?? {},
    name: entry?.called ?? labelOfField(names, "", within),
    within,
  };
}

/** What is written: the whole entry, with a short name of its own where it is new; of a file, what stands beside its lists. */
function stepFor(editing: Editing, value: unknown) {
  if (editing.kind === "whole")
    return { do: "beside" as const, file: editing.whole.file, value: isMapping(value) ? value : {} };
  const { list, place } = editing;
  const isNew = place >= list.entries.length;
  const hasId = list.spec.kind === "group" && list.spec.fields.some(({ name }) => name === "id");
  const named = isMapping(value) ? value : {};
  const taken = new Set(list.entries.map((entry) => (isMapping(entry.value) ? String(entry.value.id) : "")));
  const called = String(named.name ?? named.title ?? named.text ?? named.says ?? named.quantity ?? "");
  const made = isNew && hasId ? { id: nameFor(called, taken, "entry"), ...named } : named;
  // By its id it is found wherever it stands by now.
  const id = isMapping(list.entries[place]?.value) && !isNew && hasId ? String(made.id) : place;
  return { do: "set" as const, file: list.file, path: [...list.path, id], value: made };
}

/** Numbers that are none yet, at the first level. */
const wrongNumbers = (fields: readonly NamedField[], value: unknown): NamedField[] =>
  fields.filter(({ name, spec }) => spec.kind === "number" && isMapping(value) && typeof value[name] === "string");
