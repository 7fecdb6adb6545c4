// Setting up a negotiation, step by step: what is added, named and chosen, as changes of the case's files. Ids are made of
// the names; nobody is asked for one.
import { done, type Outcome, refuse } from "../outcome.js";
import type { CaseFile } from "../parse.js";
import type { Path } from "../path.js";
import { type Content, contentsOf, type FileChange, filesAfter, placedIn, valueAt } from "./contents.js";
import { type FieldSpec, fieldAt, isMapping } from "./field-forms.js";
import { fieldsOf } from "./field-spec.js";
import { nameFor } from "./name-for.js";
import { type PastedTable, readPastedRow } from "./pasted-table.js";
import { type Dependent, takenOut } from "./removal.js";
import { withIds } from "./with-ids.js";
import { readWrittenOptions, sameName, type WrittenOptions } from "./written-options.js";

/** Whose view a step is of: the file that it goes into. */
export interface View {
  readonly party: string;
  readonly holder: string;
  readonly basis: "stated" | "estimated";
  /** The day of a new file. */
  readonly date: string;
}

/** One step of setting up a negotiation. */
export type SetUpStep =
  | { readonly do: "add-party"; readonly name: string }
  | { readonly do: "add-goal"; readonly name: string }
  /** `first`: what the option is called that an issue begins with, which holds today. */
  | { readonly do: "add-issue"; readonly name: string; readonly first: string; readonly written?: string }
  | { readonly do: "write-options"; readonly issue: string; readonly written: string }
  /** Without an option the offer says nothing of the issue. `begin`: what an offer is that begins with this choice. */
  | {
      readonly do: "choose";
      readonly offer: string;
      readonly issue: string;
      readonly option: string | null;
      readonly begin?: { readonly name: string; readonly date: string; readonly by: string | null };
    }
  | { readonly do: "today"; readonly issue: string; readonly option: string }
  | { readonly do: "no-deal"; readonly issue: string; readonly option: string | null }
  | {
      readonly do: "prefer";
      readonly view: View;
      readonly issue: string;
      readonly prefer: "more" | "less" | "same" | null;
    }
  | {
      readonly do: "prefer-all";
      readonly view: View;
      readonly prefers: readonly { readonly issue: string; readonly prefer: "more" | "less" }[];
    }
  /** Issues, the largest swing first; a list within: no order among them. */
  | { readonly do: "rank"; readonly view: View; readonly rank: readonly (string | readonly string[])[] }
  | { readonly do: "paste"; readonly table: PastedTable; readonly first: string; readonly date: string }
  /** Items of lists stand in the path by their ids, or where they have none by their places. */
  | { readonly do: "set"; readonly file: string; readonly path: Path; readonly value?: unknown }
  /** Fields of an entry, or of what stands beside the lists of a file (`path` empty), as a form has them before and after. */
  | {
      readonly do: "change";
      readonly file: string;
      readonly path: Path;
      readonly before: Readonly<Record<string, unknown>>;
      readonly after: Readonly<Record<string, unknown>>;
    }
  /** Puts an entry at the end of a list, with an id made of its name where its kind has ids. */
  | { readonly do: "append"; readonly file: string; readonly list: Path; readonly value: unknown }
  /** `id`: of an entry that has none, its place. */
  | {
      readonly do: "move";
      readonly file: string;
      readonly list: Path;
      readonly id: string | number;
      readonly by: 1 | -1;
    };

/** What a step comes to. */
export interface SetUpChange {
  readonly files: readonly FileChange[];
  /** What depends on something that goes, and loses it or goes along: to be confirmed where there is any. */
  readonly dependents: readonly Dependent[];
  /** The id of what was added. */
  readonly added: string | null;
  /** An option that has another name, where it was typed in place of the old one: both names. */
  readonly renamed: readonly [string, string] | null;
}

interface Bench {
  readonly contents: Content[];
  readonly dependents: Dependent[];
  added: string | null;
  renamed: readonly [string, string] | null;
}

/** What a step makes of the files. @returns refused, with the reason, where it cannot be made */
export function setUpChange(files: readonly CaseFile[], step: SetUpStep): Outcome<SetUpChange> {
  const read = contentsOf(files);
  if (!read.ok) return read;
  const bench: Bench = { contents: read.value, dependents: [], added: null, renamed: null };
  const before = structuredClone(bench.contents);
  const refusal = made(bench, step);
  if (refusal) return refuse(refusal);
  const after = filesAfter(files, before, bench.contents);
  return after.ok
    ? done({ files: after.value, dependents: bench.dependents, added: bench.added, renamed: bench.renamed })
    : after;
}

