// Setting up a negotiation, step by step: what is added, named and chosen, as changes of the case's files. Ids are made of
// the names; nobody is asked for one.
import { done, type Outcome, refuse } from "../outcome.js";
import type { CaseFile } from "../parse.js";
import type { Path } from "../path.js";
import { contentsOf, type FileChange, filesAfter, valueAt } from "./contents.js";
import { isMapping } from "./field-forms.js";
import { nameFor } from "./name-for.js";
import { type PastedTable, readPastedRow } from "./pasted-table.js";
import type { Dependent } from "./removal.js";
import { type Bench, contentOf, idsIn, listIn, placeOf, put, typed } from "./set-up-bench.js";
import { append, change, type FieldsChange, move } from "./set-up-entries.js";
import { optionIn, writeOptions } from "./set-up-options.js";
import { readWrittenOptions, sameName } from "./written-options.js";

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
  | ({ readonly do: "change" } & FieldsChange)
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

const DATED = "It is a list by days here: what holds from which day on. Change it under All entries.";

/** Whether something is written as a list by days, which one cell cannot show. */
const isDated = ({ contents }: Bench, path: Path): boolean =>
  Array.isArray(valueAt(contents.find(({ file }) => file === "case.yaml")?.value, path));

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
    case "today": {
      const path = ["issues", placeOf(bench, "case.yaml", "issues", step.issue), "today"];
      return isDated(bench, path) ? DATED : put(bench, "case.yaml", path, typed(bench, step.issue, step.option));
    }
    case "no-deal":
      if (isDated(bench, ["noDeal"])) return DATED;
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
    const refused =
      (read.today !== null && made(bench, { do: "today", issue, option: idOf(read.today) })) ||
      (read.noDeal !== null && made(bench, { do: "no-deal", issue, option: idOf(read.noDeal) }));
    if (refused) return `${row.issue}: ${refused}`;
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
