// The editor of any field of a case, by what can be written in it.
import { useWords } from "@parley/charts";
import { type FieldSpec, fieldNamesIn, isMapping, type NamedField, type Pointed } from "@parley/core/internal";
import { Plus, X } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { DayField } from "../controls/day-field.js";
import { emptyOf, formOf, labelOfField, shownFirst, typedNumber } from "./entry-value.js";

/** What fields can point to, and the issue around them. */
export interface Around {
  readonly pointed: Readonly<Record<string, readonly Pointed[]>>;
  readonly issue: string | null;
  /** The name of the list or group that a field is in. */
  readonly within: string;
}

interface FieldProps<S extends FieldSpec = FieldSpec> {
  readonly spec: S;
  readonly value: unknown;
  readonly label: string;
  readonly around: Around;
  readonly onChange: (value: unknown) => void;
}

function FieldEditor(props: FieldProps): ReactNode {
  const { spec } = props;
  switch (spec.kind) {
    case "id":
      return null;
    case "group":
      return <GroupField {...props} spec={spec} />;
    case "list":
      return spec.of.kind === "reference" && isShort(choicesOf(spec.of, props.around, YES_NO)) ? (
        <SomeOfField {...props} spec={spec} of={spec.of} />
      ) : (
        <ListField {...props} spec={spec} />
      );
    case "record":
      return <RecordField {...props} spec={spec} />;
    case "tuple":
      return <TupleField {...props} spec={spec} />;
    case "either":
      if (oneOf(spec)) return <OneOrSeveral {...props} spec={spec} />;
      return <EitherField {...props} spec={withoutYears(spec, props.around)} />;
    case "reference":
      // An issue over a range of numbers has no options to choose from.
      return isOverNumbers(spec, props.around) ? (
        <TextField {...props} spec={{ kind: "number", whole: false, least: -1e15, most: 1e15 }} />
      ) : (
        <ChoiceField {...props} spec={spec} />
      );
    case "flag":
    case "choice":
      return <ChoiceField {...props} spec={spec} />;
    case "date":
      return <DateField {...props} />;
    default:
      return <TextField {...props} />;
  }
}

function DateField({ value, label, onChange }: FieldProps): ReactNode {
  const id = useId();
  return (
    <div className="entry-field">
      <label htmlFor={id}>{label}</label>
      <DayField
        id={id}
        value={value === undefined ? "" : String(value)}
        whole={false}
        onDay={(day) => onChange(day === "" ? undefined : day)}
      />
    </div>
  );
}

function TextField({ spec, value, label, onChange }: FieldProps): ReactNode {
  const words = useWords().pages.entries;
  const id = useId();
  const text = value === undefined || value === null ? "" : `${value as string | number}`;
  const change = (typed: string) =>
    onChange(spec.kind === "number" ? typedNumber(typed) : typed === "" ? undefined : typed);
  const wrong = spec.kind === "number" && typeof value === "string";
  return (
    <div className="entry-field">
      <label htmlFor={id}>{label}</label>
      {spec.kind === "text" && text.length > 60 ? (
        <textarea id={id} rows={3} value={text} dir="auto" onChange={({ target }) => change(target.value)} />
      ) : (
        <input
          id={id}
          value={text}
          dir="auto"
          aria-invalid={wrong}
          inputMode={spec.kind === "number" ? "decimal" : "text"}
          placeholder={spec.kind === "period" ? words.periodHint : undefined}
          onChange={({ target }) => change(target.value)}
        />
      )}
    </div>
  );
}

function ChoiceField({
  spec,
  value,
  label,
  around,
  onChange,
}: FieldProps<Extract<FieldSpec, { kind: "flag" | "choice" | "reference" }>>): ReactNode {
  const words = useWords().pages.entries;
  const id = useId();
  const choices = choicesOf(spec, around, words);
  const shown = value === undefined || value === null ? "" : String(value);
  const known = shown === "" || choices.some((one) => one.value === shown);
  return (
    <div className="entry-field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={shown}
        onChange={({ target }) => onChange(choices.find((one) => one.value === target.value)?.means)}
      >
        <option value="">{words.notSaid}</option>
        {choices.map((one) => (
          <option key={one.value} value={one.value}>
            {one.text}
          </option>
        ))}
        {!known && <option value={shown}>{shown}</option>}
      </select>
    </div>
  );
}

const isOverNumbers = (spec: Extract<FieldSpec, { kind: "reference" }>, { pointed, issue }: Around): boolean =>
  spec.to === "option" &&
  issue !== null &&
  (pointed.issue ?? []).some(({ id }) => id === issue) &&
  !(pointed.option ?? []).some((one) => one.issue === issue);

interface Choice {
  readonly value: string;
  readonly text: string;
  readonly means: unknown;
}

