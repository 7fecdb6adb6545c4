// What the package in the making comes to, in sight while it is built: its sentence, its figures, and what can be done with it.
import { useWords } from "@parley/charts";
import type { OfferAssessment } from "@parley/core/internal";
import { type ReactNode, useState } from "react";
import { type CaseView, dayOf } from "../case-view.js";
import { type ChosenPackage, offersToChoose, todayOf } from "../chosen-package.js";
import { copyText } from "../controls/clipboard.js";
import { Dialog } from "../controls/dialog.js";
import { Glances } from "./glances.js";
import { KeepOffer } from "./keep-offer.js";
import { type Pin, Pins } from "./pins.js";

interface VerdictBarProps {
  readonly view: CaseView;
  readonly chosen: ChosenPackage;
  readonly pins: readonly Pin[];
  /** The last that was weighed; null before the first. */
  readonly assessed: OfferAssessment | null;
  /** Whether `assessed` is of the package before, and the one on the page is being weighed. */
  readonly stale: boolean;
  /** From how many models its figures are, where these are fewer than for what is on record. */
  readonly quick: number | null;
  /** Why nothing can be said of it. */
  readonly refused: readonly string[];
}

export function VerdictBar({ view, chosen, pins, assessed, stale, quick, refused }: VerdictBarProps): ReactNode {
  const {
    assessment: { headline },
    pages,
  } = useWords();
  const words = pages.bargaining;
  const told = refused.length > 0 ? refused.join(" ") : assessed && headline(assessed.said.sentence);
  return (
    <header className="verdict-bar">
      <div className="row">
        <PackageChoice view={view} chosen={chosen} />
        <span className="note">{words.kicker({ own: chosen.offer === null, quick })}</span>
        <div className="row actions">
          <Actions
            view={view}
            chosen={chosen}
            crosses={refused.length > 0 ? [] : stale ? null : (assessed?.redLines ?? null)}
          />
          <Pins view={view} chosen={chosen} pins={pins} />
        </div>
      </div>
      <div className={stale ? "told stale" : "told"} aria-busy={stale}>
        <h1 className="headline" aria-live="polite">
          {told ?? words.weighing}
        </h1>
        <div className="row">
          {assessed && refused.length === 0 && <Glances view={view} offer={assessed} />}
          <a href="#rests-on">{words.why}</a>
        </div>
      </div>
    </header>
  );
}

/** Which package the page shows: an offer, today, or one's own. */
function PackageChoice({ view, chosen }: { readonly view: CaseView; readonly chosen: ChosenPackage }): ReactNode {
  const words = useWords().pages.bargaining;
  const { negotiation, address } = view;
  const offers = offersToChoose(negotiation, dayOf(view));
  const value = chosen.offer ?? OWN;
  return (
    <select
      className="package-choice"
      aria-label={words.which}
      value={value}
      onChange={({ target }) => {
        if (target.value === TODAY) chosen.choose(todayOf(negotiation));
        else if (target.value !== OWN) address.set({ offer: target.value, p: null });
      }}
    >
      {value === OWN && <option value={OWN}>{chosen.name}</option>}
      {offers.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
      <option value={TODAY}>{words.asToday}</option>
    </select>
  );
}

// No id of an offer begins so.
const OWN = "#own";
const TODAY = "#today";

interface ActionsProps {
  readonly view: CaseView;
  readonly chosen: ChosenPackage;
  readonly crosses: OfferAssessment["redLines"] | null;
}

function Actions({ view, chosen, crosses }: ActionsProps): ReactNode {
  const { editing, packages } = useWords();
  const [keeping, setKeeping] = useState(false);
  const { negotiation, names } = view;
  const moves = negotiation.issues.flatMap(({ id, options, today }) =>
    chosen.options[id] === options[today]?.id
      ? []
      : [[names.issue(id), names.option(id, chosen.options[id] ?? "")] as const],
  );
  const text = packages.inWords({ name: chosen.name, moves, others: negotiation.issues.length - moves.length });
  return (
    <>
      {chosen.offer === null && view.reader === null && (
        <button type="button" className="primary" onClick={() => setKeeping(true)}>
          {packages.keep.open}
        </button>
      )}
      <button
        type="button"
        onClick={() => void copyText(text, { copied: editing.copied(text), refused: editing.takeAway.refused })}
      >
        {packages.copy}
      </button>
      {keeping && (
        <Dialog title={packages.keep.heading} onClose={() => setKeeping(false)}>
          <KeepOffer view={view} chosen={chosen} crosses={crosses} onKept={() => setKeeping(false)} />
        </Dialog>
      )}
    </>
  );
}
