// What was said, found in documents and put on record.
import { type Rich, rich } from "../rich.js";
import { capital } from "./grammar.js";
import { counted } from "./numbers.js";

/** How a statement stands in its document, by its kind. */
const kinds = {
  direct: "direct",
  mixed: "mixed",
  indirect: "indirect",
  clause: "clause",
  own: "the author’s own words",
  act: "what was done",
  term: "only in quotation marks",
};

/** What the words do, where they do more than say something. */
export const acts = {
  states: "",
  offers: "offers",
  demands: "demands",
  accepts: "accepts",
  refuses: "refuses",
  denies: "denies",
  "leaves open": "leaves open",
  asks: "asks",
};

/** How sure it is who said it. */
const sureness = { sure: "", likely: "likely", perhaps: "perhaps", doubtful: "doubtful" };

export interface FoundStatement {
  readonly kind: keyof typeof kinds;
  readonly sureness: keyof typeof sureness;
  readonly act: keyof typeof acts;
  /** Whose position it is, where that is not the speaker. */
  readonly holder: string | null;
  /** The article or number of a formal text. */
  readonly clause: string | null;
}

/** Something that a key does too. */
const keyed = (text: string, key: string): Rich => rich(`${text} `, { key });

const document = {
  text: "The text of an article, a transcript or a communiqué, pasted here",
  file: "or a file: PDF, .docx, HTML, text",
  reading: (file: string) => `Reading ${file} …`,
  notSent: (file: string) => `${file} could not be sent.`,
  title: "Title",
  day: "Day",
  publisher: "Publisher",
  address: "Address",
  find: "Find the statements",
  untitled: "A document without a title",
  label: "The document",
  sourceAdded: (title: string) => `Source “${title}” added`,
};

/** The form that puts a statement on record. */
const attach = {
  label: "Put this statement on record",
  speaksFor: "Speaks for",
  about: "whose position it is about:",
  nobody: "nobody",
  issue: "Issue",
  noIssue: "none: evidence only",
  stand: "For or against it",
  standsFor: "stands for",
  standsAgainst: "stands against",
  standsBetween: "leaves open from … to",
  upTo: "up to",
  withoutIssue: "Without this issue",
  alsoOn: (issue: string) => `Also on: ${issue}`,
  alsoOnAnother: "Also on another issue",
  theirWords: "Their words (shorten them, or take others; … stands for what is left out)",
  notThere: "These words do not stand in the document, letter for letter.",
  keepRest: "Put on record, and keep the rest waiting",
  chooseWords: (words: string) => `Make a statement of “${words}”`,
  hangsOn: (words: string) => `It hangs on a condition: “${words}”. Without an option it is kept as evidence.`,
  makeOffer: "Make it an offer with this condition",
  offeredIf: "offered if",
  offeredIfOption: "what the others would have to give",
  noOffer: "No offer",
  suggestedBy: (words: readonly string[]) => `suggested by “${words.join("”, “")}”`,
  speaker: "Speaker",
  office: "office",
  saidOn: "said on",
  inOurWords: "In our words",
  whose: "Say whose position it is about, or take “none” as the issue.",
  notNow: keyed("Not now", "Esc"),
  done: (speaker: string, day: string) => `${speaker}, ${day}, put on record`,
  later: (day: string) =>
    `It is on record. It is later than ${day}, the day the case is seen from, so no position shows it yet.`,
  failed: "It was not written. Try again.",
};

