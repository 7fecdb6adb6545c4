// The options of an issue as they are typed: a list of names from least to most, or a range of numbers.
import { heldToday, valueAt } from "./contents.js";
import { isMapping } from "./field-forms.js";
import { nameFor } from "./name-for.js";
import { takenOut } from "./removal.js";
import { type Bench, contentOf, placeOf } from "./set-up-bench.js";
import { sameName, type WrittenOptions } from "./written-options.js";

/** What was typed, in words for who typed it, where it cannot be taken. */
const UNCLEAR = {
  ambiguous: (parts: readonly string[]) =>
    `A number of it can be read in two ways. Write ${parts.join(" or ")} instead.`,
  backwards: ([from, to]: readonly string[]) =>
    `Options run from least to most, and ${from} is not less than ${to}. Write the smaller number first.`,
  "too-many": ([most]: readonly string[]) => `That makes more than ${most} options. Take a larger step.`,
};

export function writeOptions(bench: Bench, issue: string, written: WrittenOptions): string | null {
  const place = placeOf(bench, "case.yaml", "issues", issue);
  const item = valueAt(contentOf(bench, "case.yaml").value, ["issues", place]);
  if (!isMapping(item)) return "The issue is not there any more.";
  if (written.kind === "unclear") return UNCLEAR[written.why](written.parts);
  if (written.kind === "range") return writeRange(bench, place, item, written);
  if (written.names.length === 0) return "An issue has at least one option: what holds today.";
  return writeList(bench, place, item, written.names);
}

const HELD_BEFORE =
  "What holds today is a list by days here, and one of its options would be gone. Change the list under All entries first.";

function writeRange(
  bench: Bench,
  place: number,
  item: Readonly<Record<string, unknown>>,
  { from, to, step, unit }: Extract<WrittenOptions, { kind: "range" }>,
): string | null {
  const was = isMapping(item.numeric) ? item.numeric : {};
  const inRange = heldToday(item.today).every((one) => typeof one === "number" && one >= from && one <= to);
  if (!inRange && Array.isArray(item.today)) return HELD_BEFORE;
  Reflect.set(item, "today", inRange && item.today !== undefined ? item.today : from);
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
  const now = heldToday(item.today);
  const held = now.length > 0 && now.every((one) => options.some(({ id }) => String(id) === String(one)));
  if (!held && Array.isArray(item.today)) return HELD_BEFORE;
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

/** The id of an option of an issue by its name; of a number, the number. */
export function optionIn(bench: Bench, issue: string): (name: string) => string {
  const place = placeOf(bench, "case.yaml", "issues", issue);
  const options = valueAt(contentOf(bench, "case.yaml").value, ["issues", place, "options"]);
  const listed = Array.isArray(options) ? (options as WrittenOption[]) : [];
  return (name) => String(listed.find((option) => sameName(calledOption(option), name))?.id ?? name);
}
