// English text of `parley roadmap`, the command that plans who does what when and how exposed each step leaves each
// side.
import { tenthText } from "../../../math/index.js";
import { lengthText } from "../numbers.js";
import { type ExposureScale, roadmap as subject, type TemptationSaid } from "../roadmap.js";

const EXAMPLES = `
Examples:
  parley roadmap cases/hanoi-2019
  parley roadmap cases/hanoi-2019 -o roadmap.ics              # tasks
  parley roadmap cases/hanoi-2019 -o days.ics --as events     # for calendars that show no tasks

A file that is written again over an older one keeps what did not change, and counts the revisions of what did.
`;

export interface StepSaid {
  readonly text: string;
  readonly pinned: boolean;
  readonly late: boolean;
  readonly early: boolean;
}

function step({ text, pinned, late, early }: StepSaid): string {
  const marks = [...(pinned ? ["pinned"] : []), ...(late ? ["late"] : []), ...(early ? ["too early"] : [])];
  return `${text}${marks.length > 0 ? ` (${marks.join(", ")})` : ""}`;
}

export interface ExposedSaid extends TemptationSaid {
  readonly exposure: number;
  readonly on: string;
  readonly accepts: number | null;
}

/** @param bar how much of what is accepted that is, drawn in letters */
function exposed(of: ExposedSaid, bar: string): string {
  const { name, exposure, on, accepts } = of;
  const beyond = accepts !== null && exposure > accepts + 1e-9;
  const accepted = accepts === null ? "" : `${beyond ? ", beyond the" : " of"} ${tenthText(accepts)} accepted ${bar}`;
  return `${name}: at most ${tenthText(exposure)}${exposure > 0 ? ` (${on})` : ""}${accepted}; ${subject.temptation(of)}`;
}

export const roadmap = {
  description: "who does what when, and how exposed each step leaves each side",
  flags: {
    output: "write the plan as a calendar (.ics), for MS Project (.xml), or as a table (.csv)",
    as: "in a calendar, what commitments are: tasks, with what they wait for (default), or events, which every calendar shows",
    propose:
      "print, for agreement.yaml, one commitment of who gives for every issue that the package on the table (else the latest offer) changes",
    seconds: "how long a solver may work on each faster road; 0: none",
    failOn:
      "end with 3 where somebody is exposed beyond what it accepts, or where something is late or misses a milestone",
  },
  examples: EXAMPLES,
  noPackage:
    "There is no package to propose commitments for: none is on the table (onTheTable in agreement.yaml), and no offer that stands settles every issue.",
  allPromised: (name: string) =>
    `The commitments on record bring all of “${name}” already, so there is nothing to propose.`,
  proposed: (name: string) =>
    `Proposed for “${name}”. Nothing is written: put it into agreement.yaml, and say how long each takes.`,
  asWithoutCalendar: "--as says what commitments are in a calendar: give one with -o, such as -o plan.ics.",
  tasks: "Commitments are tasks in it. For a calendar that shows no tasks, such as Google's, add --as events.",
  headings: { exposure: "Exposure", tradeOffs: "Exposure against time", remarks: "Remarks" },
  steps: {
    note: (exposed: boolean) =>
      `‣ on the critical path${exposed ? "; at the right, what each side has lost when that day is over, in its own points (below zero it is ahead)" : ""}`,
    head: (parties: readonly string[]) => ["begins", "", "what", "by", "complete", ...parties],
    step,
  },
  exposed,
  tradeOffs: {
    head: (scale: ExposureScale) => [scale === "accepted" ? "of accepted" : "points", "takes", ""],
    found: (scale: ExposureScale, exposure: number, days: number, proven: boolean, late: number) => [
      subject.onScale(scale, exposure),
      lengthText(days),
      subject.road(proven ? "none is sooner, in whole months or weeks" : "found", late),
    ],
    road: (scale: ExposureScale, exposure: number, days: number, said: string) => [
      subject.onScale(scale, exposure),
      lengthText(days),
      said,
    ],
  },
};
