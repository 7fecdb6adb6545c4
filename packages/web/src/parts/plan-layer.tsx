import { type RoadInTime, roadFrame, useWords } from "@parley/charts";
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from "react";
import type { Plan } from "../roadmap.js";

interface PlanLayerProps {
  readonly of: RoadInTime;
  readonly width: number;
  readonly plan: Plan;
}

const WEEK = 7;
const MONTH = 30;
/** As wide as a finger at least. */
const REACH = 28;

/** The bars as things to take hold of: with the hand, or with the arrow keys by days, weeks (Shift) and months (Page). */
export function PlanLayer({ of, width, plan }: PlanLayerProps): ReactNode {
  const { bars, days, bottom } = roadFrame(of, width, useWords());
  const grip = useRef<{ readonly x: number; readonly day: number; readonly perPixel: number } | null>(null);
  const startOf = (step: number) => plan.map.course.bars[step]?.start ?? 0;
  const taken = (step: number) => (event: PointerEvent<SVGRectElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    // While it is held the days keep their width, whatever becomes of the end.
    grip.current = { x: event.clientX, day: startOf(step), perPixel: days.dayAt(101) - days.dayAt(1) };
  };
  const dragged = (step: number) => (event: PointerEvent) => {
    if (!grip.current) return;
    const moved = Math.round(((event.clientX - grip.current.x) * grip.current.perPixel) / 100);
    // A press alone moves nothing.
    if (moved !== 0 || startOf(step) !== grip.current.day) plan.hold(step, grip.current.day + moved);
  };
  const released = () => {
    grip.current = null;
    plan.drop();
  };
  const keyed = (step: number) => (event: KeyboardEvent) => {
    const by = stepOf(event);
    if (by === 0) return;
    event.preventDefault();
    plan.hold(step, startOf(step) + by);
  };
  return (
    <svg className="plan-layer" width={width} height={bottom + 26}>
      <title>The bars, to be moved</title>
      {bars.map(({ step, x, y, width: wide }) => {
        const one = plan.map.steps[step];
        // A release follows from what is held.
        if (!one || one.by === null) return null;
        return (
          <rect
            key={one.id}
            role="slider"
            tabIndex={0}
            aria-label={`${one.text}: begins`}
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
            onKeyUp={(event) => (stepOf(event) === 0 ? undefined : plan.drop())}
          >
            <title>{`${one.text}: ${one.start} to ${one.end}`}</title>
          </rect>
        );
      })}
    </svg>
  );
}

function stepOf({ key, shiftKey }: Pick<KeyboardEvent, "key" | "shiftKey">): number {
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: shiftKey ? WEEK : 1,
    ArrowLeft: shiftKey ? -WEEK : -1,
    PageUp: MONTH,
    PageDown: -MONTH,
  };
  return steps[key] ?? 0;
}
