// Words for how an obligation stands; the same on the page, in a report and on a terminal.
import {
  type Episode,
  type Finding,
  type Monitoring,
  type ObligationStanding,
  type PowerStanding,
  type Standing,
  valueText,
} from "@parley/core";

export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  pending: "not yet",
  unobserved: "not observed",
  compliant: "kept",
  cured: "kept again",
  "at-risk": "at risk",
  unverified: "not proved",
  alleged: "said broken",
  disputed: "disputed",
  breached: "broken",
  waived: "waived",
  due: "due",
  overdue: "overdue",
  fulfilled: "fulfilled",
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

/** How much it asks of a reader: broken first. */
export const urgencyOf = (standing: Standing): number =>
  (["breached", "alleged", "disputed", "overdue", "at-risk", "unverified", "unobserved"] as Standing[]).indexOf(
    standing,
  );

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
export function episodeText({ kind, start, verified, known, end, endKnown, peak, claimed, lapsed }: Episode): string {
  const proved = verified === null || verified === start ? "" : `, proved for ${verified}`;
  const heard = known === null || known === verified ? "" : `, known on ${known}`;
  const knownLater = endKnown !== null && endKnown !== end ? ` (known on ${endKnown})` : "";
  const over = end === null ? "and still" : `to ${end}${lapsed ? ", when the obligation ended" : knownLater}`;
  const most = peak ? `; furthest ${valueText(peak)}${claimed ? `, ${valueText(claimed)}` : ""}` : "";
  return `${EPISODE_WORDS[kind]} from ${start}${proved}${heard} ${over}${most}`;
}

/** `heavy-water, lines 3, 7: …` */
export function findingText({ about, text, lines }: Finding, nameOf: (id: string) => string): string {
  const where = lines.length === 0 ? "" : `${lines.length === 1 ? "line" : "lines"} ${lines.join(", ")}`;
  const head = [about === "" ? "" : nameOf(about), where].filter(Boolean).join(", ");
  return head ? `${head}: ${text}` : text;
}

/** Of an obligation, a power or a metric: what people call it. */
export const namesOf = ({ obligations, powers }: Monitoring): ((id: string) => string) => {
  const names = new Map<string, string>([
    ...obligations.flatMap(({ metric }) => (metric ? [[metric.id, metric.name] as const] : [])),
    ...[...obligations, ...powers].map(({ id, text }) => [id, text] as const),
  ]);
  return (id) => names.get(id) ?? id;
};

/** Those that ask most of a reader first, else as the agreement has them. */
export const byUrgency = (obligations: readonly ObligationStanding[]): ObligationStanding[] => {
  const rank = ({ standing }: ObligationStanding) => {
    const urgency = urgencyOf(standing);
    return urgency < 0 ? Number.MAX_SAFE_INTEGER : urgency;
  };
  return [...obligations].sort((a, b) => rank(a) - rank(b));
};
