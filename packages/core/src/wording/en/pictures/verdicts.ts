// English text of the picture of who would sign each offer and what part of the gains each party gets, and of its
// table.
import { type Band, bandText } from "../../../math/index.js";
import { assessment, type GlanceId } from "../assessment.js";
import { percent } from "../likelihood.js";
import { type PriorId, priors } from "../priors.js";

export interface GlancedOffer {
  readonly name: string;
  readonly parties: readonly { readonly name: string; readonly glance: GlanceId | null }[];
}

const described = ({ name, parties }: GlancedOffer): string =>
  `“${name}”: ${parties.map((one) => `${one.name} – ${one.glance === null ? "cannot be said" : assessment.glances[one.glance]}`).join(", ")}.`;

export interface SignsSaid {
  /** One a prior. */
  readonly chances: readonly number[];
  readonly certain: boolean;
}

const signs = ({ chances, certain }: SignsSaid): string =>
  certain ? assessment.certain(chances[0] === 1) : percent(chances);

export interface VerdictRow extends SignsSaid {
  readonly offer: string;
  readonly party: string;
  readonly glance: GlanceId | null;
  /** Of 100, one a prior. */
  readonly parts: readonly { readonly prior: PriorId; readonly band: Band }[];
  /** Whether there are several priors. */
  readonly several: boolean;
  /** The least and the most that the solutions give, of 100. */
  readonly fair: readonly number[] | null;
}

const row = (of: VerdictRow): string[] => [
  of.offer,
  of.party,
  signs(of),
  of.glance === null ? "–" : assessment.glances[of.glance],
  of.parts
    .map(({ prior, band }) => `${bandText(band)}${of.several ? ` with ${priors[prior].steps}` : ""}`)
    .join("; ") || "–",
  [...new Set(of.fair?.map((end) => `${Math.round(end)}`) ?? ["–"])].join("–"),
];

export const verdicts = {
  title: "Who would sign, and who gives too much",
  description: (offers: readonly GlancedOffer[]) => offers.map(described).join(" "),
  wouldSign: "would sign",
  part: "part of what there is to gain",
  unknown: "cannot be said from what may be seen here",
  signs,
  figures: {
    head: ["Offer", "Party", "Would sign", "At a glance", "Part of 100, 5–95 %", "Nash and Kalai–Smorodinsky give"],
    row,
  },
};
