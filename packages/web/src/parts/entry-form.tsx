// The form of an entry: all that can be written in it, what is said or must be first.
import { useWords } from "@parley/charts";
import { type Entries, type FieldSpec, isMapping, type NamedField, nameFor, type SetUpStep } from "@parley/core";
import { type ReactNode, useState } from "react";
import { useUnkept } from "../unkept.js";
import type { Editing } from "./entry-lists.js";
import { cleaned, labelOfField, lackingFields, wrongNumbers } from "./entry-value.js";
import { GroupFields } from "./field-editor.js";
import { useSteps } from "./set-up-steps.js";

interface EntryFormProps {
  readonly entries: Entries;
  readonly editing: Editing;
  /** What it is called where it has no name yet. */
  readonly called: string;
  /** The day of what is new. */
  readonly day: string;
  readonly onDone: () => void;
}

export function EntryForm({ entries, editing, called, day, onDone }: EntryFormProps): ReactNode {
  const { fieldNames, pages } = useWords();
  const words = pages.entries;
  const { step } = useSteps();
  const [{ spec, before, within }] = useState(() => shownOf(editing, day));
  const [value, setValue] = useState<unknown>(before);
  const [lacks, setLacks] = useState<readonly string[]>([]);
  const fields = spec.kind === "group" ? spec.fields : [];
  useUnkept(value !== before);
  const save = async () => {
    const said = (of: readonly NamedField[], sentence: (label: string) => string) =>
      of.map(({ name }) => sentence(labelOfField(fieldNames, within, name)));
    const wrong = [
      ...said(lackingFields(fields, value), words.needed),
      ...said(wrongNumbers(fields, value), words.noNumber),
    ];
    setLacks(wrong);
    if (wrong.length > 0) return;
    if (await step(stepFor(editing, cleaned(value)), words.saved(called))) onDone();
  };
  return (
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
  );
}

function shownOf(editing: Editing, day: string): { spec: FieldSpec; before: unknown; within: string } {
  if (editing.kind === "whole") return { spec: editing.whole.spec, before: editing.whole.value, within: "document" };
  const { list, place } = editing;
  const entry = list.entries[place];
  const dated =
    list.spec.kind === "group" && list.spec.fields.some(({ name, optional }) => name === "date" && !optional);
  return { spec: list.spec, before: entry?.value ?? (dated ? { date: day } : {}), within: String(list.path.at(-1)) };
}

/** What is written: the whole entry, with a short name of its own where it is new; of a file, what stands beside its lists. */
function stepFor(editing: Editing, value: unknown): SetUpStep {
  if (editing.kind === "whole") return { do: "beside", file: editing.whole.file, value: isMapping(value) ? value : {} };
  const { list, place } = editing;
  const { file, path } = list;
  const hasId = list.spec.kind === "group" && list.spec.fields.some(({ name }) => name === "id");
  const named = isMapping(value) ? value : {};
  if (place < list.entries.length)
    // By its id it is found wherever it stands by now.
    return { do: "set", file, path: [...path, hasId ? String(named.id) : place], value };
  if (!hasId) return { do: "append", file, list: path, value };
  const taken = new Set(list.entries.map((entry) => (isMapping(entry.value) ? String(entry.value.id) : "")));
  const called = String(named.name ?? named.title ?? named.text ?? named.says ?? named.quantity ?? "");
  return { do: "append", file, list: path, value: { id: nameFor(called, taken, "entry"), ...named } };
}
