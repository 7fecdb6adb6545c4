// What each side takes the disputed words of a case to mean, and what hangs on that.
import { type Band, bandText } from "../../math/index.js";
import { type Named, type Names, nameIn } from "../named.js";
import { listed, verb } from "./grammar.js";

/** Whether a party takes a word to include a part of it, by the result's word for it. */
const said = { in: "in", out: "out", unsaid: "–" };

/** What a part of a word is, by the result's word for it. */
const classes = {
  contested: "contested",
  claimed: "claimed",
  unsaid: "unsaid",
  agreed: "agreed",
  rejected: "rejected",
};

export interface Component {
  readonly id: string;
  readonly text: string;
}

export interface WordSaid {
  readonly components: readonly Component[];
}

const partOf = ({ components }: WordSaid, id: string): string =>
  `“${components.find((component) => component.id === id)?.text ?? id}”`;

export interface Hanging {
  readonly kind: "offer" | "commitment";
  readonly name: string;
  readonly cites: boolean;
  readonly delivers: readonly string[];
  readonly short: readonly string[];
  readonly beyond: readonly string[];
  readonly breaks: readonly string[];
}

/** What an offer or a commitment does with the contested and claimed parts of a word. */
function hangs({ kind, name, cites, delivers, short, beyond, breaks }: Hanging, word: WordSaid): string {
  const parts = [
    ...(cites ? ["uses the word"] : []),
    ...(delivers.length > 0 ? [`delivers ${listed(delivers.map((id) => partOf(word, id)))}`] : []),
    ...(short.length > 0 ? [`stops short of ${listed(short.map((id) => partOf(word, id)))}`] : []),
    ...(beyond.length > 0 ? [`goes beyond ${listed(beyond.map((id) => partOf(word, id)))}`] : []),
    ...(breaks.length > 0 ? [`goes back on ${listed(breaks.map((id) => partOf(word, id)))}, which holds today`] : []),
  ];
  return `${kind === "offer" ? "The offer" : "The commitment"} “${name}” ${parts.join("; it ")}.`;
}

export interface Obliges {
  readonly party: string;
  readonly name: string;
  readonly asked: Readonly<Record<string, AskedOptions>>;
  readonly contradictory: readonly string[];
  readonly uncovered: readonly string[];
}

export interface AskedOptions {
  readonly atLeast: string | null;
  readonly atMost: string | null;
}

/** What is asked of the issues: those of which at least something is asked first. */
export function askedText(asked: Readonly<Record<string, AskedOptions>>, names: Names): string {
  const groups = new Map<string, string[]>(ASKED.map((how) => [how, []]));
  for (const [issue, { atLeast, atMost }] of Object.entries(asked)) {
    const [least, most] = [atLeast, atMost].map((option) => (option === null ? "" : names.option(issue, option)));
    const how = atMost === null ? "at least" : atLeast === null ? "at most" : least === most ? "exactly" : "between";
    groups
      .get(how)
      ?.push(`${names.issue(issue)}: ${how === "between" ? `${least} and ${most}` : how === "at most" ? most : least}`);
  }
  return [...groups].flatMap(([how, items]) => (items.length > 0 ? [`${how} ${items.join("; ")}`] : [])).join("; ");
}

const ASKED = ["at least", "at most", "between", "exactly"] as const;

/** What its parts ask of an issue that no option can be. */
export const contradictoryText = (issues: readonly string[], names: Names): string =>
  issues.length > 0 ? `; and what no option can be of ${listed(issues.map((id) => `“${names.issue(id)}”`))}` : "";

/** What a word obliges as one of the parties reads it. */
function obliges(of: Obliges, word: WordSaid, names: Names): string {
  const asked = askedText(of.asked, names).replace(/^at least /, "at least: ") || "nothing that an issue covers";
  const { uncovered, name, party } = of;
  const rest =
    uncovered.length > 0 ? `; and, covered by no issue, ${listed(uncovered.map((id) => partOf(word, id)))}` : "";
  return `As ${name} ${verb(names.spoken(party), "reads")} it, the word obliges ${asked}${contradictoryText(of.contradictory, names)}${rest}.`;
}

export interface LedgerSaid {
  readonly party: string;
  readonly gives: Band;
  readonly gets: Band;
  readonly givesNothing: boolean;
  readonly getsNothing: boolean;
}

export const meanings = {
  classes,
  hanging: "What hangs on its contested and claimed parts",
  hangs,
  matrix: {
    caption: (word: string) => `What “${word}” is taken to include`,
    part: "Part of the word",
    noIssue: "(no issue covers it)",
    so: "So it is",
  },
  note: "Contested: in for one, out for another. Claimed: in for one, unsaid by another. What hangs on these parts is signed by each side in its own meaning.",
  obliges,
  /** `As Iran reads it` */
  readBy: (party: Named) => `As ${nameIn(party)} ${verb(party, "reads")} it`,
  redLine: (party: string, text: string) => `a red line of ${party}: ${text}`,
  brokenRule: (rule: string) => `cannot stand alone: ${rule}`,
  said,
  title: (word: string) => `“${word}”`,
  uses: {
    summary: "Who used the word, and when",
    caption: (word: string) => `Who used “${word}”`,
    head: ["Date", "Speaker", "In short", "Source"],
  },
  worth: ({ gives, gets, givesNothing, getsNothing }: LedgerSaid) => ({
    gives: givesNothing ? "nothing" : bandText(gives),
    gets: getsNothing ? "nothing" : bandText(gets),
  }),
};
