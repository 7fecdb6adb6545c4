// Words for how an obligation stands; the same on the page, in a report and on a terminal.
import {
  doersText,
  type Episode,
  type ObligationStanding,
  type PowerStanding,
  type Standing,
  spanText,
  urgencyOf,
  valueText,
} from "@parley/core";

export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
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

export const POWER_WORDS: Readonly<Record<PowerStanding["standing"], string>> = {
  resting: "rests",
  open: "may be invoked",
  running: "its clock runs",
  ripe: "may be exerted",
  exerted: "exerted",
  settled: "settled",
};

const EPISODE_WORDS: Readonly<Record<Episode["kind"], string>> = {
  breach: "broken",
  alleged: "said to be broken",
  disputed: "disputed",
  waived: "waived",
  dismissed: "dismissed",
  cleared: "said to be broken, and it was not",
  missing: "report missing",
  overdue: "overdue",
};

/** `broken from 2016-02-17 to 2016-02-24 (known on 2016-02-26); furthest 130.9 t` */
export function episodeText(episode: Episode): string {
  const { kind, start, end, peak, claimed, lapsed, over: past, by, count } = episode;
  const what = kind === "missing" && count > 1 ? `${count} reports missing` : EPISODE_WORDS[kind];
  const when = past ? spanText(episode) : `from ${start}${end === null ? " and still" : ` to ${end}`}`;
  const over = lapsed ? ", when the obligation ended" : past ? ", and over" : "";
  const most = peak ? `; furthest ${valueText(peak)}${claimed ? `, ${valueText(claimed)}` : ""}` : "";
  return `${what} ${when}${over}${doersText(by)}${proofText(episode)}${most}`;
}

/** What it is proved for, and on which days it became known, where these are not the days that it is of. */
function proofText({ start, verified, known, end, endKnown, lapsed, over }: Episode): string {
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

/** Those that ask most of a reader first, else as the agreement has them. */
export const byUrgency = (obligations: readonly ObligationStanding[]): ObligationStanding[] =>
  [...obligations].sort((a, b) => urgencyOf(a.standing) - urgencyOf(b.standing));
