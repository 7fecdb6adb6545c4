// The layer over the roadmap's chart that lets its bars be moved, with the mouse or finger or with the arrow keys.
import { type RoadInTime, roadFrame, useWords } from "@parley/charts";
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from "react";
import type { RoadmapInHand } from "../roadmap.js";
import { daysOf, type Grip, heldOver } from "./plan-drag.js";

interface PlanLayerProps {
  readonly of: RoadInTime;
  readonly width: number;
  readonly plan: RoadmapInHand;
}

/** As wide as a finger at least. */
const REACH = 28;

/** The bars as things to take hold of: with the hand, or with the arrow keys by days, weeks (Shift) and months (Page). */
export function PlanLayer({ of, width, plan }: PlanLayerProps): ReactNode {
  const spoken = useWords();
  const words = spoken.pages.roadmap.bars;
  const { bars, days, bottom } = roadFrame(of, width, spoken);
  const grip = useRef<Grip | null>(null);
  const [held, setHeld] = useState<number | null>(null);
  const startOf = (step: number) => plan.map.course.bars[step]?.start ?? 0;
  const taken = (step: number) => (event: PointerEvent<SVGRectElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    setHeld(step);
    grip.current = { x: event.clientX, day: startOf(step), perHundred: days.dayAt(101) - days.dayAt(1) };
  };
  const dragged = (step: number) => (event: PointerEvent) => {
    if (!grip.current) return;
    const day = heldOver(grip.current, event.clientX, startOf(step));
    if (day !== null) plan.hold(step, day);
  };
  const released = () => {
    grip.current = null;
    setHeld(null);
    plan.drop();
  };
  const keyed = (step: number) => (event: KeyboardEvent) => {
    const by = daysOf(event);
    if (by === 0) return;
    event.preventDefault();
    setHeld(step);
    plan.hold(step, startOf(step) + by);
  };
  return (
    <svg className="plan-layer" width={width} height={bottom + 26}>
      <title>{words.title}</title>
      {bars.map(({ step, x, y, width: wide }) => {
        const one = plan.map.steps[step];
        // A release follows from what is held.
        if (!one || one.by.length === 0) return null;
        return (
          <rect
            key={one.id}
            role="slider"
            tabIndex={0}
            aria-label={words.begins(one.text)}
            aria-valuenow={startOf(step)}
            aria-valuemin={0}
            aria-valuetext={one.start}
            aria-orientation="horizontal"
            x={x - Math.max(0, (REACH - wide) / 2)}
            y={y - 6}
            width={Math.max(REACH, wide)}
            height={28}
            onPointerDown={taken(step)}
            onPointerMove={dragged(step)}
            onLostPointerCapture={released}
            onKeyDown={keyed(step)}
            onKeyUp={(event) => (daysOf(event) === 0 ? undefined : released())}
          >
            <title>{words.days(one.text, one.start, one.end)}</title>
          </rect>
        );
      })}
      {bars.map(({ step, x, y, width: wide }) => {
        const one = plan.map.steps[step];
        if (!one || step !== held) return null;
        const left = x + wide > width / 2;
        return (
          <text
            key={one.id}
            className="held"
            x={left ? x - 8 : x + wide + 8}
            y={y + 13}
            textAnchor={left ? "end" : "start"}
          >
            {words.held(one.start, one.end)}
          </text>
        );
      })}
    </svg>
  );
}
