// The field that a clause was made from, in people's words, and the entry that is opened to change it.
import { type Entries, type EntryList, isMapping, type Origin } from "@parley/core/internal";
import type { Opened } from "../page-entries.js";
import { labelOfField } from "../parts/entry-value.js";

export interface OriginSaid {
  readonly text: string;
  /** Null where it has no form of its own: it stands in no list, or has no id. */
  readonly opens: Opened | null;
}

/** A sentence is cut after so many letters. */
const LONGEST = 48;
const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()} …` : text);

const isPrefix = (list: EntryList, { file, path }: Origin): boolean =>
  list.file === file && list.path.every((key, place) => path[place] === key);

/** @param names what fields are called, as the wording has it */
export function originSaid(origin: Origin, { lists }: Entries, names: Readonly<Record<string, string>>): OriginSaid {
  const list = lists.find((one) => isPrefix(one, origin));
  const within = String(list?.path.at(-1) ?? origin.path[0] ?? "");
  const rest = origin.path.slice(list?.path.length ?? 1);
  const [place, ...more] = rest;
  const fields = (list ? more : rest).filter((key) => typeof key === "string").map(String);
  const label = (key: string) => labelOfField(names, within, key);
  const entry = list && typeof place === "number" ? list.entries[place] : undefined;
  const head = entry ? cut(entry.called) : label(within);
  const id = isMapping(entry?.value) ? entry.value.id : undefined;
  return {
    text: [head, ...fields.slice(-1).map(label)].join(" – "),
    opens: id === undefined ? null : { kind: "entry", list: within, id: String(id) },
  };
}
