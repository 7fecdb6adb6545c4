// What is said of rehearsals on every surface: the styles by which counterparts play, and what tournaments find.
import { type Named, nameIn } from "../named.js";
import type { LessonSaid, RehearsedSaid } from "../said/rehearsal.js";
import { capital, listed, possessive, pronoun, verb } from "./grammar.js";
import { counted, grouped, pointsText } from "./numbers.js";

/** What each style does, with where it comes from. */
const STYLES: Readonly<Record<string, { readonly does: string; readonly source: string }>> = {
  boulware: {
    does: "holds out for long and concedes late",
    source: "Faratin, Sierra and Jennings, 1998",
  },
  linear: { does: "concedes evenly over the time, by its own points", source: "Faratin, Sierra and Jennings, 1998" },
  conceder: { does: "concedes early and then slowly", source: "Faratin, Sierra and Jennings, 1998" },
  "tit-for-tat": {
    does: "gives as much as it was given, measured by what the receiver gains",
    source: "Vetschera, 2016, after Faratin and others, 1998",
  },
  micro: {
    does: "goes down its own list by one package whenever the other side has made a new offer",
    source: "de Jonge, 2022",
  },
  "hard-liner": { does: "asks for the most until nine tenths of the time have passed", source: "Raiffa, 1982" },
  "problem-solver": {
    does: "concedes evenly, and among what is as good for itself offers what it thinks is best for the other side",
    source: "Fatima, Wooldridge and Jennings, 2004",
  },
  principled: {
    does: "offers what Nash’s rule picks by what it believes of both sides, and holds to it",
    source: "Fisher and Ury, 1981; Nash, 1950",
  },
  "as-on-record": {
    does: "moves between the levels of its own offers on record, at their pace",
    source: "the offers in the record of the case",
  },
};

const pace = (exponent: number): string =>
  exponent <= 0.1
    ? "very late"
    : exponent < 0.4
      ? "late"
      : exponent < 0.8
        ? "rather late"
        : exponent <= 1.2
          ? "evenly"
          : "early";

function said({ code, party, issues, options, text }: RehearsedSaid): string {
  const they = capital(pronoun(party));
  const on = listed(issues);
  switch (code) {
    case "crosses":
      return `${they} ${verb(party, "does")} not cross this line: “${text}”.`;
    case "worse-than-none":
      return `${they} would rather have no deal than what ${pronoun(party) === "it" ? "it was" : "they were"} offered.`;
    case "asks":
      return `${they} ${verb(party, "asks")} for ${listed(options.map(([issue, option]) => `“${option}” on ${issue}`))}.`;
    case "gives":
      return `${they} ${verb(party, "gives")} on ${on}.`;
    case "takes-back":
      return `${they} ${verb(party, "takes")} back on ${on}.`;
    case "holds":
      return `${they} ${verb(party, "holds")} to ${possessive(party)} last offer.`;
    case "opens":
      return `This is ${possessive(party)} first offer.`;
    case "completes":
      return `${they} ${verb(party, "fills")} in what was left open.`;
    case "accepts":
      return `${they} ${verb(party, "accepts")}.`;
    case "gains":
      return `${they} ${verb(party, "gains")} on ${on}.`;
    case "keeps":
      return `${they} ${verb(party, "would")} rather keep the text on ${on}.`;
    case "gives-way":
      return "It loses by it, and gives way: it would take less by now.";
    case "goes-along":
      return `${they} ${verb(party, "gains")} nothing by it, and ${verb(party, "goes")} along.`;
    case "walks":
      return `${they} ${verb(party, "walks")} out.`;
    case "nothing":
      return `Nothing that the rules allow is worth signing to ${pronoun(party) === "it" ? "it" : "them"}. ${they} ${verb(party, "walks")} out.`;
  }
}

