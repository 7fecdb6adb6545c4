// One promise: what it moves, by when, how the others know, what must come first and what it sets free.

import { addPeriod, type Escrow, isNone, periodText } from "../../case/index.js";
import { capital, partyNamed, verb } from "../../wording/index.js";
import { blank, type Clause, clause, type Flag, field, type Origin, type TextPiece, type Topic } from "../document.js";
import { isUnseen } from "../schedule/open-points.js";
import {
  COMMITMENT,
  type Commitment,
  ended,
  escrowHolder,
  type Frame,
  inAgreement,
  numberOf,
  optionOrigin,
  owedText,
  references,
  standing,
  stepOf,
  togetherText,
  wordFlags,
} from "./frame.js";

/** What is held for a release that waits for what nobody could verify. */
export const blindIn = ({ negotiation }: Pick<Frame, "negotiation">, { holds }: Escrow): readonly Commitment[] =>
  negotiation.commitments.filter((held) => holds.includes(held.id) && isUnseen(negotiation, held));

export function commitmentClause(frame: Frame, one: Commitment, place: number): Clause {
  const when = whenOf(frame, one, place);
  const seen = seenBy(frame, one, place);
  const release = releaseOf(frame, one);
  return clause(
    `${COMMITMENT}:${one.id}`,
    [
      ended(one.text),
      ...movesText(frame, one),
      ...owedText(frame, one.for, "It is for"),
      ...togetherText(frame, one.by, "promised"),
      " ",
      ...when.pieces,
      " ",
      ...seen.pieces,
      ...release.pieces,
      ...(one.reversible > 0
        ? [
            ` If the rest is called off, ${one.reversible === 1 ? "it" : `${Math.round(100 * one.reversible)} % of it`} is taken back.`,
          ]
        : []),
      ...(one.article === null ? [] : [` (On record as article ${one.article}.)`]),
    ],
    {
      number: numberOf(frame, COMMITMENT, one.id),
      from: [
        inAgreement("commitments", place, one.id),
        ...optionOrigin(frame, one),
        ...when.from,
        ...seen.from,
        ...release.from,
      ],
      flags: [
        ...wordFlags(frame, one.id, one.terms),
        ...when.flags,
        ...seen.flags,
        ...release.flags,
        ...orderFlags(frame, one),
      ],
      topic: topicOf(frame, one),
    },
  );
}

function movesText({ negotiation }: Frame, { move }: Commitment): string[] {
  const issue = negotiation.issues.find(({ id }) => id === move?.issue);
  if (!move || !issue) return [];
  const share =
    move.share === 1 ? "" : `${move.begun > 0 ? "a further " : ""}${Math.round(100 * move.share)} % of the way `;
  const name = (at: number) => issue.options[at]?.name ?? "";
  return [` ${capital(issue.name)}: ${share}from “${name(move.from)}” to “${name(move.to)}”.`];
}

/** What a later version is compared by: who, how far along which issue, by when. */
function topicOf({ negotiation }: Frame, { by, move, start, due, reversible }: Commitment): Topic {
  const issue = negotiation.issues.find(({ id }) => id === move?.issue);
  const option = (at: number) => issue?.options[at]?.id ?? "";
  return {
    kind: "duty",
    by: by[0] ?? "",
    ...(by.length > 1 && { with: by.slice(1) }),
    day: due ?? start,
    until: null,
    limits: [],
    every: null,
    back: reversible,
    move:
      move && issue
        ? {
            issue: issue.id,
            from: option(move.from),
            to: option(move.to),
            part: move.begun + move.share,
            today: option(issue.today),
            scale: Object.fromEntries(issue.options.map(({ id, at }) => [id, at])),
          }
        : null,
  };
}

interface Said {
  readonly pieces: readonly TextPiece[];
  readonly flags: readonly Flag[];
  readonly from: readonly Origin[];
}

/** When it begins and is complete: `set` where the case says so, else what the roadmap proposes; null: nobody. */
export function daysOf(frame: Pick<Frame, "road">, { id, start, due, takes }: Commitment) {
  const step = frame.road?.steps.find((one) => one.id === id) ?? null;
  const end = due ?? (start === null ? null : addPeriod(start, takes));
  // A plan that cannot keep the due day proposes no day to begin: nothing begins after it is due.
  const proposed = step && (due === null || step.start <= due) ? step.start : null;
  return {
    begins: { day: start ?? proposed, set: start !== null },
    ends: { day: end ?? step?.end ?? null, set: end !== null },
  };
}

/** A day of a commitment: as text where the case sets it, else in brackets. */
export function dayPiece(frame: Frame, one: Commitment, place: number, which: "start" | "due"): TextPiece {
  const { begins, ends } = daysOf(frame, one);
  const { day, set } = which === "start" ? begins : ends;
  if (set && day !== null) return day;
  return blank(`${COMMITMENT}:${one.id}:${which}`, "the day", day, {
    form: "date",
    at: inAgreement("commitments", place, one.id, which),
  });
}

