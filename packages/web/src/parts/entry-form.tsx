// The form of an entry: all that can be written in it, what is said or must be first.
import { useWords } from "@parley/charts";
import {
  type Entries,
  type FieldSpec,
  fieldNamesIn,
  isMapping,
  type NamedField,
  type SetUpStep,
} from "@parley/core/internal";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useUnkept } from "../unkept.js";
import type { Editing } from "./entry-lists.js";
import { cleaned, labelOfField, lackingFields, pointedWith, wrongNumbers } from "./entry-value.js";
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
  /** Told whether something is typed that is not saved. */
  readonly onTyped?: (typed: boolean) => void;
}

export function EntryForm({ entries, editing, called, day, onDone, onTyped }: EntryFormProps): ReactNode {
  const { language, pages } = useWords();
  const fieldNames = fieldNamesIn(language);
  const words = pages.entries;
  const { step } = useSteps();
  const [{ spec, before, within }] = useState(() => shownOf(editing, day));
  const [value, setValue] = useState<unknown>(before);
  const [lacks, setLacks] = useState<readonly string[]>([]);
  const fields = spec.kind === "group" ? spec.fields : [];
  // A second press is no second entry, also before the page is drawn again.
  const saving = useRef(false);
  const typed = value !== before;
  useUnkept(typed);
  useEffect(() => onTyped?.(typed), [onTyped, typed]);
  const save = async () => {
    if (saving.current) return;
    const asked = (of: readonly NamedField[], sentence: (label: string) => string) =>
      of.map(({ name }) => sentence(labelOfField(fieldNames, within, name)));
    const wrong = [
      ...asked(lackingFields(fields, value), words.needed),
      ...asked(wrongNumbers(fields, value), words.noNumber),
    ];
    setLacks(wrong);
    if (wrong.length > 0) return;
    saving.current = true;
    const isNew = editing.kind === "entry" && editing.place >= editing.list.entries.length;
    const said = isNew ? words.added(calledBy(value) || called) : words.saved(called);
    if (await step(stepFor(editing, cleaned(before), cleaned(value)), said, (why) => setLacks([why]))) onDone();
    else saving.current = false;
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
        around={{ pointed: pointedWith(entries.pointed, value), issue: null, within }}
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

/** What is written: of a new entry all, of one that was there the fields that were changed. */
function stepFor(editing: Editing, before: unknown, after: unknown): SetUpStep {
  const fields = (value: unknown) => (isMapping(value) ? value : {});
  const changed = { do: "change", before: fields(before), after: fields(after) } as const;
  if (editing.kind === "whole") return { ...changed, file: editing.whole.file, path: [] };
  const { list, place } = editing;
  const { file, path } = list;
  if (place >= list.entries.length) return { do: "append", file, list: path, value: after };
  const hasId = list.spec.kind === "group" && list.spec.fields.some(({ name }) => name === "id");
  // By its id it is found wherever it stands by now.
  return { ...changed, file, path: [...path, hasId ? String(fields(before).id) : place] };
}

/** What an entry is called by what is typed. */
function calledBy(value: unknown): string {
  const own = isMapping(value) ? value : {};
  const text = [own.name, own.title, own.text, own.says, own.quantity].find((part) => typeof part === "string");
  return typeof text === "string" ? text.trim() : "";
}
