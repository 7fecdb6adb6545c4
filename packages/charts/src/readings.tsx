// What it would cost and bring each party to have a word read as one of them reads it.
import { bandText, type Ledger, type ReadingWorth, verb } from "@parley/core";
import { type Cast, type Chart, labelOf, nameOf, placeOf, spokenOf } from "./chart.js";
import { divergingBars } from "./diverging-bars.js";
import { legend } from "./marks.js";

export interface Readings extends Cast {
  /** The word itself. */
  readonly term: string;
  readonly readings: readonly ReadingWorth[];
}

const gives = ({ gives: lost, givesNothing }: Ledger): string => (givesNothing ? "nothing" : bandText(lost));
const gets = ({ gets: gained, getsNothing }: Ledger): string => (getsNothing ? "nothing" : bandText(gained));
const minus = (band: Ledger["gives"]) => ({ median: -band.median, low: -band.high, high: -band.low });

export const readings: Chart<Readings> = {
  name: "readings",
  title: ({ term }) => `“${term}”: what each reading would cost and bring`,
  description: (of) =>
    of.readings
      .map(
        ({ reading, ledgers }) =>
          `As ${nameOf(of, reading)} ${verb(spokenOf(of, reading), "reads")} it, ${ledgers
            .map(
              (ledger) =>
                `${nameOf(of, ledger.party)} ${verb(spokenOf(of, ledger.party), "gives")} ${gives(ledger)} and ${verb(spokenOf(of, ledger.party), "gets")} ${gets(ledger)}`,
            )
            .join("; ")}.`,
      )
      .join(" "),
  draw: (of, width) => {
    const shown = of.parties
      .map(({ id }) => id)
      .filter((id) => of.readings[0]?.ledgers.some((one) => one.party === id));
    const key = legend(of, shown, width);
    const bars = divergingBars(
      of.readings.map(({ reading, ledgers }) => ({
        id: reading,
        label: `As ${nameOf(of, reading)} ${verb(spokenOf(of, reading), "reads")} it`,
        bars: ledgers.map((ledger) => ({
          party: placeOf(of, ledger.party),
          values: [...(ledger.givesNothing ? [] : [minus(ledger.gives)]), ...(ledger.getsNothing ? [] : [ledger.gets])],
          text: width < 500 ? "" : `gives ${gives(ledger)}, gets ${gets(ledger)}`,
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
  figures: (of) => ({
    head: ["Reading", "Party", "Gives", "Gets", "What stands against it"],
    rows: of.readings.flatMap(({ reading, ledgers, brokenRules, redLines }) =>
      ledgers.map((ledger) => [
        labelOf(of, reading),
        nameOf(of, ledger.party),
        gives(ledger),
        gets(ledger),
        [
          ...redLines.map(({ party, text }) => `a red line of ${nameOf(of, party)}: ${text}`),
          ...brokenRules.map((rule) => `cannot stand alone: ${rule}`),
        ].join("; "),
      ]),
    ),
  }),
};
