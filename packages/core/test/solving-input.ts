// What solutions are found from, of a small case whose preferences are numbers: its packages, worths and reservation values.
import { buildSpace, ruledOut, type Space } from "../src/agreements/space.js";
import type { Case } from "../src/case/index.js";

export interface SolvingInput {
  readonly space: Space;
  /** One a party: worth of every option, flat. */
  readonly worths: readonly Float64Array[];
  /** Position of each issue's first option; one more entry than issues. */
  readonly offsets: Int32Array;
  readonly reservation: readonly number[];
}

export function inputOf(negotiation: Case): SolvingInput {
  const space = buildSpace(negotiation, ruledOut(negotiation));
  if (!space.ok) throw new Error("a space");
  const offsets = new Int32Array(negotiation.issues.length + 1);
  negotiation.issues.forEach((issue, k) => {
    offsets[k + 1] = (offsets[k] ?? 0) + issue.options.length;
  });
  const worths = negotiation.interests.map(({ weights, scores }) =>
    Float64Array.from(
      negotiation.issues.flatMap((issue, k) =>
        issue.options.map((_, o) => (weights?.[k] ?? 0) * (scores[k]?.numbers?.[o] ?? 0)),
      ),
    ),
  );
  const reservation = negotiation.interests.map(({ reservation: r }) => (r.form === "points" ? r.points.low / 100 : 0));
  return { space: space.value, worths, offsets, reservation };
}
