// The section on one offer: its verdict, what it gives and takes, what it leaves unused, and what would change the
// verdict.
import { leavesNothing, type Names, type OfferAssessment } from "@parley/core/internal";
import type { ReactNode } from "react";
import { type Cast, nameOf } from "../chart.js";
import { ChartFigure } from "../figure.js";
import { givesAndGets } from "../gives-and-gets.js";
import { useWords } from "../words.js";
import { Points } from "./points.js";

interface OfferProps {
  readonly offer: OfferAssessment;
  readonly parties: Cast["parties"];
  readonly names: Names;
}

/** Everything that was found of an offer. */
export function Offer({ offer, parties, names }: OfferProps): ReactNode {
  const words = useWords().assessment;
  const by = words.offerBy(
    offer.by.map((id) => nameOf({ parties }, id)),
    offer.date,
  );
  return (
    <article>
      <h3>
        {offer.name} {by && <span className="note">{by}</span>}
      </h3>
      <p className="lead">{offer.sentence}</p>
      <Points items={offer.remarks} />
      <p className="note">{words.rest[offer.rest]}</p>
      <OpenOffer offer={offer} />
      {offer.ledgers.length === 0 && <Changes offer={offer} names={names} />}
      {offer.moves.length > 0 && offer.ledgers.length > 0 && (
        <ChartFigure chart={givesAndGets} of={{ parties, offer, optionName: names.option }} id={`gives-${offer.id}`} />
      )}
      <Left offer={offer} names={names} />
      {offer.turning.length > 0 && (
        <>
          <h4>{words.turning.heading}</h4>
          <Points items={offer.turning.map(({ text, becomes }) => words.turning.said(text, becomes))} />
        </>
      )}
    </article>
  );
}

/** What an offer changes, where nobody's points may be seen. */
function Changes({ offer: { moves, against }, names }: Pick<OfferProps, "offer" | "names">): ReactNode {
  const words = useWords().assessment;
  return (
    <>
      <h4>{words.changes(against)}</h4>
      <Points
        items={moves.map(({ issue, from, to, kind }) =>
          words.changed(names.issue(issue), names.option(issue, from), names.option(issue, to), kind),
        )}
      />
    </>
  );
}

/** An offer that leaves issues open: what some completion of it brings, and what all do. */
function OpenOffer({ offer: { openVerdicts } }: Pick<OfferProps, "offer">): ReactNode {
  const words = useWords().assessment;
  const [first] = openVerdicts;
  if (!first) return null;
  return <Points items={first.parties.map(words.openFor)} />;
}

function Left({ offer: { left }, names }: Pick<OfferProps, "offer" | "names">): ReactNode {
  const { assessment, positions } = useWords();
  const words = assessment.left;
  if (!left) return null;
  const further = Object.entries(left.frontier).map(([id, band]) => ({ name: names.party(id), band }));
  return (
    <>
      <h4>{words.heading}</h4>
      {left.gains.length === 0 ? (
        <p>{words.noGain}</p>
      ) : (
        <Points items={left.gains.map((gain) => positions.gained(gain, names))} />
      )}
      {further.length > 0 && <p className="note">{leavesNothing(left) ? words.nothing : words.more(further)}</p>}
      {left.limited && <p className="note">{left.limited}</p>}
    </>
  );
}
