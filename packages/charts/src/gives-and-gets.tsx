// What an offer takes from each party and brings it, issue by issue.
import { bandText, type Move, type OfferAssessment, possessive, verb } from "@parley/core";
import { type Cast, type Chart, labelOf, nameOf, placeOf, spokenOf } from "./chart.js";
import { divergingBars, signed } from "./diverging-bars.js";
import { legend } from "./marks.js";

export interface GivesAndGets extends Cast {
  readonly offer: OfferAssessment;
  /** Name of an option of an issue. */
  readonly optionName: (issue: string, option: string) => string;
}

const KINDS = { symbolic: "○", reversible: "◐", irreversible: "●" } as const;

/** Parties whose points are known, in the order of the case. */
const modelled = ({ parties, offer }: GivesAndGets): string[] =>
  parties.map(({ id }) => id).filter((id) => offer.ledgers.some(({ party }) => party === id));

const change = ({ optionName }: GivesAndGets, { issue, from, to }: Move): string =>
  `${optionName(issue, from)} → ${optionName(issue, to)}`;

const worthOf = (move: Move, id: string) => {
  const worth = move.worth[id];
  return worth && (move.givenBy.includes(id) || move.gainedBy.includes(id)) ? worth : null;
};

/** Without anybody's points there is nothing to draw. */
export const givesAndGets: Chart<GivesAndGets> = {
  name: "gives-and-gets",
  title: ({ offer }) =>
    `“${offer.name}”: what each gives and gets against ${offer.against === "no-deal" ? "no deal" : offer.against}`,
  description: (of) =>
    of.offer.ledgers
      .map(
        ({ party, gives, gets, givesNothing, getsNothing }) =>
          `${labelOf(of, party)} ${verb(spokenOf(of, party), "gives")} ${givesNothing ? "nothing" : bandText(gives)} and ${verb(spokenOf(of, party), "gets")} ${getsNothing ? "nothing" : bandText(gets)} of ${possessive(spokenOf(of, party))} own points.`,
      )
      .join(" "),
  draw: (of, width) => {
    const key = legend(of, modelled(of), width);
    const bars = divergingBars(
      of.offer.moves.map((move) => ({
        id: move.issue,
        label: `${move.kind ? `${KINDS[move.kind]} ` : ""}${move.name}: ${change(of, move)}`,
        bars: modelled(of).map((id) => {
          const worth = worthOf(move, id);
          return { party: placeOf(of, id), values: worth ? [worth] : [], text: worth ? signed(worth) : "–" };
        }),
      })),
      width,
      key.height,
    );
    return {
      height: bars.height,
      marks: (
        <>
          {key.marks}
          {bars.marks}
        </>
      ),
    };
  },
  figures: (of) => {
    const ids = modelled(of);
    const total = (label: string, read: (id: string) => string) => [label, "", "", "", ...ids.map(read)];
    const ledger = (id: string) => of.offer.ledgers.find(({ party }) => party === id);
    return {
      head: ["Issue", "Change", "Kind", "How the other side would know", ...ids.map((id) => nameOf(of, id))],
      rows: [
        ...of.offer.moves.map((move) => [
          move.name,
          change(of, move),
          move.kind ?? "not said",
          move.verify ?? "not said",
          ...ids.map((id) => {
            const worth = worthOf(move, id);
            return worth ? signed(worth) : "–";
          }),
        ]),
        total("Gives in all", (id) => {
          const own = ledger(id);
          return !own || own.givesNothing ? "nothing" : bandText(own.gives);
        }),
        total("Gets in all", (id) => {
          const own = ledger(id);
          return !own || own.getsNothing ? "nothing" : bandText(own.gets);
        }),
      ],
    };
  },
};