/** The list over all documents that wait. */
const review = {
  heading: (count: number, documents: number) =>
    count === 0
      ? "Everything was looked at"
      : `${counted(count, "statement")} in ${counted(documents, "document")} wait${count === 1 ? "s" : ""} for you`,
  empty: "Nothing waits here. Give documents above; what is found in them comes into this list.",
  keys: rich(
    { key: "j" },
    " ",
    { key: "k" },
    " move, ",
    { key: "a" },
    " puts on record, ",
    { key: "e" },
    " corrects it first, ",
    { key: "x" },
    " leaves it, ",
    { key: "u" },
    " takes the last back, ",
    { key: "Enter" },
    " shows it in its document.",
  ),
  groupBy: "Sorted by",
  by: { news: "what it would add", speaker: "speaker", issue: "issue", document: "document" },
  news: {
    moves: "Moves a position",
    contradicts: "Denies something",
    first: "First position on an issue",
    term: "Speaks of a term",
    confirms: "Says what is on record, or leaves it open",
    evidence: "No position of a party on an issue",
  },
  noIssue: "No issue",
  noSpeaker: "Nobody named",
  showMore: (count: number) => `Show ${count} more`,
  hangsOn: (words: string) => `On condition: “${words}”`,
  takeSure: (count: number) => `Put ${counted(count, "sure one")} on record as evidence`,
  leaveAll: (count: number) => `Leave all ${count}`,
  leftMany: (count: number) => `${counted(count, "statement")} left`,
  doneMany: (count: number) => `${counted(count, "statement")} put on record`,
  sourcesAdded: (count: number) => `${counted(count, "source")} added`,
  alsoIn: (count: number) => ` · also in ${counted(count, "other document")}`,
  accept: keyed("On record", "a"),
  correct: keyed("Correct", "e"),
  leave: keyed("Leave it", "x"),
  left: (speaker: string) => `Left: ${speaker}`,
  takeBack: "Take it back",
  takenBack: "What was put on record last, taken back",
  noDay: "no day",
  review: (count: number) => `Review ${counted(count, "statement")}`,
  documents: "All documents",
  give: "Drop documents, a folder or a .zip here",
  choose: "or choose files",
  chooseFolder: "or a folder",
  reading: (done: number, all: number, file: string) => `${done} of ${all} read … ${file}`,
  came: (read: number, again: number, statements: number) =>
    `${counted(read, "document")} read, with ${counted(statements, "statement")}${again > 0 ? `; ${again} ${again === 1 ? "was" : "were"} here already` : ""}.`,
  dayFrom: {
    dateline: "by the text",
    metadata: "by what the file says of itself",
    name: "by the name of the file",
  },
};

export const statements = {
  /** How far a source is to be trusted. */
  graded: (grade: string) => `graded ${grade}`,
  review,
  found: (count: number, kept: number) =>
    count === 0
      ? "No statement was found in this document."
      : `${counted(count, "statement")} found, ${kept} on record.`,
  keys: rich(
    { key: "j" },
    " ",
    { key: "k" },
    " move, ",
    { key: "a" },
    " puts on record, ",
    { key: "x" },
    " leaves it, ",
    { key: "Enter" },
    " shows it in the text.",
  ),
  onlyLikely: "Only what is likely",
  showMore: (count: number) => `Show ${count} more: doubtful, or nobody’s`,
  /** Of a mark in the text: who is taken to speak, and how it stands there. */
  mark: (speaker: string | null, kind: FoundStatement["kind"]) => `${speaker ?? "nobody named"} (${kind})`,
  speaker: (name: string | null) => (name === null ? "Nobody named" : capital(name)),
  how: ({ kind, sureness: how, act, holder, clause }: FoundStatement) =>
    [
      clause ?? kinds[kind],
      ...(kind === "term" || how === "sure" ? [] : [sureness[how]]),
      ...(acts[act] === "" ? [] : [acts[act]]),
      ...(holder === null ? [] : [`the position of ${holder}`]),
    ]
      .map((part) => ` · ${part}`)
      .join(""),
  passage: "found by its words",
  kept: "On record. Undo with u.",
  partKept: "A part of it is on record.",
  rejected: "Left.",
  takeBack: keyed("Take it back", "x"),
  attachIt: keyed("On record", "a"),
  reject: keyed("Leave it", "x"),
  /** What it may be about. */
  suggested: (issue: string, option: string | null, isAgainst: boolean) =>
    `${issue}${option === null ? "" : `: ${isAgainst ? "not " : ""}${option}`}?`,
  inParagraph: "In its paragraph",
  whole: "The whole document",
  document,
  attach,
};
