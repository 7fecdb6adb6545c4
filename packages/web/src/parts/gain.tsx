import { labelOf } from "@parley/charts";
import { bandText, type FreeGain, percent } from "@parley/core";
import type { ReactNode } from "react";
import type { CaseView } from "../case-view.js";

/** A change that helps one and harms none, as short as it can be said. */
export function Gain({ view, gain }: { readonly view: CaseView; readonly gain: FreeGain }): ReactNode {
  const { negotiation, names } = view;
  const worth = Object.entries(gain.worth).map(([id, band]) => `${labelOf(negotiation, id)} ${bandText(band, true)}`);
  return (
    <>
      {gain.changes.map(({ issue, name, from, to }, place) => (
        <span key={issue}>
          {place > 0 && "; "}
          {name}: {names.option(issue, from)} → <strong>{names.option(issue, to)}</strong>
        </span>
      ))}{" "}
      <span className="note worth">
        {worth.join(", ")} points; {gain.sure ? "sure" : `in ${percent([gain.share])} of the models`}
      </span>
    </>
  );
}

/** More than this in its own points, by the median, is a help worth speaking of. */
const FELT = 0.5;

export const helpsAll = ({ worth }: FreeGain): boolean => Object.values(worth).every(({ median }) => median > FELT);

/** The changes in the order to make them: single ones that help all, others that do, then the rest, each as found. */
export const inOrder = (gains: readonly FreeGain[]): FreeGain[] => {
  const rank = (gain: FreeGain) => (helpsAll(gain) ? (gain.changes.length === 1 ? 0 : 1) : 2);
  return [...gains].sort((one, other) => rank(one) - rank(other));
};