function choicesOf(
  spec: Extract<FieldSpec, { kind: "flag" | "choice" | "reference" }>,
  { pointed, issue }: Around,
  words: { readonly yes: string; readonly no: string },
): Choice[] {
  if (spec.kind === "flag")
    return [
      { value: "true", text: words.yes, means: true },
      { value: "false", text: words.no, means: false },
    ];
  if (spec.kind === "choice") return spec.of.map((one) => ({ value: String(one), text: String(one), means: one }));
  return (pointed[spec.to] ?? [])
    .filter((one) => spec.to !== "option" || one.issue === issue)
    .map(({ id, name }) => ({ value: id, text: name, means: /^-?\d+(\.\d+)?$/.test(id) ? Number(id) : id }));
}

function GroupField({
  spec,
  value,
  label,
  around,
  onChange,
}: FieldProps<Extract<FieldSpec, { kind: "group" }>>): ReactNode {
  return (
    <fieldset className="entry-group">
      {label !== "" && <legend>{label}</legend>}
      <GroupFields fields={spec.fields} value={value} around={around} onChange={onChange} />
    </fieldset>
  );
}

interface GroupFieldsProps {
  readonly fields: readonly NamedField[];
  readonly value: unknown;
  readonly around: Around;
  readonly onChange: (value: unknown) => void;
}

/** The fields of a group: what is said or must be first, the others folded away. */
export function GroupFields({ fields, value, around, onChange }: GroupFieldsProps): ReactNode {
  const { language, pages } = useWords();
  const fieldNames = fieldNamesIn(language);
  const own = isMapping(value) ? value : {};
  const named = own[fields.some(({ name }) => name === "today") ? "id" : "issue"];
  const issue = typeof named === "string" ? named : around.issue;
  const editor = ({ name, spec }: NamedField) => (
    <FieldEditor
      key={name}
      spec={spec}
      value={own[name]}
      label={labelOfField(fieldNames, around.within, name)}
      around={{ ...around, issue, within: name }}
      onChange={(next) => onChange({ ...own, [name]: next })}
    />
  );
  // Fields do not change their places while the form is open.
  const [first] = useState(() => shownFirst(fields, value, around.within));
  const others = fields.filter((field) => !first.includes(field));
  return (
    <>
      {first.map(editor)}
      {others.length > 0 && (
        <details>
          <summary>{pages.entries.others(others.length)}</summary>
          {others.map(editor)}
        </details>
      )}
    </>
  );
}

function ListField({
  spec,
  value,
  label,
  around,
  onChange,
}: FieldProps<Extract<FieldSpec, { kind: "list" }>>): ReactNode {
  const words = useWords().pages.entries;
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  return (
    <fieldset className="entry-group">
      <legend>{label}</legend>
      {items.map((item, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an item is known by its place
        <div key={place} className="entry-item">
          <FieldEditor
            spec={spec.of}
            value={item}
            label={spec.of.kind === "group" ? "" : words.entry(label, place + 1)}
            around={around}
            onChange={(next) => onChange(items.map((one, at) => (at === place ? next : one)))}
          />
          <button
            type="button"
            className="quiet icon"
            aria-label={words.takeOut(words.entry(label, place + 1))}
            onClick={() => onChange(items.filter((_, at) => at !== place))}
          >
            <X size={16} aria-hidden="true" />
          </button>
        </div>
      ))}
      {items.length < spec.most && (
        <button type="button" className="quiet" onClick={() => onChange([...items, emptyOf(spec.of)])}>
          <Plus size={16} aria-hidden="true" /> {words.more}
        </button>
      )}
    </fieldset>
  );
}

const YES_NO = { yes: "", no: "" };
const isShort = (choices: readonly Choice[]): boolean => choices.length > 0 && choices.length <= 12;

interface SomeOfProps extends FieldProps<Extract<FieldSpec, { kind: "list" }>> {
  readonly of: Extract<FieldSpec, { kind: "reference" }>;
}

/** Any of a few things, each ticked or not. */
function SomeOfField({ of, value, label, around, onChange }: SomeOfProps): ReactNode {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  return (
    <fieldset className="entry-group">
      <legend>{label}</legend>
      {choicesOf(of, around, YES_NO).map(({ value: id, text, means }) => {
        const taken = items.some((item) => String(item) === id);
        return (
          <label key={id} className="some-of">
            <input
              type="checkbox"
              checked={taken}
              onChange={() => onChange(taken ? items.filter((item) => String(item) !== id) : [...items, means])}
            />
            {text}
          </label>
        );
      })}
    </fieldset>
  );
}

function RecordField({
  spec,
  value,
  label,
  around,
  onChange,
}: FieldProps<Extract<FieldSpec, { kind: "record" }>>): ReactNode {
  const own = isMapping(value) ? value : {};
  const targets = (around.pointed[spec.to] ?? []).filter(
    (one) => spec.to !== "option" || around.issue === null || one.issue === around.issue,
  );
  return (
    <fieldset className="entry-group">
      <legend>{label}</legend>
      {targets.map(({ id, name }) => (
        <FieldEditor
          key={id}
          spec={spec.of}
          value={own[id]}
          label={name}
          around={{ ...around, issue: spec.to === "issue" ? id : around.issue }}
          onChange={(next) => onChange({ ...own, [id]: next })}
        />
      ))}
    </fieldset>
  );
}

