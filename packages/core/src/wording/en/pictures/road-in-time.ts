// English text of the picture of commitments over time and how exposed they leave each side, and of its table.
import { tenthText } from "../../../math/index.js";
import { type Named, nameIn } from "../../named.js";
import { capital, listed, verb } from "../grammar.js";
import { percent } from "../likelihood.js";

export interface RoadSaid {
  readonly commitments: number;
  readonly from: string;
  readonly to: string;
  readonly exposed: readonly { readonly party: Named; readonly points: number }[];
}

function description({ commitments, from, to, exposed }: RoadSaid): string {
  const each = exposed.map(
    ({ party, points }) => `${nameIn(party)} ${verb(party, "is")} exposed by ${tenthText(points)} points at most`,
  );
  return `${commitments} commitments from ${from} to ${to}. ${each.join("; ") || "What each side risks is not known"}.`;
}

export interface StepLabel {
  readonly text: string;
  readonly critical: boolean;
  readonly pinned: boolean;
  readonly early: boolean;
  readonly late: boolean;
}

function step({ text, critical, pinned, early, late }: StepLabel): string {
  const marks = [...(pinned ? ["pinned"] : []), ...(early ? ["too early"] : []), ...(late ? ["late"] : [])];
  return `${critical ? "‣ " : ""}${text}${marks.length > 0 ? ` (${marks.join(", ")})` : ""}`;
}

export interface StepRow {
  readonly text: string;
  /** Null: a third party. */
  readonly by: string | null;
  readonly begins: string;
  readonly complete: string;
  readonly known: string;
  readonly lost: readonly number[];
  /** Share of the models; none where it was not looked for. */
  readonly within: number | null;
}

export const roadInTime = {
  title: "Who does what when, and how exposed it leaves each side",
  description,
  step,
  milestone: (name: string, met: boolean) => (met ? name : `${name} (missed)`),
  released: "Released by a third party",
  together: (names: readonly string[]) => `${capital(listed(names))} together`,
  exposed: (party: string, points: number, accepts: number | null) =>
    `${party}: exposed by ${tenthText(points)} at most${accepts === null ? "" : `, accepts ${tenthText(accepts)}`}`,
  figures: {
    head: (parties: readonly string[], sure: boolean) => [
      "Commitment",
      "By",
      "Begins",
      "Complete",
      "Known",
      ...parties.map((party) => `${party}: lost when it has begun`),
      ...(sure ? ["Within bounds, of the models"] : []),
    ],
    row: ({ text, by, begins, complete, known, lost, within }: StepRow) => [
      text,
      by ?? "a third party",
      begins,
      complete,
      known,
      ...lost.map(tenthText),
      ...(within === null ? [] : [percent([within])]),
    ],
  },
};
