// The roadmap as the page works on it: what the server found, what the hand has moved, and what that comes to.
import { addDays, type Outcome, type Roadmap, restated } from "@parley/core/internal";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { CaseView } from "./case-view.js";
import { useJob } from "./jobs.js";
import { queryKeys } from "./query-keys.js";
import { type HeldStep, type Moves, placesOf, withPin } from "./roadmap-moves.js";
import { asksWhile } from "./unkept.js";
import { useLatest, work } from "./work.js";

export interface RoadmapInHand {
  /** As it was found last, and as it stands with what was moved since. */
  readonly found: Roadmap;
  readonly map: Roadmap;
  readonly moves: Moves;
  /** A newer answer is on its way. */
  readonly busy: boolean;
  /** Puts a step on a day while the hand holds it; the rest stays. */
  readonly hold: (step: number, day: number) => void;
  /** Lets it go: it is pinned there. */
  readonly drop: () => void;
  readonly pin: (step: number, date: string | null) => void;
  /** Places what is not pinned anew, so that nobody is exposed beyond what it accepts. */
  readonly solve: () => void;
  readonly reset: () => void;
}

/** The roadmap: at once from the page's worker, then with faster roads proven on the server. */
export function useRoadmap(view: CaseView): { map: Roadmap | null; share: number; reasons: readonly string[] } {
  const quick = useQuery({
    queryKey: queryKeys.quickRoadmap(view.negotiation.digest, view.options),
    queryFn: async (): Promise<Outcome<Roadmap>> =>
      await work.roadmap({ files: [...view.files.files], options: view.options }),
    placeholderData: (before) => before,
  });
  const proven = useJob(view, "roadmap", { enabled: quick.data?.ok === true });
  // Of a changed case the quick answer is newer than the proven one before.
  const best = (proven.share === 1 ? proven.result : null) ?? quick.data;
  return {
    map: best?.ok ? best.value : null,
    share: proven.share,
    reasons: best && !best.ok ? best.reasons : proven.reasons,
  };
}

/** What was moved and not kept yet, by the roadmap that it was moved on: it outlives a look at another page. */
const moved = new Map<string, Moves>();
asksWhile(() => moved.size > 0);

/** A plan that the hand can move. */
export function usePlan(view: CaseView, given: Roadmap): RoadmapInHand {
  const key = `${view.id} ${given.digest}`;
  const [moves, hold] = useState<Moves>(moved.get(key) ?? new Map());
  const setMoves = (next: Moves) => {
    if (next.size > 0) moved.set(key, next);
    else moved.delete(key);
    hold(next);
  };
  const [held, setHeld] = useState<HeldStep | null>(null);
  const [asking, setAsking] = useState<Moves | null>(null);
  const answer = useLatest(
    JSON.stringify([view.files.revision, view.options, asking && [...asking]]),
    asking && {
      files: [...view.files.files],
      options: { ...view.options, starts: Object.fromEntries(asking), quick: true },
    },
    async (question): Promise<Outcome<Roadmap>> => await work.roadmap(question),
  );
  const placed = asking && answer.value?.ok ? answer.value.value : null;
  // What would make the road safe is the road's, whatever is pinned: a quick answer leaves it out.
  const found = useMemo(
    () => (placed ? { ...placed, fixes: given.fixes, leastTemptation: given.leastTemptation } : given),
    [placed, given],
  );
  const { negotiation } = view;
  const map = useMemo(() => {
    if (moves.size === 0 && !held) return found;
    const { starts, pinned } = placesOf(found, moves, held);
    return restated(negotiation, found, starts, pinned);
  }, [negotiation, found, moves, held]);
  const pin = (step: number, date: string | null) => setMoves(withPin(moves, found, step, date));
  return {
    found,
    map,
    moves,
    busy: answer.busy,
    hold: (step, day) => setHeld({ step, day: Math.max(0, day) }),
    drop: () => {
      if (held) pin(held.step, addDays(found.road.start, held.day));
      setHeld(null);
    },
    pin,
    solve: () => setAsking(moves),
    reset: () => {
      setMoves(new Map());
      setAsking(null);
    },
  };
}
