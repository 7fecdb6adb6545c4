// English text of the workbench page on the roadmap, where the days of commitments can be moved and the plan kept.
import { rich } from "../../rich.js";
import { counted } from "../numbers.js";

/** The bars, to be moved. */
const bars = {
  title: "The bars, to be moved",
  begins: (step: string) => `${step}: begins`,
  held: (start: string, end: string) => (start === end ? start : `${start} – ${end}`),
  days: (step: string, start: string, end: string) => `${step}: ${start} to ${end}`,
};

/** The same days as fields. */
const days = {
  heading: "The days as a list",
  begins: "begins",
  complete: (day: string) => `complete ${day}`,
  letMove: "Let it move",
  tooEarly: (day: string) => `The road begins on ${day}: nothing on it begins before.`,
};

export const roadmapPage = {
  none: "There is no road yet",
  whatItTakes: "A road takes commitments: who brings which issue to which option, and how long that takes.",
  add: "Add a commitment",
  /** For each issue that a package changes, a commitment of who gives there. */
  propose: (name: string) => `Propose commitments for “${name}”`,
  proposed: (count: number, name: string) => `${counted(count, "commitment")} proposed for “${name}”`,
  about: rich(
    "Move a bar with the hand, or with the arrow keys. ‣ ",
    { term: "criticalPath", text: "critical path" },
    ": what moves the end. Hatched: until the others know. Under the bars, what each side has lost so far if the others stop then, in its own ",
    { term: "points", text: "points" },
    "; below the line it is ahead.",
  ),
  atOnce:
    "Doing two things on one day is no safer than the better order of the two: it saves time and face. Only a third party that holds both and releases them at once makes them one step.",
  solve: "Make it safe again",
  reset: "As it was",
  keep: "Keep this plan",
  kept: "The plan is kept: what you moved is pinned.",
  keptWhat: (moved: number) => `Plan kept: ${counted(moved, "commitment")} moved`,
  placing: "Placing the rest anew …",
  moved: (moved: number) => `${moved} moved and pinned; the rest may follow.`,
  /** Files to take away, by their forms. */
  forms: {
    events: "Calendar (.ics)",
    tasks: "Tasks (.ics)",
    project: "MS Project (.xml)",
    table: "Table (.csv)",
  },
  bars,
  days,
};
