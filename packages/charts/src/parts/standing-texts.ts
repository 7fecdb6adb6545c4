// Words for how an obligation stands; the same on the page, in a report and on a terminal.
import {
  type Episode,
  listed,
  type ObligationStanding,
  type PowerStanding,
  type Standing,
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
  waived: "waived",
  due: "due",
  outstanding: "outstanding",
  overdue: "overdue",
  fulfilled: "fulfilled",
  late: "kept late",
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

/** `broken from 2016-02-17 to 2016-02-24; furthest 130.9 t` */
export function episodeText(episode: Episode): string {
  const { kind, start, verified, known, end, endKnown, peak, claimed, lapsed, over: past, by, count } = episode;
  const what = kind === "missing" && count > 1 ? `${count} reports missing` : EPISODE_WORDS[kind];
  const proved = verified === null || verified === start ? "" : `, proved for ${verified}`;
  const heard = known === null || known === verified ? "" : `, known on ${known}`;
  const knownLater = endKnown !== null && endKnown !== end ? ` (known on ${endKnown})` : "";
  const who = by === null ? "" : by.length === 0 ? ", by whom is not known," : ` by ${listed(by)}`;
  const until = end === start && past ? "" : ` to ${end}`;
  const over =
    end === null
      ? " and still"
      : `${until}${lapsed ? ", when the obligation ended" : past ? ", and over" : knownLater}`;
  const most = peak ? `; furthest ${valueText(peak)}${claimed ? `, ${valueText(claimed)}` : ""}` : "";
  return `${what}${who} ${end === start && past ? "on" : "from"} ${start}${proved}${heard}${over}${most}`;
}

/** Those that ask most of a reader first, else as the agreement has them. */
export const byUrgency = (obligations: readonly ObligationStanding[]): ObligationStanding[] =>
  [...obligations].sort((a, b) => urgencyOf(a.standing) - urgencyOf(b.standing));
