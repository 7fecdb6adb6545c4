// What a text that somebody worked on in a word processor would change: each change is found by the clause that it touches, and made by
// nobody but a person who looks at it.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { RoomText } from "./room.js";
import { agreedWording, bracketOf, type ClauseWording, MOST_CLAUSE } from "./single-text.js";

/** A paragraph of the document that came back. */
export interface ReturnedParagraph {
  /** Names of the bookmarks that begin in it. */
  readonly marks: readonly string[];
  /** Without what was changed since, as far as the word processor tracked it. */
  readonly before: string;
  readonly after: string;
}

export type ReturnedChange =
  /** Other words for a clause, where `was` stood. */
  | { readonly kind: "wording"; readonly clause: string; readonly was: string; readonly text: string }
  /** One of several wordings was left, the others struck out. */
  | { readonly kind: "agree"; readonly clause: string; readonly wording: number; readonly text: string }
  /** All its wordings were struck out. */
  | { readonly kind: "leave-out"; readonly clause: string; readonly was: string; readonly text: "" }
  | { readonly kind: "clause"; readonly after: string; readonly text: string };

export interface Returned {
  readonly changes: readonly ReturnedChange[];
  /** What was written in the document, and cannot be told to which clause it belongs. */
  readonly unplaced: readonly string[];
  /** Clauses that the document does not hold, by their first words. Nothing is made of that: it may be older than they are, or a part. */
  readonly missing: readonly string[];
  /** Clauses of which some wordings were struck out and several left: nothing can be made of that. */
  readonly unsettled: readonly string[];
}

/** The words that a document needs besides those of the text. */
export interface TextWords {
  readonly noteOf: (wording: ClauseWording) => string;
  /** For a wording by which the clause is left out. */
  readonly leftOut: string;
}

/**
 * What the paragraph of a wording is marked with. Word processors keep such names where the paragraph is moved or rewritten, up to 40
 * letters of them.
 */
export const wordingMark = (clause: string, wording: number): string =>
  `parley_${bytesToHex(sha256(utf8ToBytes(`${clause} ${wording}`))).slice(0, 20)}`;

/** A clause that nobody has written yet. */
const BLANK = "[ ]";

/** A line of the document on which a side works. Wordings are what it changes. */
export interface TextLine {
  readonly kind: "title" | "heading" | "note" | "wording";
  readonly text: string;
  readonly mark: string;
}

/** The text as it stands, to be worked on; who is for a wording is said where several stand beside each other. */
export function textLines({ title, headings, state }: RoomText, { noteOf, leftOut }: TextWords): TextLine[] {
  const lines: TextLine[] = [{ kind: "title", text: title, mark: besideMark(0) }];
  let last = "";
  for (const id of state.order) {
    const clause = state.clauses[id];
    const heading = headings[id] ?? "";
    if (heading !== last) lines.push({ kind: "heading", text: heading, mark: besideMark(lines.length) });
    last = heading;
    const standing = clause ? bracketOf(state.parties, clause) : [];
    if (standing.length === 0) lines.push({ kind: "wording", text: BLANK, mark: wordingMark(id, 0) });
    for (const wording of standing) {
      if (standing.length > 1 || (wording.by !== null && clause && agreedWording(state.parties, clause) === null))
        lines.push({ kind: "note", text: noteOf(wording), mark: besideMark(lines.length) });
      lines.push({ kind: "wording", text: wording.text || leftOut, mark: wordingMark(id, wording.n) });
    }
  }
  return lines;
}

/** What a line is marked with that is no wording. */
const besideMark = (line: number): string => `${BESIDE}${line}`;
const BESIDE = "parley_beside_";

/** What is compared: word processors change blanks and quotation marks by themselves. */
const plain = (text: string): string =>
  text
    .replace(/[\s\u00a0]+/g, " ")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’‚]/g, "'")
    .trim();

interface Place {
  readonly clause: string;
  readonly wording: number;
  readonly text: string;
}

/** Every wording that a document of this text can hold, also those that have been replaced since. */
const placesOf = ({ state }: RoomText, { leftOut }: TextWords): Place[] =>
  state.order.flatMap((clause): Place[] => {
    const history = state.clauses[clause]?.history ?? [];
    return history.length === 0
      ? [{ clause, wording: 0, text: BLANK }]
      : history.map(({ n, text }) => ({ clause, wording: n, text: text || leftOut }));
  });