/** Makes a step. @returns why it cannot be made */
function made(bench: Bench, step: SetUpStep): string | null {
  switch (step.do) {
    case "add-party":
      return add(bench, "case.yaml", "parties", { name: step.name, role: "negotiating" });
    case "add-goal":
      return add(bench, "case.yaml", "goals", { name: step.name });
    case "add-issue":
      return addIssue(bench, step.name, step.first, step.written ?? "");
    case "write-options":
      return writeOptions(bench, step.issue, readWrittenOptions(step.written));
    case "choose":
      return choose(bench, step);
    case "today":
      return put(
        bench,
        "case.yaml",
        ["issues", placeOf(bench, "case.yaml", "issues", step.issue), "today"],
        typed(bench, step.issue, step.option),
      );
    case "no-deal":
      return put(
        bench,
        "case.yaml",
        ["noDeal", step.issue],
        step.option === null ? undefined : typed(bench, step.issue, step.option),
      );
    case "prefer":
      return prefer(bench, step.view, step.issue, step.prefer);
    case "prefer-all":
      return step.prefers.map(({ issue, prefer: what }) => prefer(bench, step.view, issue, what)).find(Boolean) ?? null;
    case "rank":
      return put(bench, viewFile(bench, step.view), ["swings", "rank"], step.rank);
    case "paste":
      return paste(bench, step);
    case "set":
      return put(bench, step.file, step.path, step.value);
    case "change":
      return change(bench, step);
    case "append":
      return append(bench, step.file, step.list, step.value);
    case "move":
      return move(bench, step.file, step.list, step.id, step.by);
  }
}

/** Somebody else took it out meanwhile. */
const GONE = "It is not there any more.";

/** The options of a numeric issue are written as numbers; elsewhere an option may well be called 007. */
function typed(bench: Bench, issue: string, option: string): string | number {
  const item = listIn(bench, "case.yaml", "issues").find((one) => isMapping(one) && String(one.id) === issue);
  const isNumeric = isMapping(item) && isMapping(item.numeric);
  return isNumeric && /^-?\d+(\.\d+)?(e[-+]?\d+)?$/.test(option) ? Number(option) : option;
}

function contentOf(bench: Bench, file: string): Content {
  const there = bench.contents.find((content) => content.file === file);
  if (there) return there;
  const kind = file.startsWith("interests/") ? "interests" : file === "record.yaml" ? "record" : "agreement";
  const fresh: Content = { file, kind, value: {} };
  bench.contents.push(fresh);
  return fresh;
}

/** Sets what stands at a path, or takes it out; what is missing on the way is made. */
function put(bench: Bench, file: string, asked: Path, value: unknown): string | null {
  const content = contentOf(bench, file);
  const path = placedIn(content.value, asked);
  if (!path) return GONE;
  let around: unknown = content.value;
  for (const [at, key] of path.slice(0, -1).entries()) {
    if (typeof around !== "object" || around === null) return `There is no ${path.join(" › ")} in ${file} any more.`;
    if (!Object.hasOwn(around, key)) {
      if (typeof key === "number") return `There is no ${path.join(" › ")} in ${file} any more.`;
      Reflect.set(around, key, typeof path[at + 1] === "number" ? [] : {});
    }
    around = Reflect.get(around, key);
  }
  const last = path.at(-1);
  if (typeof around !== "object" || around === null || last === undefined)
    return `Nothing can be set in ${file} there.`;
  if (value === undefined) Reflect.deleteProperty(around, last);
  else Reflect.set(around, last, value);
  return null;
}

function listIn(bench: Bench, file: string, name: string): unknown[] {
  const { value } = contentOf(bench, file);
  const list = valueAt(value, [name]);
  if (Array.isArray(list)) return list;
  const fresh: unknown[] = [];
  if (isMapping(value)) Reflect.set(value, name, fresh);
  return fresh;
}

/** The place of a thing in its list; −1 where it is gone. */
const placeOf = (bench: Bench, file: string, list: string, id: string): number =>
  listIn(bench, file, list).findIndex((item) => isMapping(item) && String(item.id) === id);

const idsIn = (list: readonly unknown[]): Set<string> =>
  new Set(list.flatMap((item) => (isMapping(item) ? [String(item.id)] : [])));

const KIND_OF: Readonly<Record<string, string>> = { parties: "party", goals: "goal", issues: "issue", offers: "offer" };

function add(bench: Bench, file: string, list: string, item: Readonly<Record<string, unknown>>): string | null {
  const name = String(item.name).trim();
  if (name === "") return "It needs a name.";
  const items = listIn(bench, file, list);
  const id = nameFor(name, idsIn(items), KIND_OF[list] ?? "item");
  items.push({ id, ...item, name });
  bench.added = id;
  return null;
}

