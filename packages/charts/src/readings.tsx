// What it would cost and bring each party to have a word read as one of them reads it.
import type { Ledger, ReadingWorth } from "@parley/core/internal";
import { type Cast, type Chart, nameOf, placeOf, spokenOf } from "./chart.js";
import { divergingBars } from "./diverging-bars.js";
import { legend } from "./marks.js";

export interface Readings extends Cast {
  /** The word itself. */
  readonly term: string;
  readonly readings: readonly ReadingWorth[];
}

const minus = (band: Ledger["gives"]) => ({ median: -band.median, low: -band.high, high: -band.low });

export const readings: Chart<Readings> = {
  name: "readings",
  title: ({ term }, { pictures }) => pictures.readings.title(term),
  description: (of, { pictures }) =>
    pictures.readings.description(
      of.readings.map(({ reading, ledgers }) => ({
        reader: spokenOf(of, reading),
        ledgers: ledgers.map((ledger) => ({ party: spokenOf(of, ledger.party), ledger })),
      })),
    ),
  draw: (of, width, { meanings, pictures }) => {
    const shown = of.parties
      .map(({ id }) => id)
      .filter((id) => of.readings[0]?.ledgers.some((one) => one.party === id));
    const key = legend(of, shown, width);
    const bars = divergingBars(
      of.readings.map(({ reading, ledgers }) => ({
        id: reading,
        label: meanings.readBy(spokenOf(of, reading)),
        bars: ledgers.map((ledger) => ({
          party: placeOf(of, ledger.party),
          values: [...(ledger.givesNothing ? [] : [minus(ledger.gives)]), ...(ledger.getsNothing ? [] : [ledger.gets])],
          text: width < 500 ? "" : pictures.readings.worth(ledger),
        })),
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
  figures: (of, { pictures: { readings: words } }) => ({
    head: words.figures.head,
    rows: of.readings.flatMap(({ reading, ledgers, brokenRules, redLines }) =>
      ledgers.map((ledger) =>
        words.figures.row({
          reader: nameOf(of, reading),
          party: nameOf(of, ledger.party),
          ledger,
          redLines: redLines.map(({ party, text }) => ({ party: nameOf(of, party), text })),
          brokenRules,
        }),
      ),
    ),
  }),
};
