// English text of `parley assess`, the command that says who would sign an offer, who gives and gets what, and what
// gains are missed.
import { type Band, bandText } from "../../../math/index.js";
import { type Named, nameIn } from "../../named.js";
import { assessment } from "../assessment.js";
import { listed, objective, verb } from "../grammar.js";
import { percent } from "../likelihood.js";
import { shareText } from "../numbers.js";

const EXAMPLES = `
Examples:
  parley assess cases/hanoi-2019
  parley assess cases/hanoi-2019 --offer summit-offer --as-of 2019-03-01
  parley assess cases/hanoi-2019 --offer kimball --against no-deal --json
  parley assess my-talks --package idea.yaml     # idea.yaml: issue: option pairs
  parley assess my-talks --share public          # nothing private is read
`;

/** In each model the first of these that holds, by the result's word for it. */
const classes = {
  infeasible: "impossible",
  noZone: "no zone of agreement",
  redLine: "crosses a red line",
  walksAway: "someone walks away",
  thin: "too thin to split",
  noGain: "nobody gains by it",
  split: "signed and split",
};

export type ClassId = keyof typeof classes;

const signs = (chances: readonly number[], certain: boolean): string => {
  if (chances.length === 0) return "–";
  return certain ? assessment.certain(chances[0] === 1) : percent(chances);
};

export interface SignerRow {
  readonly name: string;
  readonly crossesRedLine: boolean;
  /** One a prior. */
  readonly accepts: readonly number[];
  readonly certain: boolean;
  readonly value: Band | null;
  readonly reservation: Band | null;
  /** Of 100; null where it is no split. */
  readonly part: Band | null;
  readonly fair: readonly number[];
  readonly tooLittle: readonly number[];
}

const band = (of: Band | null): string => (of === null ? "–" : bandText(of));

const signer = (of: SignerRow): string[] => [
  of.name,
  of.crossesRedLine ? "red line" : signs(of.accepts, of.certain),
  band(of.value),
  band(of.reservation),
  band(of.part),
  of.part === null ? "–" : [...new Set(of.fair.map((end) => Math.round(end)))].join("–"),
  of.part === null ? "–" : signs(of.tooLittle, of.certain),
];

export interface Amounts {
  readonly symbolic: number;
  readonly reversible: number;
  readonly irreversible: number;
  readonly unsaid: number;
  readonly verifiable: number;
}

/** Where nothing is said of how the others would know, that is unknown, and not that they could not. */
function amounts({ symbolic, reversible, irreversible, unsaid, verifiable }: Amounts): string {
  const parts: readonly (readonly [string, number])[] = [
    ["○", symbolic],
    ["◐", reversible],
    ["●", irreversible],
    ["·", unsaid],
  ];
  const kinds = parts.filter(([, share]) => share > 0.005).map(([mark, share]) => `${shareText(share)} ${mark}`);
  const known = verifiable === 0 ? "verification not said" : `${shareText(verifiable)} said to be verifiable`;
  return `${kinds.join(" ")}, ${known}`;
}

const substance = (party: Named, given: Amounts | null, gained: Amounts | null): string =>
  `it costs ${nameIn(party)} ${given ? amounts(given) : "nothing"}; it brings ${objective(party)} ${gained ? amounts(gained) : "nothing"}`;

export interface Preference {
  readonly party: Named;
  readonly chances: readonly number[];
  readonly indifferent: boolean;
}

const preferred = ({ party, chances, indifferent }: Preference): string =>
  indifferent ? `${nameIn(party)} ${verb(party, "is")} indifferent` : `${nameIn(party)} ${percent(chances)}`;

export interface GainSaid {
  readonly changes: readonly { readonly issue: string; readonly from: string; readonly to: string }[];
  readonly worth: readonly { readonly name: string; readonly band: Band }[];
  readonly share: number;
  readonly sure: boolean;
}

function gain({ changes, worth, share, sure }: GainSaid): string {
  const what = changes.map(({ issue, from, to }) => assessment.changed(issue, from, to, null));
  const who = worth.map(({ name, band: of }) => `${name} ${bandText(of, true)}`);
  return `${sure ? "sure" : percent([share])}: ${what.join("; ")} (${who.join("; ")})`;
}

export const assess = {
  description: "who gives too much and gets too little, offer by offer",
  flags: {
    offer: "assess these offers only",
    package: "assess a package of your own (YAML or JSON); issues left out stay as today",
    party: "the party whose figures come first",
    against: "what gains and losses are measured from: today, no-deal or an offer",
    within: "how far advice may go: to what somebody has proposed, or to any option",
    failOn: "end with 3 where it is likely for any offer assessed",
  },
  examples: EXAMPLES,
  package: {
    tooLarge: (file: string) => `${file} is no package file: it is over 64 KiB.`,
    notPlain: (file: string) => `${file} is no package file: it is not a plain file.`,
  },
  later: (name: string, id: string, date: string, asOf: string) =>
    `later: “${name}” (${id}, ${date}) is dated after ${asOf} and enters nothing here; see it with --as-of.`,
  legend: (margin: number) =>
    `By N/KS: the part that Nash and Kalai–Smorodinsky give, before ±${Math.round(100 * margin)}. ○ symbolic  ◐ reversible  ● irreversible  · kind not said. Points are each party’s own, 0–100; two parties’ points are never added. Bands hold 5–95 % of the models.`,
  noZone: (probability: readonly number[], nearest: string | null) =>
    `In ${percent(probability)} of the models no package suits all.${nearest === null ? "" : ` Most often nearest to suiting all: ${nearest}.`}`,
  offerBy: (by: readonly string[], date: string | null, later: boolean) => {
    const said = [listed(by), date, later ? "LATER than the as-of day" : null].filter((part) => part);
    return said.length === 0 ? null : `(${said.join(", ")})`;
  },
  headings: {
    gives: (against: string) => `Costs and brings, against ${assessment.against(against)}`,
    goals: "Progress on the goals",
    paired: "Chance that each prefers this one to",
    signing: "Would they sign",
    substance: "Substance",
  },
  moves: {
    none: "It changes nothing.",
    change: (from: string, to: string, verify: string | null) =>
      `${assessment.change(from, to)}${verify === null ? " (verification not said)" : ""}`,
    gives: "costs in all",
    gets: "brings in all",
  },
  signing: {
    head: ["", "signs", "value", "walk-away", "part of 100", "by N/KS", "too little"],
    row: signer,
    classes: (of: readonly { readonly id: ClassId; readonly chances: readonly number[] }[]) =>
      of.map(({ id, chances }) => `${classes[id]} ${percent(chances)}`).join(" · "),
    ambition: (of: Band) => `ambition ${bandText(of)} of 100 of what the solutions reach`,
  },
  sides: {
    head: ["", "signs", "value", "walk-away"],
    row: (of: SignerRow) => signer(of).slice(0, 4),
  },
  open: {
    head: ["", "signs some", "signs all", "least value", "most value"],
    row: (name: string, some: number, all: number, least: Band | null, most: Band | null) => [
      name,
      percent([some]),
      percent([all]),
      band(least),
      band(most),
    ],
  },
  left: { gain, limited: (why: string) => `Note: ${why}` },
  substance,
  turning: (text: string, becomes: string) => `${text} → ${becomes}`,
  paired: (offer: string, each: readonly Preference[]) => `“${offer}”: ${each.map(preferred).join("; ")}`,
  moved: (moved: number, of: number) => `${moved} of ${of} moved`,
};
