// What each side undertakes: with its days, how the others know, and what releases it.
import { capital, isNone, listed, type Option, periodText } from "../../case/index.js";
import { limitText } from "../../implementation/index.js";
import { blank, type Clause, clause, type DraftPart, type Flag, type Origin, type Piece } from "../document.js";
import { isUnseen } from "../schedule/open-points.js";
import {
  COMMITMENT,
  type Frame,
  inAgreement,
  inCase,
  nameOf,
  numberOf,
  OBLIGATION,
  references,
  stepOf,
  type Undertaking,
  wordFlags,
} from "./frame.js";

/** The article of one party. */
export function undertakingArticle(
  frame: Frame,
  article: number,
  { party, name, commitments, obligations }: Undertaking,
): DraftPart {
  return {
    id: `undertaking:${party}`,
    label: `Article ${article}`,
    title: `What ${name} undertakes`,
    blocks: [
      clause(`undertaking:${party}:opening`, `${capital(name)} undertakes the following.`, {
        from: [
          inCase(
            "parties",
            frame.negotiation.parties.findIndex(({ id }) => id === party),
            party,
          ),
        ],
      }),
      ...commitments.map(({ one, place }) => commitmentClause(frame, one, place)),
      ...obligations.map(({ one, place }) => obligationClause(frame, one, place)),
    ],
  };
}

type Commitment = Undertaking["commitments"][number]["one"];
type Obligation = Undertaking["obligations"][number]["one"];

function commitmentClause(frame: Frame, one: Commitment, place: number): Clause {
  const { negotiation } = frame;
  const issueAt = negotiation.issues.findIndex(({ id }) => id === one.move?.issue);
  const issue = negotiation.issues[issueAt];
  const target = issue && one.move ? issue.options[one.move.to] : undefined;
  const when = whenOf(frame, one, place);
  const seen = seenBy(frame, one, place, issueAt, target);
  const release = releaseOf(frame, one);
  const at = (position: number) => issue?.options[position];
  return clause(
    `${COMMITMENT}:${one.id}`,
    [
      ended(one.text),
      ...movesText(one, issue?.name, at(one.move?.from ?? -1)?.name, target?.name),
      " ",
      ...when.pieces,
      " ",
      ...seen.pieces,
      ...release.pieces,
      ...(one.article === null ? [] : [` (On record as article ${one.article}.)`]),
    ],
    {
      number: numberOf(frame, COMMITMENT, one.id),
      from: [
        inAgreement("commitments", place, one.id),
        ...(issue && target
          ? [inCase("issues", issueAt, issue.id, "options", target.id)].map((origin) => ({
              ...origin,
              path: ["issues", issueAt, "options", one.move?.to ?? 0],
            }))
          : []),
        ...when.from,
        ...release.from,
      ],
      flags: [...wordFlags(frame, one.id, one.terms), ...when.flags, ...seen.flags, ...lateFlags(frame, one)],
      topic:
        issue && one.move
          ? {
              kind: "move",
              by: one.by,
              issue: issue.id,
              from: at(one.move.from)?.at ?? 0,
              to: (at(one.move.from)?.at ?? 0) + one.move.share * ((target?.at ?? 0) - (at(one.move.from)?.at ?? 0)),
            }
          : null,
    },
  );
}

/** With a full stop, unless it has an end of its own. */
const ended = (text: string): string =>
  /[.!?…]$/.test(text.trim()) ? capital(text.trim()) : `${capital(text.trim())}.`;

function movesText(
  { move }: Commitment,
  issue: string | undefined,
  from: string | undefined,
  to: string | undefined,
): string[] {
  if (!move || issue === undefined) return [];
  const share =
    move.share === 1 ? "" : `${move.begun > 0 ? "a further " : ""}${Math.round(100 * move.share)} % of the way `;
  return [` ${capital(issue)}: ${share}from “${from ?? ""}” to “${to ?? ""}”.`];
}

interface Said {
  readonly pieces: readonly Piece[];
  readonly flags: readonly Flag[];
  readonly from: readonly Origin[];
}

