// Lists of a case's entries, each of which can be opened, moved and taken out.
import { useWords } from "@parley/charts";
import {
  type Entries,
  type EntryList,
  fieldNamesIn,
  isMapping,
  type Names,
  type WholeFile,
} from "@parley/core/internal";
import type { ReactNode } from "react";
import { Menu } from "../controls/menu.js";
import { labelOfField } from "./entry-value.js";
import { useSteps } from "./set-up-steps.js";

/** What is being changed: an entry of a list, a new one, or what stands beside the lists of a file. */
export type Editing =
  | { readonly kind: "entry"; readonly list: EntryList; readonly place: number }
  | { readonly kind: "whole"; readonly whole: WholeFile };

interface EntryListsProps {
  readonly entries: Entries;
  readonly names: Names;
  /** Of which lists and files; all where it is not said. */
  readonly shows?: (one: EntryList | WholeFile) => boolean;
  readonly search: string;
  readonly open: boolean;
  readonly onEdit: (editing: Editing) => void;
}

export function EntryLists({ entries, names, shows = () => true, search, open, onEdit }: EntryListsProps): ReactNode {
  const words = useWords().pages.entries;
  const wanted = search.trim().toLowerCase();
  return entries.wholes.map((whole) => {
    const lists = entries.lists.filter((list) => list.file === whole.file && shows(list));
    const isShown = shows(whole) && whole.spec.kind === "group" && whole.spec.fields.length > 0;
    if (lists.length === 0 && !isShown) return null;
    const called = wholeCalled(whole, names, words);
    return (
      <section key={whole.file} className="entries" aria-label={called}>
        <h2>
          {called}{" "}
          {isShown && (
            <button
              type="button"
              className="quiet"
              aria-label={words.edit(called)}
              onClick={() => onEdit({ kind: "whole", whole })}
            >
              {words.editWhole}
            </button>
          )}
        </h2>
        {lists.map((list) => (
          <OneList key={list.path.join(".")} list={list} wanted={wanted} open={open} onEdit={onEdit} />
        ))}
      </section>
    );
  });
}

/** A file in words: what it is, and of interests whose, in whose view. */
export function wholeCalled(
  { kind, value }: WholeFile,
  names: Names,
  words: ReturnType<typeof useWords>["pages"]["entries"],
): string {
  if (kind !== "interests" || !isMapping(value)) return words.whole[kind];
  return words.interestsOf(names.party(String(value.party)), names.party(String(value.holder)));
}

interface OneListProps {
  readonly list: EntryList;
  readonly wanted: string;
  readonly open: boolean;
  readonly onEdit: (editing: Editing) => void;
}

function OneList({ list, wanted, open, onEdit }: OneListProps): ReactNode {
  const { language, pages } = useWords();
  const fieldNames = fieldNamesIn(language);
  const words = pages.entries;
  const name = labelOfField(fieldNames, "", String(list.path.at(-1)));
  const found = list.entries
    .map((entry, place) => ({ ...entry, place }))
    .filter(({ called }) => called.toLowerCase().includes(wanted));
  if (wanted !== "" && found.length === 0) return null;
  return (
    <details className="folded" open={open || wanted !== ""}>
      <summary>
        {name} <span className="note">{words.count(list.entries.length)}</span>
      </summary>
      <ul className="entry-list">
        {found.map(({ called, value, place }) => (
          <li key={isMapping(value) && value.id !== undefined ? String(value.id) : place}>
            <button type="button" className="link" dir="auto" onClick={() => onEdit({ kind: "entry", list, place })}>
              {called}
            </button>
            <EntryMenu list={list} called={called} value={value} place={place} />
          </li>
        ))}
      </ul>
      <button
        type="button"
        onClick={() => onEdit({ kind: "entry", list, place: list.entries.length })}
        aria-label={words.addTo(name)}
      >
        {words.add}
      </button>
    </details>
  );
}

interface EntryMenuProps {
  readonly list: EntryList;
  readonly called: string;
  readonly value: unknown;
  readonly place: number;
}

function EntryMenu({ list: { file, path, entries }, called, value, place }: EntryMenuProps): ReactNode {
  const words = useWords().pages.entries;
  const { step, remove } = useSteps();
  const id = isMapping(value) && value.id !== undefined ? String(value.id) : place;
  const move = (by: 1 | -1) =>
    void step({ do: "move", file, list: path, id, by }, by < 0 ? words.movedUp(called) : words.movedDown(called));
  return (
    <Menu
      label={words.menu(called)}
      entries={[
        ...(place > 0 ? [{ id: "up", text: words.up, act: () => move(-1) }] : []),
        ...(place < entries.length - 1 ? [{ id: "down", text: words.down, act: () => move(1) }] : []),
        {
          id: "remove",
          text: words.remove,
          removes: true,
          act: () => void remove({ file, path: [...path, place] }, called),
        },
      ]}
    />
  );
}
