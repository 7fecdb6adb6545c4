// How what was agreed stands: whether an obligation is kept, when it was not, and what may be done about it.

import { keeping } from "./sentences/monitoring.js";
import { doersText, spanText } from "./spans.js";
import { unitText } from "./unit.js";

/** How an obligation stands, by the result's word for it. */
const standings = {
  pending: "not yet",
  unobserved: "not observed",
  compliant: "kept",
  cured: "kept again",
  "at-risk": "at risk",
  unverified: "unverified",
  alleged: "said broken",
  disputed: "disputed",
  breached: "broken",
  "was-broken": "was broken",
  waived: "waived",
  due: "due",
  outstanding: "outstanding",
  overdue: "overdue",
  fulfilled: "fulfilled",
  late: "kept late",
  "perhaps-late": "perhaps late",
  suspended: "suspended",
  expired: "ended",
  discharged: "discharged",
  terminated: "terminated",
};

/** How a power stands, by the result's word for it. */
const powers = {
  resting: "rests",
  open: "may be invoked",
  running: "its clock runs",
  ripe: "may be exerted",
  exerted: "exerted",
  settled: "settled",
};

const episodes = {
  breach: "broken",
  alleged: "said to be broken",
  disputed: "disputed",
  waived: "waived",
  dismissed: "dismissed",
  cleared: "said to be broken, and it was not",
  missing: "report missing",
  overdue: "overdue",
};

/** A figure as a row has it. */
export interface Figure {
  readonly comparator: string;
  readonly value: number | null;
  readonly unit: string;
  readonly qualifier: string;
}

/** `~ 4.5 % (declared)`: a figure as it was written. */
export const valueText = ({ comparator, value, unit, qualifier }: Figure): string =>
  value === null
    ? qualifier
    : `${comparator ? `${comparator} ` : ""}${value}${unit ? ` ${unitText(unit)}` : ""}${qualifier === "verified" ? "" : ` (${qualifier})`}`;

/** A time in which an obligation was broken, or said to be; the days are ISO text. */
export interface EpisodeSaid {
  readonly kind: keyof typeof episodes;
  readonly start: string;
  readonly end: string | null;
  readonly endKnown: string | null;
  readonly verified: string | null;
  readonly known: string | null;
  readonly lapsed: boolean;
  /** It was over by itself. */
  readonly over: boolean;
  readonly by: readonly string[] | null;
  readonly count: number;
  readonly peak: Figure | null;
  readonly claimed: Figure | null;
}

/** `broken from 2016-02-17 to 2016-02-24 (known on 2016-02-26); furthest 130.9 t` */
function episode(of: EpisodeSaid): string {
  const { kind, start, end, peak, claimed, lapsed, over: past, by, count } = of;
  const what = kind === "missing" && count > 1 ? `${count} reports missing` : episodes[kind];
  const when = past ? spanText(of) : `from ${start}${end === null ? " and still" : ` to ${end}`}`;
  const over = lapsed ? ", when the obligation ended" : past ? ", and over" : "";
  const most = peak ? `; furthest ${valueText(peak)}${claimed ? `, ${valueText(claimed)}` : ""}` : "";
  return `${what} ${when}${over}${doersText(by)}${proof(of)}${most}`;
}

/** What it is proved for, and on which days it became known, where these are not the days that it is of. */
function proof({ start, verified, known, end, endKnown, lapsed, over }: EpisodeSaid): string {
  const begun = known === verified ? null : known;
  const ended = endKnown === end || lapsed || over ? null : endKnown;
  const both = begun !== null && begun === ended;
  const parts = [
    ...(verified === null || verified === start ? [] : [`proved for ${verified}`]),
    ...(begun === null ? [] : [`${both ? "beginning and end " : ""}known on ${begun}`]),
    ...(ended === null || both ? [] : [`its end known on ${ended}`]),
  ];
  return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
}

const all: Readonly<Record<string, string>> = { ...standings, ...powers };

/** How an obligation or a power stands, where a result says it in general. */
const standing = (id: string): string => all[id] ?? id;

export const monitoring = { episode, keeping, powers, standing, standings };