/** Days that the case sets as text; those that the roadmap proposes in brackets. */
function whenOf(frame: Frame, one: Commitment, place: number): Said {
  const step = stepOf(frame, one.id);
  const origin = (name: string) => inAgreement("commitments", place, one.id, name);
  const { start, due } = one;
  const day = (name: "start" | "due", set: string | null, proposed: string | null, asks: string): Piece =>
    set ?? blank(`${COMMITMENT}:${one.id}:${name}`, asks, proposed, { form: "date", at: origin(name) });
  const long = isNone(one.takes) ? "" : ` It takes ${periodText(one.takes)}.`;
  if (start !== null || due !== null) {
    const from = [...(start !== null ? [origin("start")] : []), ...(due !== null ? [origin("due")] : [])];
    // With a length of its own a beginning says the end as well.
    const end = due ?? (start !== null ? (step?.end ?? null) : null);
    const pieces =
      start !== null && end !== null && end > start
        ? [`It begins on ${start} and is complete by ${end}.${long}`]
        : start !== null && due === null
          ? [`It is done on ${start}.`]
          : [`It is complete by ${end ?? start ?? ""}.${long}`];
    return { pieces, flags: [], from };
  }
  return {
    pieces: isNone(one.takes)
      ? ["It is done on ", day("start", null, step?.start ?? null, "the day"), "."]
      : [
          "It begins on ",
          day("start", null, step?.start ?? null, "the day"),
          " and is complete by ",
          day("due", null, step?.end ?? null, "the day"),
          `.${long}`,
        ],
    flags: [
      { kind: "undated", text: `No day is agreed${step ? "; the one in brackets is the roadmap's proposal" : ""}.` },
    ],
    from: [origin("start"), ...(isNone(one.takes) ? [] : [origin("due")])],
  };
}

function seenBy(
  { negotiation }: Frame,
  one: Commitment,
  place: number,
  issueAt: number,
  target: Option | undefined,
): Said {
  const { method, takes } = one.verification;
  const origin = inAgreement("commitments", place, one.id, "verification", "method");
  const lag = isNone(takes) ? "" : ` The others know within ${periodText(takes)} of its end.`;
  if (method !== null) return { pieces: [`Verified by: ${method}${stop(method)}${lag}`], flags: [], from: [origin] };
  if (target?.verify) {
    const from = inCase("issues", issueAt, negotiation.issues[issueAt]?.id ?? "", "options", target.id, "verify");
    return { pieces: [`How the others know: ${target.verify}${stop(target.verify)}${lag}`], flags: [], from: [from] };
  }
  return {
    pieces: [
      "It is verified by ",
      blank(`${COMMITMENT}:${one.id}:method`, "how the others would know", null, { form: "text", at: origin }),
      `.${lag}`,
    ],
    flags: isUnseen(negotiation, one)
      ? [{ kind: "unverifiable", text: "Nobody could see whether it is kept: no way of verifying it is on record." }]
      : [],
    from: [origin],
  };
}

const stop = (text: string): string => (/[.!?…]$/.test(text.trim()) ? "" : ".");
/** What must come first, what holds it, and what it sets free. */
function releaseOf(frame: Frame, one: Commitment): Said {
  const { negotiation } = frame;
  const clauses = (ids: readonly string[]) =>
    references(
      frame,
      ids.map((id) => `${COMMITMENT}:${id}`),
    );
  const holds = negotiation.roadmap.escrows
    .map((escrow, at) => ({ escrow, at }))
    .filter(({ escrow }) => escrow.holds.includes(one.id));
  const frees = negotiation.commitments.filter(({ after }) => after.includes(one.id)).map(({ id }) => id);
  return {
    pieces: [
      ...(one.after.length > 0
        ? [" It is released once ", ...clauses(one.after), ` ${one.after.length === 1 ? "is" : "are"} complete.`]
        : [" Nothing has to come before it."]),
      ...holds.flatMap(({ escrow }): Piece[] => [
        ` ${escrow.by === null ? "A third party" : capital(nameOf(negotiation, escrow.by))} holds it, and releases `,
        ...clauses(escrow.holds),
        " at once when all are verified.",
      ]),
      ...(frees.length > 0 ? [" Its end releases ", ...clauses(frees), "."] : []),
    ],
    flags: [],
    from: [
      // On one issue the one before comes first, whether or not the file says so: what it waits for is what made this.
      ...one.after.map((id) =>
        inAgreement(
          "commitments",
          negotiation.commitments.findIndex((other) => other.id === id),
          id,
        ),
      ),
      ...holds.map(({ escrow, at }) => {
        const origin = inAgreement("roadmap", at, "escrows", escrow.id);
        return { ...origin, path: ["roadmap", "escrows", at] };
      }),
    ],
  };
}

