// English text of the page on which a negotiation is set up: who, about what, what was offered, what each side needs.
import { listed } from "../grammar.js";
import { counted } from "../numbers.js";

const parties = {
  heading: "Parties",
  name: (place: number) => `Name of party ${place}`,
  role: (party: string) => `Role of ${party}`,
  roles: {
    negotiating: "must agree",
    interested: "has a stake",
    ratifying: "ratifies",
    mediator: "mediates",
  },
  ours: "our side",
  setOurs: "This is our side",
  add: "Add a party",
  added: (party: string) => `${party} added to the parties`,
  named: (party: string) => `Party named ${party}`,
  roleSet: (party: string, role: string) => `${party} ${role}`,
  oursIs: (party: string) => `${party} is our side`,
};

const goals = {
  heading: "Goals",
  about: "What the parties want to reach together, in the order that they agreed. Leave it empty where there are none.",
  name: (place: number) => `Goal ${place}`,
  add: "Add a goal",
  added: (goal: string) => `Goal “${goal}” added`,
  named: (goal: string) => `Goal named “${goal}”`,
};

const grid = {
  heading: "Issues and offers",
  about:
    "One issue a row, its options from least to most. Choose what each offer says. Paste a block of a spreadsheet anywhere in the table.",
  label: "Issues, options and offers",
  issue: "Issue",
  options: "Options, from least to most",
  today: "Today",
  noDeal: "Without a deal",
  asToday: "as today",
  notNamed: "–",
  issueName: (place: number) => `Issue ${place}`,
  newIssue: "New issue",
  newIssueHint: "Name the next issue",
  optionsOf: (issue: string) => `Options of ${issue}`,
  optionsHint: "low; middle; high – or 10 to 20 million by 2",
  todayOf: (issue: string) => `${issue} today`,
  noDealOf: (issue: string) => `${issue} without a deal`,
  offerOn: (offer: string, issue: string) => `${offer}: ${issue}`,
  offerName: (offer: string) => `Name of the offer ${offer}`,
  offerBy: (offer: string) => `Who made ${offer}`,
  byNobody: "nobody’s",
  byTogether: listed,
  addOffer: "Add an offer",
  addIssue: "Add an issue",
  addThis: "Add it",
  newOffer: (number: number) => `Offer ${number}`,
  /** The option with which an issue begins. */
  first: "as it is today",
  copy: "Copy the table",
  copied: "The table is copied. Paste it into a spreadsheet.",
  paste: "Paste a table",
  menuOfIssue: (issue: string) => `What to do with ${issue}`,
  menuOfOffer: (offer: string) => `What to do with ${offer}`,
  up: "Move up",
  down: "Move down",
  remove: "Remove",
  issueAdded: (issue: string) => `Issue ${issue} added`,
  issueNamed: (issue: string) => `Issue named ${issue}`,
  issueMoved: (issue: string) => `${issue} moved`,
  optionsWritten: (issue: string) => `Options of ${issue} written`,
  optionNamed: (from: string, to: string) => `“${from}” is called “${to}” now`,
  todaySet: (issue: string, option: string) => `${issue} is ${option} today`,
  noDealSet: (issue: string, option: string) => `${issue} without a deal: ${option}`,
  offerAdded: (offer: string) => `${offer} added`,
  offerNamed: (offer: string) => `Offer named ${offer}`,
  offerMadeBy: (offer: string, by: string | null) => `${offer} is ${by === null ? "nobody’s" : `by ${by}`}`,
  chosen: (offer: string, issue: string, option: string | null) =>
    option === null ? `${offer} says nothing of ${issue}` : `${offer}: ${issue} ${option}`,
};

