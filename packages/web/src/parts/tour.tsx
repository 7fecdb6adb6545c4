// The tour: what to do next with one's own hands, beside the page on which it is done; it goes on when that is done.
import { useWords } from "@parley/charts";
import { X } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { Link } from "wouter";
import type { CaseView } from "../case-view.js";
import { TOUR, TOUR_PAGES, type TourState, toured } from "../tour-steps.js";

const keyOf = (id: string): string => `tour ${id}`;

/** From the next page of the case on, the tour goes with it. */
export const beginTour = (id: string): void => sessionStorage.setItem(keyOf(id), "begin");

function stateOf({ id, negotiation }: CaseView): TourState | null {
  const kept = sessionStorage.getItem(keyOf(id));
  if (kept === null) return null;
  if (kept === "begin") return { step: 0, digest: negotiation.digest, offers: negotiation.offers.length };
  return JSON.parse(kept) as TourState;
}

export function Tour({ view, page }: { readonly view: CaseView; readonly page: string }): ReactNode {
  const words = useWords().shell.tour;
  const { id, negotiation, address } = view;
  const [state, setState] = useState<TourState | null>(() => stateOf(view));
  const builds = address.get("p") !== null;
  const { digest, offers } = negotiation;
  useEffect(() => {
    if (!state) return;
    const next = toured(state, { page, digest, offers: offers.length, builds });
    sessionStorage.setItem(keyOf(id), JSON.stringify(next));
    if (next !== state) setState(next);
  }, [id, state, page, digest, offers.length, builds]);
  if (!state) return null;
  const end = () => {
    sessionStorage.removeItem(keyOf(id));
    setState(null);
  };
  const step = TOUR[state.step];
  return (
    <aside className="tour" aria-label={words.label} aria-live="polite">
      <p className="kicker">
        {step ? words.place(state.step + 1, TOUR.length) : words.label}
        <button type="button" className="quiet icon" aria-label={words.end} title={words.end} onClick={end}>
          <X size={16} aria-hidden="true" />
        </button>
      </p>
      <p>{step ? words.steps[step] : words.done}</p>
      {step && TOUR_PAGES[step] !== page && (
        <p>
          <Link className="button" href={address.on(TOUR_PAGES[step])}>
            {words.go}
          </Link>
        </p>
      )}
    </aside>
  );
}