function addIssue(bench: Bench, name: string, first: string, written: string): string | null {
  const options = [{ id: "today", name: first }];
  const refusal = add(bench, "case.yaml", "issues", { name, today: "today", options });
  if (refusal || written.trim() === "") return refusal;
  const issue = bench.added ?? "";
  const unclear = writeOptions(bench, issue, readWrittenOptions(written));
  bench.added = issue;
  return unclear;
}

function choose(bench: Bench, { offer, issue, option, begin }: Extract<SetUpStep, { do: "choose" }>): string | null {
  const place = placeOf(bench, "record.yaml", "offers", offer);
  if (place < 0 && (!begin || option === null)) return "The offer is not there any more.";
  if (place < 0 && begin && option !== null)
    return beginOffer(bench, { id: offer, ...begin, package: { [issue]: typed(bench, issue, option) } });
  const others = Object.keys(valueAt(contentOf(bench, "record.yaml").value, ["offers", place, "package"]) ?? {});
  if (option === null && others.every((id) => id === issue))
    return "An offer says something of one issue at least. Choose something else here, or remove the offer.";
  return put(
    bench,
    "record.yaml",
    ["offers", place, "package", issue],
    option === null ? undefined : typed(bench, issue, option),
  );
}

interface WrittenOffer {
  readonly id: string;
  readonly name: string;
  readonly date: string;
  readonly by: string | null;
  readonly package: Readonly<Record<string, string | number>>;
}

function beginOffer(bench: Bench, { id, name, date, by, package: chosen }: WrittenOffer): null {
  listIn(bench, "record.yaml", "offers").push({ id, name, date, ...(by !== null && { by }), package: chosen });
  bench.added = id;
  return null;
}

/** The file of a view, begun where there is none. */
function viewFile(bench: Bench, { party, holder, basis, date }: View): string {
  const file = `interests/${party}.${holder}.yaml`;
  const content = contentOf(bench, file);
  if (isMapping(content.value) && content.value.party === undefined)
    content.value = { party, holder, basis, date, ...content.value };
  return file;
}

function prefer(bench: Bench, view: View, issue: string, what: "more" | "less" | "same" | null): string | null {
  const file = viewFile(bench, view);
  const refusal = put(
    bench,
    file,
    ["scores", issue],
    what === null ? undefined : what === "same" ? { indifferent: true } : { prefer: what },
  );
  if (refusal || what !== "same") return refusal;
  // Who finds all options the same does not rank the issue.
  const rank = valueAt(contentOf(bench, file).value, ["swings", "rank"]);
  if (!Array.isArray(rank)) return null;
  const left = rank.flatMap((entry) => {
    const kept = [entry].flat().filter((id) => id !== issue);
    return kept.length === 0 ? [] : [kept.length === 1 ? kept[0] : kept];
  });
  return put(bench, file, ["swings", "rank"], left);
}

/** Writes the fields that differ, so that what somebody else wrote meanwhile into the others stays. */
function change(bench: Bench, { file, path, before, after }: Extract<SetUpStep, { do: "change" }>): string | null {
  const content = contentOf(bench, file);
  const at = placedIn(content.value, path);
  if (!at || (path.length > 0 && !isMapping(valueAt(content.value, at)))) return GONE;
  const spec = besideOf(fieldsOf(content.kind), path);
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, now] = [before[name], after[name]];
    const field = spec?.fields.find((one) => one.name === name)?.spec;
    // A form of what stands beside the lists of a file holds none of them.
    const isList = field?.kind === "list" && field.of.kind === "group";
    if (isList || JSON.stringify(was) === JSON.stringify(now)) continue;
    const inner = { do: "change", file, path: [...path, name], before: mapped(was), after: mapped(now) } as const;
    const refusal =
      field?.kind === "group" && isMapping(valueAt(content.value, inner.path))
        ? change(bench, inner)
        : put(bench, file, inner.path, now);
    if (refusal) return refusal;
  }
  return null;
}

const mapped = (value: unknown): Readonly<Record<string, unknown>> => (isMapping(value) ? value : {});

/** The group at a path that leads through groups alone; null within an entry of a list. */
function besideOf(spec: FieldSpec, path: Path): Extract<FieldSpec, { kind: "group" }> | null {
  const [name, ...rest] = path;
  if (spec.kind !== "group") return null;
  if (name === undefined) return spec;
  const field = spec.fields.find((one) => one.name === name)?.spec;
  return field ? besideOf(field, rest) : null;
}