const pasting = {
  title: "Paste a table",
  about: "Copy a block of cells in your spreadsheet and paste it here. Each row becomes an issue.",
  here: "Paste here",
  read: (rows: number, columns: number) =>
    `${counted(rows, "row")} and ${counted(columns, "column")}. What does each column hold?`,
  heads: "The first row holds the heads of the columns",
  column: (place: number, head: string) => `Column ${place}${head ? `: ${head}` : ""}`,
  uses: {
    issue: "the issue",
    options: "its options",
    today: "what holds today",
    "no-deal": "what holds without a deal",
    offer: "an offer",
    nothing: "leave it out",
  },
  take: (issues: number) => (issues === 1 ? "Take 1 issue" : `Take ${issues} issues`),
  more: (rows: number) => `and ${rows} rows more`,
  unnamed: (rows: number) =>
    `${rows} ${rows === 1 ? "row has" : "rows have"} no name of an issue and ${rows === 1 ? "is" : "are"} left out.`,
  nothing: "There is no table in what was copied. Copy a block of cells in a spreadsheet first.",
  tooManyIssues: (issues: number, most: number) =>
    `${issues} issues are more than a negotiation holds (${most}). Copy fewer rows.`,
  taking: "Taking the table …",
  tooMany: (most: number) => `That is more than ${most} cells. Copy a smaller block.`,
  taken: "Table pasted",
};

const needs = {
  heading: "What each side needs",
  about: "Say for each issue which option is best, and how much it matters: 1 for what matters most. Ranks are enough.",
  label: "What each side needs, issue by issue",
  best: "Best",
  rank: "Matters",
  bestFor: (party: string, issue: string) => `${issue}: best for ${party}`,
  rankFor: (party: string, issue: string) => `${issue}: how much it matters to ${party}, 1 most`,
  same: "all the same",
  inOrder: "in an order of its own",
  notSaid: "choose …",
  opposite: (party: string) => `Opposite of ${party}`,
  basis: { stated: "(their own view)", elicited: "(as they were asked)", estimated: "(our estimate)" },
  said: (party: string, issue: string) => `What is best for ${party} on ${issue}`,
  oppositeSaid: (party: string, other: string) => `The best for ${party} is the opposite of ${other}`,
  ranked: (party: string) => `Issues ranked for ${party}`,
  several: (party: string, holders: readonly string[]) =>
    `${party} is seen by ${listed(holders)}: change it on Interests.`,
};

const removal = {
  title: (called: string) => `Remove ${called}?`,
  about: "This depends on it:",
  item: ({ called, goes }: { readonly called: string; readonly goes: boolean }) =>
    goes ? `${called} – goes too` : `${called} – no longer speaks of it`,
  alone: "Nothing else depends on it.",
  undo: "You can undo this.",
  yes: "Remove",
  change: "Change it",
  no: "Keep it",
  changesTitle: "Something depends on this",
  removed: (called: string) => `${called} removed`,
};

const side = {
  heading: "The verdict",
  missing: "Still missing",
  lacks: {
    issue: "Name the first issue",
    option: (issue: string) => `Give ${issue} a second option`,
    better: (party: string, issues: number) =>
      issues === 1
        ? `Say what is better for ${party} on 1 issue`
        : `Say what is better for ${party} on ${issues} issues`,
    rank: (party: string) => `Rank what matters to ${party}`,
    offer: "Add an offer",
    party: "Name a second party that must agree",
  },
  all: "Nothing is missing.",
  further: "More can be said",
  interests: "Say more of what each side needs",
  record: "Read a document for what was said",
  build: "Build a package and see what it does",
};

export const setUp = {
  heading: "Set up",
  title: "Name of the negotiation",
  titled: (title: string) => `Negotiation named ${title}`,
  mendFirst:
    "A file of this case cannot be read as it stands now. Mend it on the page Files first; nothing was written.",
  notByOthers: "Seen by another, nothing is changed. Choose “our team” above to set it up.",
  undo: "Undo",
  saving: "Saving …",
  parties,
  goals,
  grid,
  pasting,
  needs,
  removal,
  side,
};