/**
 * The changes of a document that was made of `textLines`. A paragraph belongs to a wording by its mark, else by what it said before.
 * What was added belongs after the clause before it. Null where the document holds no wording of this text.
 */
export function returnedChanges(
  text: RoomText,
  paragraphs: readonly ReturnedParagraph[],
  words: TextWords,
): Returned | null {
  const places = placesOf(text, words);
  const byMark = new Map(places.map((place) => [wordingMark(place.clause, place.wording), place]));
  let byWords: Map<string, Place[]> | null = null;
  const saying = (words: string): Place | undefined => {
    byWords ??= grouped(places, ({ text: said }) => plain(said));
    return words === "" ? undefined : byWords.get(words)?.find((one) => !found.has(one));
  };
  const marked = paragraphs.some(({ marks }) => marks.some((mark) => byMark.has(mark)));
  const beside = new Set(textLines(text, words).flatMap((line) => (line.kind === "wording" ? [] : [plain(line.text)])));
  const found = new Map<Place, string>();
  const added: ReturnedChange[] = [];
  const unplaced: string[] = [];
  let last: string | null = null;
  for (const { marks, before, after } of paragraphs) {
    const isFree = (one: Place | undefined): one is Place => one !== undefined && !found.has(one);
    const [was, is] = [plain(before), plain(after)];
    const place = marks.map((mark) => byMark.get(mark)).find(isFree) ?? saying(was);
    if (place) {
      found.set(place, after);
      last = place.clause;
    } else if (marks.some((mark) => mark.startsWith(BESIDE))) {
      if (was !== is || !beside.has(is)) unplaced.push(after || before);
    } else if (is !== "" && !(beside.has(is) && (was === "" || was === is))) {
      const isNew = was === "" || (marked && was === is);
      if (isNew && last !== null && after.length <= MOST_CLAUSE)
        added.push({ kind: "clause", after: last, text: after });
      else unplaced.push(after);
    }
  }
  if (found.size === 0) return null;
  const byClause = grouped([...found], ([{ clause }]) => clause);
  const { order, clauses } = text.state;
  const changes = order.flatMap((id) => changesOf(text, id, byClause.get(id) ?? []));
  const unsettled = order.filter((id) => {
    const left = (byClause.get(id) ?? []).filter(([, after]) => after !== "").length;
    return left > 1 && left < (byClause.get(id)?.length ?? 0);
  });
  const missing = order.flatMap((id) => {
    const standing = clauses[id] ? bracketOf(text.state.parties, clauses[id]) : [];
    return byClause.has(id) || standing.length === 0 ? [] : [standing[0]?.text || words.leftOut];
  });
  return { changes: [...changes, ...added], unplaced, missing, unsettled };
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

function changesOf(
  { state }: RoomText,
  id: string,
  here: readonly (readonly [Place, string])[],
): readonly ReturnedChange[] {
  const clause = state.clauses[id];
  if (!clause) return [];
  const left = here.filter(([, words]) => words !== "");
  const standing = bracketOf(state.parties, clause);
  if (left.length === 0) {
    // What is not there at all was not struck out: the document may be older than the clause, or a part of the text.
    if (here.length === 0) return [];
    const was = standing.find(({ text }) => text !== "")?.text;
    return was === undefined ? [] : [{ kind: "leave-out", clause: id, was, text: "" }];
  }
  const [only] = left;
  const same = ([place, words]: readonly [Place, string]) => plain(words) === plain(place.text);
  if (here.length > 1 && left.length === 1 && only && same(only)) {
    const open = agreedWording(state.parties, clause) === null;
    return open ? [{ kind: "agree", clause: id, wording: only[0].wording, text: only[0].text }] : [];
  }
  return left
    .filter((one) => !same(one))
    .map(([{ text: was }, words]) => ({
      kind: "wording",
      clause: id,
      was,
      text: was === BLANK ? words.replace(/^\[\s*(.*?)\s*\]$/s, "$1") : words,
    }));
}