function append(bench: Bench, file: string, path: Path, value: unknown): string | null {
  const content = contentOf(bench, file);
  const list = valueAt(content.value, path);
  const items: readonly unknown[] = Array.isArray(list) ? list : [];
  const spec = fieldAt(fieldsOf(content.kind), [...path, 0]);
  const made = spec && isMapping(value) ? withIds(spec, value, idsIn(items)) : value;
  return put(bench, file, path, [...items, made]);
}

function move(bench: Bench, file: string, path: Path, id: string | number, by: number): string | null {
  const list = valueAt(contentOf(bench, file).value, path);
  if (!Array.isArray(list)) return GONE;
  const from = typeof id === "number" ? id : list.findIndex((item) => isMapping(item) && String(item.id) === id);
  const to = from + by;
  if (from < 0 || from >= list.length) return GONE;
  if (to < 0 || to >= list.length) return null;
  list.splice(to, 0, ...list.splice(from, 1));
  return null;
}

/** What was typed, in words for who typed it, where it cannot be taken. */
const UNCLEAR = {
  ambiguous: (parts: readonly string[]) =>
    `A number of it can be read in two ways. Write ${parts.join(" or ")} instead.`,
  backwards: ([from, to]: readonly string[]) =>
    `Options run from least to most, and ${from} is not less than ${to}. Write the smaller number first.`,
  "too-many": ([most]: readonly string[]) => `That makes more than ${most} options. Take a larger step.`,
};

function writeOptions(bench: Bench, issue: string, written: WrittenOptions): string | null {
  const place = placeOf(bench, "case.yaml", "issues", issue);
  const item = valueAt(contentOf(bench, "case.yaml").value, ["issues", place]);
  if (!isMapping(item)) return "The issue is not there any more.";
  if (written.kind === "unclear") return UNCLEAR[written.why](written.parts);
  if (written.kind === "range") return writeRange(bench, place, item, written);
  if (written.names.length === 0) return "An issue has at least one option: what holds today.";
  return writeList(bench, place, item, written.names);
}

function writeRange(
  bench: Bench,
  place: number,
  item: Readonly<Record<string, unknown>>,
  { from, to, step, unit }: Extract<WrittenOptions, { kind: "range" }>,
): string | null {
  const was = isMapping(item.numeric) ? item.numeric : {};
  const inRange = typeof item.today === "number" && item.today >= from && item.today <= to;
  Reflect.set(item, "today", inRange ? item.today : from);
  for (const option of Array.isArray(item.options) ? [...item.options] : []) {
    const refusal = dropOption(bench, place, isMapping(option) ? String(option.id) : "");
    if (refusal) return refusal;
  }
  Reflect.deleteProperty(item, "options");
  Reflect.set(item, "numeric", { ...was, from, to, step, ...(unit !== "" && { unit }) });
  return null;
}

function dropOption(bench: Bench, issue: number, option: string): string | null {
  const options = valueAt(contentOf(bench, "case.yaml").value, ["issues", issue, "options"]);
  const at = Array.isArray(options) ? options.findIndex((one) => isMapping(one) && String(one.id) === option) : -1;
  return at < 0 ? null : takenOut(bench.contents, "case.yaml", ["issues", issue, "options", at], bench.dependents);
}

interface WrittenOption {
  readonly id: string;
  readonly name?: string;
}

const calledOption = ({ id, name }: WrittenOption): string => name ?? String(id);

/**
 * The options by their names, least first. What keeps its name stays what it is; one that alone is new where one alone is
 * gone is that one with another name; what else is gone takes along what depends on it.
 */
function writeList(
  bench: Bench,
  place: number,
  item: Readonly<Record<string, unknown>>,
  names: readonly string[],
): string | null {
  if (item.numeric !== undefined) {
    Reflect.deleteProperty(item, "numeric");
    Reflect.set(item, "options", []);
  }
  const before = (Array.isArray(item.options) ? item.options : []) as WrittenOption[];
  const gone = before.filter((option) => !names.some((name) => sameName(name, calledOption(option))));
  const renamed = renamedIn(before, gone, names);
  const ids = new Set(before.map(({ id }) => String(id)));
  const options = names.map((name): WrittenOption => {
    const own = before.find((option) => sameName(name, calledOption(option)));
    if (own) return own;
    if (renamed?.name === name) return { ...renamed.option, name };
    const id = nameFor(name, ids, "option");
    ids.add(id);
    return { id, name };
  });
  const held = options.some(({ id }) => String(id) === String(item.today));
  // The one option with which an issue begins makes room for those that are typed.
  if (!held && before.length > 1) return "It is what holds today. Choose another option for today first.";
  Reflect.set(item, "today", held ? item.today : options[0]?.id);
  keepBest(bench, String(item.id), before, options);
  for (const { id } of renamed ? [] : gone) {
    const refusal = dropOption(bench, place, String(id));
    if (refusal) return refusal;
  }
  Reflect.set(item, "options", options);
  if (renamed) bench.renamed = [calledOption(renamed.option), renamed.name];
  return null;
}

