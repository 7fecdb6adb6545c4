// One thing that must be kept: within which limit, from when to when, seen how, and who says that it is none.

import { everyText, isNone, type Limit, PROOFS, periodText, type Window } from "../../case/index.js";
import { limitText } from "../../implementation/index.js";
import { capital, listed, partyName, partyNamed, verb } from "../../wording/index.js";
import { blank, type Clause, clause, type Flag, type Piece, type Topic } from "../document.js";
import { isSeated } from "../promises.js";
import { ended, type Frame, inAgreement, numberOf, OBLIGATION, type Obligation, owedText, wordFlags } from "./frame.js";

export function obligationClause(frame: Frame, one: Obligation, place: number): Clause {
  const { negotiation } = frame;
  const origin = (...more: string[]) => inAgreement("obligations", place, one.id, ...more);
  const metric = "metric" in one.norm ? one.norm.metric : null;
  const metricAt = negotiation.metrics.findIndex(({ id }) => id === metric);
  const name = negotiation.metrics[metricAt]?.name ?? metric;
  const disputes = one.contested.filter(({ by }) => isSeated(negotiation, by));
  const contested = disputes.map(({ by, text }) => ({ by, name: partyName(negotiation, by), text }));
  const when = whenOf(one, place);
  return clause(
    `${OBLIGATION}:${one.id}`,
    [
      ...(contested.length > 0
        ? [
            {
              id: `${OBLIGATION}:${one.id}:contested`,
              asks: one.text,
              // Nobody on record says the text itself: it stands without a name beside what is said against it.
              alternatives: [{ by: null, name: null, text: one.text }, ...contested],
              fill: null,
            },
            ".",
          ]
        : [ended(one.text)]),
      ...owedText(frame, one.to, "It is owed to"),
      ...(one.by.length > 1
        ? [` It is owed by ${listed(one.by.map((id) => partyName(negotiation, id)))} together.`]
        : []),
      ...normText(frame, one, name).map((text) => ` ${text}`),
      ...when.pieces,
      ...(one.extendable ? [" The Parties may agree that it lasts longer."] : []),
      ...(name === null
        ? [" It is verified by ", blank(`${OBLIGATION}:${one.id}:metric`, "how the others would know", null, null), "."]
        : [
            ` What is looked at: ${name}. A figure counts where it is ${proofText(one)}, and no older than ${periodText(one.inspect)}.`,
          ]),
      ...(one.article === null ? [] : [` (On record as ${one.article}.)`]),
    ],
    {
      number: numberOf(frame, OBLIGATION, one.id),
      from: [
        origin(),
        ...(metricAt < 0 ? [] : [inAgreement("metrics", metricAt, metric ?? "")]),
        ...(contested.length > 0 ? [origin("contested")] : []),
      ],
      flags: [
        ...contested.map(
          ({ by, name: who, text }): Flag => ({
            kind: "contested",
            text: `${capital(who)} ${verb(partyNamed(negotiation, by), "says")}: ${ended(text)}`,
          }),
        ),
        ...when.flags,
        ...(name === null
          ? [{ kind: "unverifiable", text: "No figure is named that would show whether it is done." } as Flag]
          : []),
        ...wordFlags(frame, one.id, one.terms),
      ],
      topic: topicOf(one),
    },
  );
}

/** From when to when it binds, whatever it asks. */
function whenOf(
  one: Obligation,
  place: number,
): { readonly pieces: readonly Piece[]; readonly flags: readonly Flag[] } {
  const { from, until, conditional, norm, id } = one;
  const at = inAgreement("obligations", place, id, "from");
  if (conditional)
    return {
      pieces: [
        ` It binds once it is activated${from === null ? "" : `, from ${from} at the earliest`}${until === null ? "" : `, and to ${until}`}.`,
      ],
      flags: [{ kind: "missing", text: "What activates it is not on record." }],
    };
  const day = norm.form === "achieve" ? norm.by : norm.form === "report" ? norm.first : null;
  const clash: Flag[] =
    from !== null && day !== null && day < from
      ? [{ kind: "limits", text: `It is due on ${day}, before the day from which it binds, ${from}.` }]
      : until !== null && day !== null && day > until
        ? [{ kind: "limits", text: `It is due on ${day}, after the last day on which it binds, ${until}.` }]
        : [];
  // What is done or reported by a day needs no day on which that begins.
  const dated = norm.form === "achieve" || norm.form === "report";
  const sinceLimit = norm.form === "keep" && (norm.limits[0]?.from ?? null) !== null;
  if (from === null && (dated || sinceLimit))
    return { pieces: until === null ? [] : [` It binds to ${until}.`], flags: clash };
  return {
    pieces: [
      " It binds from ",
      from ?? blank(`${OBLIGATION}:${id}:from`, "the day", null, { form: "date", at }),
      until === null ? "." : ` to ${until}.`,
    ],
    flags: from === null ? [{ kind: "undated", text: "It is not said from which day it binds." }] : clash,
  };
}