function lateFlags(frame: Frame, { id }: Commitment): Flag[] {
  const step = stepOf(frame, id);
  if (!step) return [];
  const flags: Flag[] = [];
  if (step.late) flags.push({ kind: "limits", text: `Under the plan it is complete on ${step.end}, after its day.` });
  if (step.early)
    flags.push({ kind: "limits", text: "Under the plan it begins before what must come first is known." });
  return flags;
}

function obligationClause(frame: Frame, one: Obligation, place: number): Clause {
  const { negotiation } = frame;
  const origin = (name?: string) => inAgreement("obligations", place, one.id, ...(name === undefined ? [] : [name]));
  const metric = "metric" in one.norm && one.norm.metric !== null ? one.norm.metric : null;
  const name = negotiation.metrics.find(({ id }) => id === metric)?.name ?? metric;
  const metricAt = negotiation.metrics.findIndex(({ id }) => id === metric);
  const dated = one.from !== null || one.norm.form === "achieve" || one.norm.form === "report" || one.conditional;
  const contested = one.contested.map(({ by, text }) => ({ by, name: nameOf(negotiation, by), text }));
  const others = one.to.length > 0 ? listed(one.to.map((id) => nameOf(negotiation, id))) : null;
  const from: Piece =
    one.from ?? blank(`${OBLIGATION}:${one.id}:from`, "the day", null, { form: "date", at: origin("from") });
  return clause(
    `${OBLIGATION}:${one.id}`,
    [
      ...(contested.length > 0
        ? [
            {
              id: `${OBLIGATION}:${one.id}:contested`,
              asks: one.text,
              alternatives: [{ by: one.to[0] ?? null, name: others ?? "the others", text: one.text }, ...contested],
              fill: null,
            },
            ".",
          ]
        : [ended(one.text)]),
      ...normText(one).map((text) => ` ${text}`),
      ...(one.conditional
        ? [" It binds once it is activated."]
        : dated && one.from === null
          ? []
          : [" It binds from ", from, one.until === null ? "." : ` to ${one.until}.`]),
      ...(name === null
        ? [" It is verified by ", blank(`${OBLIGATION}:${one.id}:metric`, "how the others would know", null, null), "."]
        : [
            ` What is looked at: ${name}; a figure counts where it is at least ${one.proof}, and is no older than ${periodText(one.inspect)}.`,
          ]),
      ...(one.article === null ? [] : [` (On record as ${one.article}.)`]),
    ],
    {
      number: numberOf(frame, OBLIGATION, one.id),
      from: [
        origin(),
        ...(metricAt < 0 ? [] : [inAgreement("metrics", metricAt, metric ?? "")]),
        ...(one.contested.length > 0 ? [origin("contested")] : []),
      ],
      flags: [
        ...contested.map(
          ({ name: who, text }): Flag => ({ kind: "contested", text: `${capital(who)} says: ${ended(text)}` }),
        ),
        ...(dated ? [] : [{ kind: "undated", text: "It is not said from which day it binds." } as Flag]),
        ...(name === null
          ? [{ kind: "unverifiable", text: "No figure is named that would show whether it is done." } as Flag]
          : []),
        ...wordFlags(frame, one.id, one.terms),
      ],
    },
  );
}

function normText({ norm }: Obligation): string[] {
  if (norm.form === "keep")
    return norm.limits.length > 1
      ? [
          `The limit: ${norm.limits.map((limit) => `${limitText(limit, null).text}${limit.from ? ` from ${limit.from}` : ""}`).join("; ")}.`,
        ]
      : [`The limit: ${norm.limits.map((limit) => limitText(limit, null).text).join("")}.`];
  if (norm.form === "achieve")
    return [`It is achieved by ${norm.by}${norm.limit ? `: ${limitText(norm.limit, null).text}` : ""}.`];
  if (norm.form === "report")
    return [
      `The first report is due by ${norm.first}${norm.every ? `, and one every ${periodText(norm.every)} from then on` : ""}${isNone(norm.grace) ? "" : `, each with a grace of ${periodText(norm.grace)}`}.`,
    ];
  return [];
}