function lesson({ code, points, others, round, issues, party, texts }: LessonSaid): string {
  const on = listed(issues);
  switch (code) {
    case "no-deal-though":
      return `There was no deal, though there were packages that all would have signed. The one that Nash’s rule picks would have brought you ${pointsText(points)} more than no deal.`;
    case "no-deal-rightly":
      return "There was no deal, and no package would have suited everybody. Nothing was missed.";
    case "worse-than-none":
      return `You signed a deal that is worth ${pointsText(points)} less to you than no deal.`;
    case "crossed-line":
      return `Your deal crosses a line that your side had drawn: ${listed(texts.map((text) => `“${text}”`))}.`;
    case "left-on-table":
      return `With other options on ${on}, nobody would be worse off than in your deal, and the others would gain ${pointsText(others)}${points > others + 0.05 ? `, you ${pointsText(points)}` : ""}.`;
    case "dear-step":
      return `Your offer in round ${round} cost you ${pointsText(points)} and ${others >= 0.05 ? `brought the others only ${pointsText(others)}` : "brought the others nothing"}. You moved on ${on}.`;
    case "gave-more":
      return `From your first offer to the end you gave ${pointsText(points)} of yours; the others gave ${pointsText(others)} of theirs.`;
    case "more-to-have":
      return `A package that is worth ${pointsText(points)} more to you would still have been better for the others than no deal.`;
    case "not-given":
      return `What mattered most to ${nameIn(party)} was ${on}, and you never moved on it.`;
    case "waited":
      return `Waiting until round ${round} cost you ${pointsText(points)} of what you gained.`;
    case "empty-threat":
      return `You said that you would walk out after round ${round}, and went on. Warnings that come to nothing are believed half as much the next time.`;
    case "gave-way":
      return `Your yes in round ${round} cost you ${pointsText(points)} and ${others >= 0.05 ? `brought the others only ${pointsText(others)}` : "brought the others nothing"}.`;
    case "kept-worse":
      return `In round ${round} you kept the text, though the draft was worth ${pointsText(points)} more to you and enough of the others would have taken it.`;
    case "did-well":
      return `Your deal is worth ${pointsText(points)} more to you than the package that Nash’s rule picks.`;
  }
}

const bandOf = (low: number, high: number): string =>
  Math.round(low) === Math.round(high) ? `${Math.round(low)}` : `${Math.round(low)}–${Math.round(high)}`;

/** A mean in points, with the ends of its range. */
export interface Ranged {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** A mean with its range; one truth has none. */
const ranged = ({ mean, low, high }: Ranged): string =>
  high - low < 1e-6 ? mean.toFixed(0) : `${mean.toFixed(0)} (${low.toFixed(0)}–${high.toFixed(0)})`;

export const rehearsal = {
  ranged,
  partly: (count: number) =>
    `${counted(count, "offer")} that left issues open ${count === 1 ? "is" : "are"} not in this table: what ${count === 1 ? "it is" : "they are"} worth was open too.`,
  said,
  lesson,
  believed: (issue: string, before: readonly [number, number], now: readonly [number, number]) =>
    bandOf(...now) === bandOf(...before)
      ? `${issue}: ${bandOf(...now)} of 100, as before the first move`
      : `${issue}: ${bandOf(...now)} of 100; before the first move ${bandOf(...before)}`,
  unveiled: (issue: string, really: number, before: readonly [number, number], after: readonly [number, number]) =>
    `${issue}: really ${Math.round(really)} of 100; you could believe ${bandOf(...after)}, and ${bandOf(...before)} before the first move`,
  played: (party: Named, style: string) => {
    const one = STYLES[style];
    return `${capital(nameIn(party))} played ${style}${one ? `, which ${one.does} (${one.source})` : ""}.`;
  },
  styleNames: Object.keys(STYLES),
  style: (name: string): { readonly does: string; readonly source: string } | null => STYLES[name] ?? null,
  pace,
  opening: (share: number): string => `${Math.round(100 * share)} %`,
  games: (games: number, truths: number, rounds: number) =>
    truths === 1
      ? `${grouped(games)} games of at most ${rounds} rounds. The case gives everybody’s needs as numbers, so that there is one truth and nothing is drawn.`
      : `${grouped(games)} games of at most ${rounds} rounds, in ${grouped(truths)} truths: what everybody needs was drawn anew for each from the models of the case.`,
  noZone: (share: number) =>
    share === 1
      ? null
      : share === 0
        ? "In none of the truths is there a package that suits everybody."
        : `In ${Math.round(100 * (1 - share))} of 100 truths no package suits everybody.`,
  /** The answer to the question of openings. @param several whether others are not told apart from it */
  bestOpening: (party: Named, share: number, exponent: number, own: Ranged, several: boolean) =>
    `${capital(nameIn(party))} ${verb(party, "does")} best by asking first for ${Math.round(100 * share)} % of what ${pronoun(party)} could win and conceding ${pace(exponent)}${several ? ", or in one of the ways that are not told apart from it" : ""}: ${ranged(own)} of 100 on average.`,
  points:
    "Points: 0 is no deal, and 100 the most that a side could get in anything that all would sign. Ranges hold nine in ten of what other draws of the truths would give.",
};
