// What stands around every page of a case, and what pages say where there is no case to show.
import { type Rich, rich } from "../rich.js";
import { counted } from "./numbers.js";

/** What can be found by its words, and stands in the list of what was found. */
const kinds = {
  page: "page",
  offer: "offer",
  issue: "issue",
  term: "term",
  option: "option",
  waiting: "waiting",
  document: "document",
  source: "source",
};

/** What single keys do, as the list of keys says it: without the keys of pages. */
const keys = {
  title: "Keys",
  cases: "all cases",
  find: "find anything in this case, in its documents too",
  move: "to the next, to the one before",
  open: "open it",
  attach: "put a statement that was found on record",
  reject: "leave it, or take that back",
  undo: "undo; do it again",
  help: "this list",
  act: "Single keys act on every page",
  onStatements: "a and x act on the statement that has the focus, whether single keys act or not.",
  onInterests: "On Interests, Space takes up an issue, the arrows move it, Space lays it down.",
};

const find = {
  title: "Find",
  label: "Find a page, an offer, an issue, a statement",
  placeholder: "a page, an offer, an issue, words that were said",
  found: "Found",
  none: "Nothing here has these words.",
  how: "In statements and documents too: words, “words in their order”, speaker:Kim, before:2019-02, after:2018.",
  more: (count: number) => `${count} more. Add a word, or say speaker: or before:.`,
  passage: (title: string, words: string) => `${title}: … ${words} …`,
  waiting: (speaker: string, words: string, title: string, date: string | null) =>
    `${speaker}: ${words} (${date === null ? title : `${title}, ${date}`})`,
  dated: (title: string, date: string | null) => (date === null ? title : `${title}, ${date}`),
  kinds,
  said: (speaker: string, words: string) => `${speaker}: ${words}`,
  optionOf: (issue: string, option: string) => `${issue}: ${option}`,
};

const undo = {
  nothing: "Nothing to undo",
  undo: "Undo",
  undoWhat: (what: string) => `Undo: ${what}`,
  undoKey: (what: string) => `Undo: ${what} (u)`,
  nothingAgain: "Nothing to do again",
  redo: "Do again",
  redoWhat: (what: string) => `Do again: ${what}`,
  redoKey: (what: string) => `Do again: ${what} (Shift+u)`,
  done: (what: string) => `${what}.`,
  notByOthers: "Seen by another, nothing is changed.",
};

const signIn = { heading: "This workbench asks for its token", token: "Token", enter: "Come in" };

const tour = {
  label: "The tour",
  begin: "Take the tour (5 minutes)",
  name: "Three flatmates",
  place: (step: number, of: number) => `Step ${step} of ${of}`,
  go: "Go there",
  end: "End the tour",
  steps: {
    choose:
      "Three people share a flat and write down what they want. In the table, choose another option in one of the columns of offers, and watch the verdict at the side.",
    read: "Open the Overview. It says in one sentence who would sign the latest offer, and who gets less than their part. “Why?” tells what that rests on.",
    build:
      "Open Bargaining. Choose another option for one of the issues: the sentence on top follows, and the bars say what it does to each of the three.",
    record: "Press “Put on record …”, give your package a name, and keep it. It is an offer like the others now.",
    undo: "Take it back: press the arrow to the left at the top of the page, or the key u. Nothing that you do here is lost for good.",
  },
  done: "That is how it goes: say what is on the table, see what it comes to, change it, and take back what you do not like. Begin a negotiation of your own on the first page.",
};

/** Keys that open what is pressed. */
const keyed = (text: string, key: string): Rich => rich(`${text} `, { key });

export const shell = {
  name: "Parley",
  tour,
  partMissing: "A part of the page could not be shown. The server may not answer; what is on the disk is safe.",
  noDay: (text: string) =>
    `“${text}” is no day, so the case is shown from its own day. Write the day at the top of the page, like 23 Feb 2019.`,
  edit: "Edit",
  editPage: "Change, add or remove what this page shows",
  title: (what: string) => `${what} – Parley`,
  /** The pages of a case, by their ids. */
  pages: {
    overview: "Overview",
    "set-up": "Set up",
    documents: "Documents",
    positions: "Positions",
    terms: "Terms",
    interests: "Interests",
    least: "Least signed",
    bargaining: "Bargaining",
    practise: "Practise",
    roadmap: "Roadmap",
    verification: "Verification",
    monitoring: "Monitoring",
    draft: "Draft",
    report: "Report",
    everything: "All entries",
    files: "Files",
    history: "History",
  },
  rail: "Pages",
  /** The questions that pages answer, as the rail groups them. */
  questions: {
    start: "",
    enough: "Too much for too little?",
    words: "What do the words mean?",
    order: "In what order?",
    kept: "Would we know?",
    apart: "On paper, in full",
  },
  openPages: "Open the list of pages",
  toPage: "To the page",
  home: "All cases (0)",
  allCases: "All cases",
  asOf: "as of",
  seenBy: "seen by",
  ourTeam: "our team (every file)",
  public: "the public",
  confidential: "CONFIDENTIAL",
  /** @param party null: the public */
  asSeenBy: (party: string | null) => `as ${party ?? "the public"} may see it`,
  inTheViewOf: (party: string) => `${party} in the view of`,
  toFind: keyed("Find", "/"),
  toKeys: keyed("Keys", "?"),
  openingCase: "Opening the case …",
  openingPage: "Opening the page …",
  /** How far an analysis is, until there is something to show. */
  weighing: "Weighing everything that agrees with what was said …",
  progress: "How far the analysis is",
  newer: "A newer answer is on its way",
  noAnswer: "The workbench does not answer: it was stopped. Start it again; this page then goes on by itself.",
  answered: (status: number) => `It answered ${status}.`,
  jobStopped: "The work was stopped. Open the page again.",
  changedOutside: (files: readonly string[]) =>
    `${files.join(", ")} was changed by another program; this is how it is now.`,
  stale: (problems: number) =>
    `${counted(problems, "problem")} in the files: what you see is the case as it was before. Nothing is lost; mend the files, or undo the last change.`,
  toProblems: "See the problems",
  nothingHere: "There is nothing at this address",
  notHere: (id: string) => `“${id}” is not here`,
  unreadable: "The case cannot be read",
  close: "Close",
  undo,
  find,
  keys,
  signIn,
};
