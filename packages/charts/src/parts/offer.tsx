import { bandText, capital, leavesNothing, listed, type Names, type OfferAssessment, percent } from "@parley/core";
import type { ReactNode } from "react";
import type { Cast } from "../chart.js";
import { ChartFigure } from "../figure.js";
import { givesAndGets } from "../gives-and-gets.js";
import { useWords } from "../words.js";
import { Points } from "./points.js";

interface OfferProps {
  readonly offer: OfferAssessment;
  readonly parties: Cast["parties"];
  readonly names: Names;
}

const REST = {
  today: "stay as today",
  previous: "are as in its proposer’s last offer",
  open: "are open, so that the answers are ranges",
} as const;

/** Everything that was found of an offer. */
export function Offer({ offer, parties, names }: OfferProps): ReactNode {
  const proposer = parties.find(({ id }) => id === offer.by)?.name ?? offer.by;
  const by = [proposer, offer.date].filter((part) => part !== null).join(", ");
  return (
    <article>
      <h3>
        {offer.name} {by && <span className="note">({by})</span>}
      </h3>
      <p className="lead">{offer.sentence}</p>
      <Points items={offer.remarks} />
      <p className="note">The issues that it does not name {REST[offer.rest]}.</p>
      <OpenOffer offer={offer} />
      {offer.ledgers.length === 0 && <Changes offer={offer} names={names} />}
      {offer.moves.length > 0 && offer.ledgers.length > 0 && (
        <ChartFigure chart={givesAndGets} of={{ parties, offer, optionName: names.option }} id={`gives-${offer.id}`} />
      )}
      <Left offer={offer} names={names} />
      {offer.turning.length > 0 && (
        <>
          <h4>What would change this</h4>
          <Points items={offer.turning.map(({ text, becomes }) => `${capital(text)}: then ${becomes}.`)} />
        </>
      )}
    </article>
  );
}

/** What an offer changes, where nobody's points may be seen. */
function Changes({ offer: { moves, against }, names }: Pick<OfferProps, "offer" | "names">): ReactNode {
  return (
    <>
      <h4>What it changes against {against === "no-deal" ? "no deal" : against}</h4>
      <Points
        items={moves.map(
          ({ issue, from, to, kind }) =>
            `${names.issue(issue)}: ${names.option(issue, from)} → ${names.option(issue, to)}${kind ? ` (${kind})` : ""}`,
        )}
      />
    </>
  );
}

/** An offer that leaves issues open: what some completion of it brings, and what all do. */
function OpenOffer({ offer: { openVerdicts } }: Pick<OfferProps, "offer">): ReactNode {
  const [first] = openVerdicts;
  if (!first) return null;
  return (
    <Points
      items={first.parties.map(
        ({ name, acceptsSome, acceptsAll, least, most }) =>
          `${name} would sign some completion of it (${percent([acceptsSome])}), and every one (${percent([acceptsAll])})${least && most ? `; it is worth ${bandText(least)} at the least and ${bandText(most)} at the most` : ""}.`,
      )}
    />
  );
}

function Left({ offer: { left }, names }: Pick<OfferProps, "offer" | "names">): ReactNode {
  const words = useWords();
  if (!left) return null;
  const further = Object.entries(left.frontier).map(([id, band]) => `${names.party(id)} up to ${bandText(band)}`);
  return (
    <>
      <h4>Left on the table</h4>
      {left.gains.length === 0 ? (
        <p>No change of one to three of the opened issues helps one party and harms none.</p>
      ) : (
        <Points items={left.gains.map((gain) => words.positions.gained(gain, names))} />
      )}
      {further.length > 0 && (
        <p className="note">
          {leavesNothing(left)
            ? "Over all issues nobody can gain without another losing."
            : `With nobody worse off, over all issues: ${listed(further)} points more.`}
        </p>
      )}
      {left.limited && <p className="note">{left.limited}</p>}
    </>
  );
}