/** `verified`; `verified, reported or declared`: what weighs at least as much. */
export function proofText({ proof }: Obligation): string {
  const enough = PROOFS.slice(0, PROOFS.indexOf(proof) + 1);
  return enough.length === 1 ? (enough[0] ?? "") : `${enough.slice(0, -1).join(", ")} or ${enough.at(-1)}`;
}

function normText(frame: Frame, { norm }: Obligation, metric: string | null): string[] {
  const text = (limit: Limit) => limitText(named(frame, limit), null).text;
  if ("limits" in norm) {
    if (norm.form === "prohibit") return [`Forbidden: ${metric ?? "this"}; its figure stays 0.`];
    return [
      `The limit: ${norm.limits.map((limit) => `${text(limit)}${limit.from ? ` from ${limit.from}` : ""}`).join("; ")}.`,
      ...(norm.over ? [windowText(norm.over)] : []),
    ];
  }
  const after = norm.on && `within ${periodText(norm.on.within)} after ${whatHappens(frame, norm.on.after)}`;
  if (norm.form === "achieve")
    return [`It is achieved ${after ?? `by ${norm.by}`}${norm.limit ? `: ${text(norm.limit)}` : ""}.`];
  const grace = isNone(norm.grace) ? "" : `, ${after ? "" : "each "}with a grace of ${periodText(norm.grace)}`;
  if (after) return [`A report is due ${after}, each time${grace}.`];
  const again = norm.every ? `, and one every ${everyText(norm.every)} from then on` : "";
  return [`The first report is due by ${norm.first}${again}${grace}.`];
}

/** A limit whose baseline is called by the name of its metric. */
function named({ negotiation }: Frame, limit: Limit): Limit {
  const bound = (one: Limit["atMost"]): Limit["atMost"] =>
    one?.map((part) => {
      const metric = negotiation.metrics.find(({ id }) => id === part.baseline?.of);
      return part.baseline && metric ? { ...part, baseline: { ...part.baseline, of: metric.name } } : part;
    }) ?? null;
  return { ...limit, atMost: bound(limit.atMost), atLeast: bound(limit.atLeast) };
}

/** What is held against the limit, where that is no single figure. */
function windowText({ take, length, starting }: Window): string {
  const what = { total: "the total", mean: "the mean", trend: "by how much a figure grows in a year," }[take];
  return starting === null
    ? `What counts is ${what} of the last ${everyText(length)}.`
    : `What counts is ${what} of each ${everyText(length)} from ${starting} on.`;
}

/** What a deadline runs from, as the agreement calls it. */
function whatHappens({ negotiation }: Frame, id: string): string {
  const { metrics, obligations, powers } = negotiation;
  const power = powers.find((one) => one.id === id);
  if (power) return `${power.text} is invoked`;
  const obligation = obligations.find((one) => one.id === id);
  return obligation ? `this is done: ${obligation.text}` : (metrics.find((one) => one.id === id)?.name ?? id);
}

function topicOf({ by, from, until, norm }: Obligation): Topic {
  const limits = norm.form === "keep" ? norm.limits : norm.form === "achieve" && norm.limit ? [norm.limit] : [];
  return {
    kind: "duty",
    by: by[0] ?? "",
    ...(by.length > 1 && { with: by.slice(1) }),
    day: norm.form === "achieve" ? norm.by : norm.form === "report" ? norm.first : from,
    until,
    limits: limits.map(({ from: begins, atMost, atLeast }) => ({
      from: begins,
      atMost: boundTopic(atMost),
      atLeast: boundTopic(atLeast),
    })),
    every: norm.form === "report" && norm.every ? norm.every.months * 31 + norm.every.days : null,
    back: 0,
    move: null,
  };
}

/** A share of a baseline is compared with other shares of it. */
const boundTopic = (bound: Limit["atMost"]) =>
  (bound ?? []).map(({ value, unit, baseline }) =>
    baseline
      ? { value: baseline.share, unit: `% of ${baseline.of} ${baseline.from} ${baseline.until}` }
      : { value, unit },
  );