function whenOf(frame: Frame, one: Commitment, place: number): Said {
  const { begins, ends } = daysOf(frame, one);
  const origin = (name: string) => inAgreement("commitments", place, one.id, name);
  const atOnce = isNone(one.takes);
  const long = atOnce ? "" : ` It takes ${periodText(one.takes)}.`;
  const from = [
    ...(one.start !== null ? [origin("start")] : []),
    ...(one.due !== null ? [origin("due")] : []),
    ...(begins.set || ends.set ? [] : [origin("start"), ...(atOnce ? [] : [origin("due")])]),
  ];
  if (ends.set && !begins.set) return { pieces: [`It is complete by ${ends.day}.${long}`], flags: [], from };
  if (ends.set)
    return {
      pieces: [
        ends.day === begins.day
          ? `It is done on ${begins.day}.`
          : `It begins on ${begins.day} and is complete by ${ends.day}.${long}`,
      ],
      flags: [],
      from,
    };
  return {
    pieces: atOnce
      ? ["It is done on ", dayPiece(frame, one, place, "start"), "."]
      : [
          "It begins on ",
          dayPiece(frame, one, place, "start"),
          " and is complete by ",
          dayPiece(frame, one, place, "due"),
          `.${long}`,
        ],
    flags: [
      {
        kind: "undated",
        text: `No day is agreed${begins.day === null ? "" : "; the one in brackets is the roadmap's proposal"}.`,
      },
    ],
    from,
  };
}

function seenBy(frame: Frame, one: Commitment, place: number): Said {
  const issue = frame.negotiation.issues.find(({ id }) => id === one.move?.issue);
  const { method, takes } = one.verification;
  const target = issue?.options[one.move?.to ?? -1];
  const origin = inAgreement("commitments", place, one.id, "verification", "method");
  const lag = isNone(takes) ? "" : ` The others know within ${periodText(takes)} of its end.`;
  if (method !== null) return { pieces: [`Verified by: ${ended(method)}${lag}`], flags: [], from: [origin] };
  if (target?.verify)
    return {
      pieces: [`How the others know: ${ended(target.verify)}${lag}`],
      flags: [],
      from: optionOrigin(frame, one, "verify"),
    };
  return {
    pieces: [
      "It is verified by ",
      blank(`${COMMITMENT}:${one.id}:method`, "how the others would know", null, { form: "text", at: origin }),
      `.${lag}`,
    ],
    flags: [
      { kind: "unverifiable", text: "Nobody could see whether it is kept: no way of verifying it is on record." },
    ],
    from: [origin],
  };
}

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
  const freed = negotiation.commitments.filter(({ after }) => after.includes(one.id)).map(({ id }) => id);
  const frees = standing(frame, freed);
  const does = (escrow: Escrow, what: string) =>
    verb(partyNamed(negotiation, escrow.by ?? escrowHolder(frame, escrow)), what);
  const blind = holds.flatMap(({ escrow }) => blindIn(frame, escrow));
  return {
    pieces: [
      ...(one.after.length > 0
        ? [" It is released once ", ...clauses(one.after), ` ${one.after.length === 1 ? "is" : "are"} complete.`]
        : [" Nothing has to come before it."]),
      ...holds.flatMap(({ escrow }): TextPiece[] => [
        ` ${capital(escrowHolder(frame, escrow))} ${does(escrow, "holds")} it, and ${does(escrow, "releases")} `,
        ...clauses(standing(frame, escrow.holds)),
        " at once when all are verified.",
      ]),
      ...(frees.length > 0 ? [" Its end releases ", ...clauses(frees), "."] : []),
    ],
    flags: blind.map(({ id }) => ({
      kind: "limits",
      text: `What is held is released when all is verified, and nothing verifies ${numberOf(frame, COMMITMENT, id)}: it is never released.`,
    })),
    from: [
      // On one issue the one before comes first, whether or not the file says so: what it waits for is what made this.
      ...one.after.map((id) =>
        inAgreement(
          "commitments",
          negotiation.commitments.findIndex((other) => other.id === id),
          id,
        ),
      ),
      ...holds.map(({ escrow, at }) =>
        field("agreement.yaml", ["roadmap", "escrows", at], `roadmap › escrows › ${escrow.id}`),
      ),
    ],
  };
}

/** Where its days do not go with what must come first, nor with how long it takes; and where the plan is late. */
function orderFlags(frame: Frame, one: Commitment): Flag[] {
  const { start, due, takes } = one;
  const limits = (text: string): Flag => ({ kind: "limits", text });
  const before = one.after.flatMap((id) => {
    const first = frame.negotiation.commitments.find((other) => other.id === id);
    const { ends } = first ? daysOf(frame, first) : { ends: { day: null, set: false } };
    return ends.set && ends.day !== null ? [{ number: numberOf(frame, COMMITMENT, id), day: ends.day }] : [];
  });
  const step = stepOf(frame, one.id);
  const clash = [
    ...before
      .filter(({ day }) => start !== null && start < day)
      .map(({ number, day }) =>
        limits(`Its first day, ${start}, comes before the last of ${number}, ${day}, which must be complete first.`),
      ),
    ...before
      .filter(({ day }) => start === null && due !== null && due < addPeriod(day, takes))
      .map(({ number, day }) =>
        limits(`It is due on ${due}; ${number}, which must be complete first, has until ${day}.`),
      ),
    ...(start !== null && due !== null && addPeriod(start, takes) > due
      ? [limits(`From ${start} it takes ${periodText(takes)}, which is longer than to ${due}.`)]
      : []),
  ];
  const { begins } = daysOf(frame, one);
  const hopes = before.filter(({ day }) => start === null && due === null && begins.day !== null && begins.day < day);
  if (hopes.length > 0)
    return hopes.map(({ number, day }) =>
      limits(`The proposed day counts on ${number} being complete before its last day, ${day}.`),
    );
  if (clash.length > 0 || !step) return clash;
  return [
    ...(step.late ? [limits(`Under the plan it is complete on ${step.end}, after its day.`)] : []),
    ...(step.early ? [limits("Under the plan it begins before what must come first is known.")] : []),
  ];
}
