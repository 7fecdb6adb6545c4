// What a change does to one party: a bar from the middle, to the right where it brings, to the left where it costs.
import { Mark, partyClass } from "@parley/charts";
import { type Band, bandText } from "@parley/core/internal";
import type { ReactNode } from "react";
import { onBar } from "./builder-rows.js";

const BAR = 64;

interface ChangeBarProps {
  /** The party's place in the case. */
  readonly place: number;
  readonly name: string;
  readonly change: Band;
  /** The change that fills half of the bar. */
  readonly reach: number;
  /** Whether its figures stand beside it; else they are told when the hand rests on it. */
  readonly figures?: boolean;
}

/** Pale where nine models in ten lie. */
export function ChangeBar({ place, name, change, reach, figures = false }: ChangeBarProps): ReactNode {
  const x = onBar(reach, BAR);
  const span = (from: number, to: number) => ({ x: Math.min(x(from), x(to)), width: Math.abs(x(to) - x(from)) });
  const text = bandText(change, true);
  return (
    <span className={`change-bar ${partyClass(place)}`} title={figures ? undefined : `${name} ${text}`}>
      <svg className="chart" width={16} height={14} aria-hidden="true">
        <Mark party={place} x={8} y={7} size={44} />
      </svg>
      <svg className="chart" width={BAR} height={14} aria-hidden="true">
        <rect className="band" y={1} height={12} {...span(change.low, change.high)} />
        <rect className="bar" y={4} height={6} {...span(0, change.median)} />
        <path className="zero" d={`M${BAR / 2},0v14`} />
      </svg>
      <span className={figures ? "amount" : "spoken"}>
        <span className="spoken">{name} </span>
        {text}
      </span>
    </span>
  );
}