function TupleField({
  spec,
  value,
  label,
  around,
  onChange,
}: FieldProps<Extract<FieldSpec, { kind: "tuple" }>>): ReactNode {
  const words = useWords().pages.entries;
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  return (
    <fieldset className="entry-group row">
      <legend>{label}</legend>
      {spec.of.map((one, place) => (
        <FieldEditor
          // biome-ignore lint/suspicious/noArrayIndexKey: a part is known by its place
          key={place}
          spec={one}
          value={items[place]}
          label={words.entry(label, place + 1)}
          around={around}
          onChange={(next) => onChange(spec.of.map((_, at) => (at === place ? next : items[at])))}
        />
      ))}
    </fieldset>
  );
}

function EitherField({
  spec,
  value,
  label,
  around,
  onChange,
}: FieldProps<Extract<FieldSpec, { kind: "either" }>>): ReactNode {
  const words = useWords().pages.entries;
  const form = formOf(spec, value);
  const chosen = spec.of[form];
  const nameOf = (one: FieldSpec) => {
    if (isByYears(one)) return words.forms.years;
    if (one.kind === "reference" && isOverNumbers(one, around)) return words.forms.number;
    return (words.forms as Readonly<Record<string, string>>)[one.kind] ?? words.forms.other;
  };
  const [only] = spec.of;
  if (spec.of.length === 1 && only)
    return <FieldEditor spec={only} value={value} label={label} around={around} onChange={onChange} />;
  return (
    <div className="entry-either">
      <select
        aria-label={words.form(label)}
        value={form}
        onChange={({ target }) => onChange(started(spec.of[Number(target.value)]))}
      >
        {spec.of.map((one, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a form is known by its place
          <option key={place} value={place}>
            {nameOf(one)}
          </option>
        ))}
      </select>
      {chosen && <FieldEditor spec={chosen} value={value} label={label} around={around} onChange={onChange} />}
    </div>
  );
}

const isByYears = (spec: FieldSpec): boolean =>
  spec.kind === "group" && spec.fields.length === 1 && spec.fields[0]?.name === "years";

/** Only a number can be said by years. */
function withoutYears(spec: Either, around: Around): Either {
  const option = spec.of.find((one) => one.kind === "reference");
  if (option && isOverNumbers(option, around)) return spec;
  return { ...spec, of: spec.of.filter((one) => !isByYears(one)) };
}

type Either = Extract<FieldSpec, { kind: "either" }>;

/** What is chosen, where a field takes one thing of the case or several of the same kind; else null. */
function oneOf({ of: [one, several, ...more] }: Either): Extract<FieldSpec, { kind: "reference" }> | null {
  const same = one?.kind === "reference" && several?.kind === "list" && several.of.kind === "reference";
  return same && several.of.to === one.to && more.length === 0 ? one : null;
}

/** One thing of the case, nearly always; another can be added to it. */
function OneOrSeveral({ spec, value, label, around, onChange }: FieldProps<Either>): ReactNode {
  const words = useWords().pages.entries;
  const [adding, setAdding] = useState(false);
  const one = oneOf(spec);
  const chosen = (Array.isArray(value) ? value : [value]).filter((each) => each !== undefined && each !== "");
  if (!one) return null;
  const choose = (place: number, next: unknown) => {
    const all = chosen.toSpliced(place, 1, ...(next === undefined ? [] : [next]));
    setAdding(false);
    onChange(all.length > 1 ? all : all[0]);
  };
  const shown = chosen.length === 0 || adding ? [...chosen, undefined] : chosen;
  return (
    <div className="one-or-several">
      {shown.map((each, place) => (
        <ChoiceField
          // biome-ignore lint/suspicious/noArrayIndexKey: each stands in its place
          key={place}
          spec={one}
          value={each}
          label={place === 0 ? label : words.another(label)}
          around={around}
          onChange={(next) => choose(place, next)}
        />
      ))}
      {chosen.length > 0 && !adding && (
        <button type="button" className="quiet" onClick={() => setAdding(true)}>
          {words.addAnother}
        </button>
      )}
    </div>
  );
}

/** A value that has a form, so that the form stays chosen while nothing is typed yet. */
function started(spec: FieldSpec | undefined): unknown {
  if (spec?.kind === "list") return spec.of.kind === "group" ? [{}] : [];
  if (spec?.kind === "number") return 0;
  if (spec?.kind === "tuple") return spec.of.map((one) => (one.kind === "number" ? 0 : ""));
  return spec ? (emptyOf(spec) ?? "") : undefined;
}
