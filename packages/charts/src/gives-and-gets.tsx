// What an offer takes from each party and brings it, issue by issue.
import type { Move, OfferAssessment } from "@parley/core/internal";
import { type Cast, type Chart, nameOf, placeOf, spokenOf } from "./chart.js";
import { divergingBars } from "./diverging-bars.js";
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

/** The options that an issue goes from and to. */
const ends = ({ optionName }: GivesAndGets, { issue, from, to }: Move): [string, string] => [
  optionName(issue, from),
  optionName(issue, to),
];

const worthOf = (move: Move, id: string) => {
  const worth = move.worth[id];
  return worth && (move.givenBy.includes(id) || move.gainedBy.includes(id)) ? worth : null;
};

/** Without anybody's points there is nothing to draw. */
export const givesAndGets: Chart<GivesAndGets> = {
  name: "gives-and-gets",
  title: ({ offer }, { pictures }) => pictures.givesAndGets.title(offer.name, offer.against),
  description: (of, { pictures }) =>
    pictures.givesAndGets.description(
      of.offer.ledgers.map((ledger) => ({ party: spokenOf(of, ledger.party), ledger })),
    ),
  draw: (of, width, { assessment, pictures: { givesAndGets: words } }) => {
    const key = legend(of, modelled(of), width);
    const bars = divergingBars(
      of.offer.moves.map((move) => ({
        id: move.issue,
        label: words.move(move.kind && KINDS[move.kind], move.name, assessment.change(...ends(of, move))),
        bars: modelled(of).map((id) => {
          const worth = worthOf(move, id);
          return { party: placeOf(of, id), values: worth ? [worth] : [], text: words.worth(worth) };
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
  figures: (of, { pictures: { givesAndGets: words } }) => {
    const ids = modelled(of);
    const ledgers = ids.map((id) => of.offer.ledgers.find(({ party }) => party === id));
    return {
      head: words.figures.head(ids.map((id) => nameOf(of, id))),
      rows: [
        ...of.offer.moves.map((move) => {
          const [from, to] = ends(of, move);
          return words.figures.row({ ...move, from, to, worth: ids.map((id) => worthOf(move, id)) });
        }),
        words.figures.gives(ledgers),
        words.figures.gets(ledgers),
      ],
    };
  },
};