/** The option that has another name: the only one that is gone, where the only new one stands in its place. */
function renamedIn(
  before: readonly WrittenOption[],
  gone: readonly WrittenOption[],
  names: readonly string[],
): { readonly option: WrittenOption; readonly name: string } | null {
  const fresh = names.filter((name) => !before.some((option) => sameName(name, calledOption(option))));
  const [option, name] = [gone[0], fresh[0]];
  if (!option || name === undefined || gone.length > 1 || fresh.length > 1) return null;
  return before.indexOf(option) === names.indexOf(name) && before.length === names.length ? { option, name } : null;
}

/** What is best stays best where options change their order: more and less are then written as a rank. */
function keepBest(
  bench: Bench,
  issue: string,
  before: readonly WrittenOption[],
  after: readonly WrittenOption[],
): void {
  const stay = after.filter(({ id }) => before.some((option) => option.id === id));
  const was = before.filter(({ id }) => stay.some((option) => option.id === id));
  if (stay.every(({ id }, place) => id === was[place]?.id)) return;
  for (const { kind, value } of bench.contents) {
    const score = kind === "interests" ? valueAt(value, ["scores", issue]) : undefined;
    if (!isMapping(score) || score.prefer === undefined) continue;
    const rank = was.map(({ id }) => id);
    Reflect.set(score, "rank", score.prefer === "less" ? rank : rank.reverse());
    Reflect.deleteProperty(score, "prefer");
  }
}

/** A pasted table: issues of the same name get what it says of them, new ones are added; so with offers. */
function paste(bench: Bench, { table, first, date }: Extract<SetUpStep, { do: "paste" }>): string | null {
  const chosen = table.offers.map((): Record<string, string> => ({}));
  for (const row of table.rows) {
    const read = readPastedRow(row);
    if (typeof read === "string") return read;
    const there = named(bench, "case.yaml", "issues", row.issue);
    const refusal = there === null ? addIssue(bench, row.issue, first, "") : null;
    if (refusal) return refusal;
    const issue = there ?? bench.added ?? "";
    const unclear = writeOptions(bench, issue, read.options);
    if (unclear) return `${row.issue}: ${unclear}`;
    const idOf = optionIn(bench, issue);
    const place = placeOf(bench, "case.yaml", "issues", issue);
    if (read.today !== null) put(bench, "case.yaml", ["issues", place, "today"], typed(bench, issue, idOf(read.today)));
    if (read.noDeal !== null) put(bench, "case.yaml", ["noDeal", issue], typed(bench, issue, idOf(read.noDeal)));
    read.choices.forEach((name, k) => {
      const choices = chosen[k];
      if (name !== null && choices) choices[issue] = idOf(name);
    });
  }
  table.offers.forEach((name, k) => {
    pasteOffer(bench, name, date, chosen[k] ?? {});
  });
  return null;
}

/** An offer by what a column says of it; one that says nothing is none. */
function pasteOffer(bench: Bench, name: string, date: string, choices: Readonly<Record<string, string>>): void {
  const taken = idsIn(listIn(bench, "record.yaml", "offers"));
  const offer = named(bench, "record.yaml", "offers", name) ?? nameFor(name, taken, "offer");
  for (const [issue, option] of Object.entries(choices))
    choose(bench, {
      do: "choose",
      offer,
      issue,
      option,
      begin: { name, date, by: named(bench, "case.yaml", "parties", name) },
    });
}

/** The id of a thing by its name; null where there is none. */
function named(bench: Bench, file: string, list: string, name: string): string | null {
  const found = listIn(bench, file, list).find(
    (item) => isMapping(item) && sameName(String(item.name ?? item.id), name),
  );
  return isMapping(found) ? String(found.id) : null;
}

/** The id of an option of an issue by its name; of a number, the number. */
function optionIn(bench: Bench, issue: string): (name: string) => string {
  const place = placeOf(bench, "case.yaml", "issues", issue);
  const options = valueAt(contentOf(bench, "case.yaml").value, ["issues", place, "options"]);
  const listed = Array.isArray(options) ? (options as WrittenOption[]) : [];
  return (name) => String(listed.find((option) => sameName(calledOption(option), name))?.id ?? name);
}
