// The tables of a framework: the order, how it is watched, and the days of the meetings.

import { type Case, everyText, isNone, periodText } from "../../case/index.js";
import type { RoadmapStep } from "../../implementation/index.js";
import { capital, listed, nameIn, partyName, partyNamed } from "../../wording/index.js";
import { blank, clause, type DraftPart, type Flag, field, type TableRow } from "../document.js";
import { isSeated, promisesOf } from "../promises.js";
import { isUnseen } from "../schedule/open-points.js";
import type { MeetingSeries } from "../schedule/schedule.js";
import { blindIn, dayPiece, daysOf } from "./commitment-clause.js";
import {
  COMMITMENT,
  type Commitment,
  ended,
  escrowHolder,
  type Frame,
  inAgreement,
  numberOf,
  OBLIGATION,
  optionOrigin,
  references,
  standing,
  undertakingsOf,
  wordFlags,
} from "./frame.js";
import { proofText } from "./obligation-clause.js";

/** The order, with the days that are agreed and those that the roadmap proposes; null where nothing is promised. */
export function roadmapAnnex(frame: Frame): DraftPart | null {
  const { road, negotiation } = frame;
  const { commitments } = promisesOf(negotiation);
  if (commitments.length === 0) return null;
  const promised = commitments.map(({ one, place }) => ({
    first: daysOf(frame, one).begins.day ?? daysOf(frame, one).ends.day ?? "9999",
    row: commitmentRow(frame, one, place),
  }));
  const releases = (road?.steps ?? [])
    .filter(({ by }) => by.length === 0)
    .map((step) => ({ first: step.start, row: releaseRow(frame, step) }));
  const rows = [...promised, ...releases].sort((a, b) => a.first.localeCompare(b.first, "en")).map(({ row }) => row);
  return {
    id: "annex:road",
    label: "Annex A",
    title: "Roadmap",
    blocks: [
      {
        kind: "table",
        id: "annex:road",
        caption: "Who does what, in which order. Days in brackets are not agreed: the roadmap proposes them.",
        head: ["Clause", "What", "By", "Begins", "Complete by", "The others know", "After"],
        rows,
      },
    ],
  };
}

/** Letters that one side gives with the text: each binds its writer alone. */
export function lettersAnnex(frame: Frame): DraftPart {
  const { negotiation } = frame;
  const letters = negotiation.sideLetters.flatMap((one, place) =>
    isSeated(negotiation, one.by) ? [{ one, place }] : [],
  );
  return {
    id: "annex:letters",
    label: "Annex D",
    title: "Letters",
    blocks: letters.map(({ one: { id, by, to, text, terms }, place }, k) =>
      clause(
        `letter:${id}`,
        `${letterHead(negotiation, by, to)}: ${ended(text)} It binds ${nameIn(partyNamed(negotiation, by))} alone.`,
        {
          number: `D.${k + 1}`,
          from: [inAgreement("sideLetters", place, id)],
          flags: wordFlags(frame, `letter:${id}`, terms),
        },
      ),
    ),
  };
}

function letterHead(negotiation: Case, by: string, to: readonly string[]): string {
  const readers = to.filter((id) => isSeated(negotiation, id)).map((id) => partyName(negotiation, id));
  const writer = partyName(negotiation, by);
  return readers.length === 0 ? `Letter of ${writer}` : `Letter of ${writer} to ${listed(readers)}`;
}

function commitmentRow(frame: Frame, one: Commitment, place: number): TableRow {
  const { negotiation } = frame;
  const { begins, ends } = daysOf(frame, one);
  const atOnce = isNone(one.takes);
  // What is done in a day has one day; where only its last is agreed, the first is open.
  const last = dayPiece(frame, one, place, atOnce && !ends.set ? "start" : "due");
  return {
    id: `road:${one.id}`,
    cells: [
      references(frame, [`${COMMITMENT}:${one.id}`]),
      [one.text],
      [listed(one.by.map((id) => partyName(negotiation, id)))],
      [atOnce && ends.set && !begins.set ? "–" : dayPiece(frame, one, place, "start")],
      [last],
      [knownText(frame, one, " after")],
      one.after.length === 0
        ? ["–"]
        : references(
            frame,
            one.after.map((id) => `${COMMITMENT}:${id}`),
          ),
    ],
    from: [inAgreement("commitments", place, one.id)],
    flags: [],
  };
}

/** When the others know, counted from its end; a dash where nothing would tell them. */
function knownText({ negotiation }: Frame, one: Commitment, after = ""): string {
  if (!isNone(one.verification.takes)) return `${periodText(one.verification.takes)}${after}`;
  return isUnseen(negotiation, one) ? "–" : "at once";
}

/** What a third party releases at once. */
function releaseRow(frame: Frame, step: RoadmapStep): TableRow {
  const place = frame.negotiation.roadmap.escrows.findIndex(({ id }) => id === step.id);
  const escrow = frame.negotiation.roadmap.escrows[place];
  const blind = escrow ? blindIn(frame, escrow) : [];
  const day = blank(`escrow:${step.id}`, "the day", blind.length > 0 ? null : step.start, null);
  return {
    id: `road:${step.id}`,
    cells: [
      ["–"],
      [step.text],
      [escrow ? escrowHolder(frame, escrow) : "a third party"],
      [day],
      [day],
      ["at once"],
      references(
        frame,
        standing(frame, step.after).map((id) => `${COMMITMENT}:${id}`),
      ),
    ],
    from: [field("agreement.yaml", ["roadmap", "escrows", place], `roadmap › escrows › ${step.id}`)],
    flags: blind.map(({ id }) => ({
      kind: "limits",
      text: `It waits until ${numberOf(frame, COMMITMENT, id)} is verified, and nothing verifies that.`,
    })),
  };
}

/** How each promise is seen. */
export function verificationAnnex(frame: Frame): DraftPart {
  const { negotiation } = frame;
  const rows = undertakingsOf(negotiation).flatMap(({ commitments, obligations }): TableRow[] => [
    ...commitments.map(({ one, place }): TableRow => {
      const issueAt = negotiation.issues.findIndex(({ id }) => id === one.move?.issue);
      const target = negotiation.issues[issueAt]?.options[one.move?.to ?? -1];
      const origin = inAgreement("commitments", place, one.id, "verification");
      const method = one.verification.method ?? target?.verify ?? null;
      const flags: Flag[] =
        method === null ? [{ kind: "unverifiable", text: "No way of verifying it is on record." }] : [];
      return {
        id: `verify:${one.id}`,
        cells: [
          references(frame, [`${COMMITMENT}:${one.id}`]),
          [one.text],
          method === null
            ? [
                blank(`${COMMITMENT}:${one.id}:method`, "how the others would know", null, {
                  form: "text",
                  at: inAgreement("commitments", place, one.id, "verification", "method"),
                }),
              ]
            : [method],
          [knownText(frame, one)],
        ],
        from: one.verification.method === null && target?.verify ? optionOrigin(frame, one, "verify") : [origin],
        flags,
      };
    }),
    ...obligations.map(({ one, place }): TableRow => {
      const name = negotiation.metrics.find(({ id }) => id === one.norm.metric)?.name ?? null;
      return {
        id: `verify:${one.id}`,
        cells: [
          references(frame, [`${OBLIGATION}:${one.id}`]),
          [one.text],
          [
            name === null
              ? blank(`${OBLIGATION}:${one.id}:metric`, "how the others would know", null, null)
              : `${capital(name)}, ${proofText(one)}`,
          ],
          [`looked at every ${everyText(one.inspect)}`],
        ],
        from: [inAgreement("obligations", place, one.id)],
        flags: name === null ? [{ kind: "unverifiable", text: "No figure is named that would show it." }] : [],
      };
    }),
  ]);
  return {
    id: "annex:verification",
    label: "Annex B",
    title: "Verification",
    blocks: [
      {
        kind: "table",
        id: "annex:verification",
        caption: "What is looked at, and when the others know.",
        head: ["Clause", "What", "How it is seen", "The others know"],
        rows,
      },
    ],
  };
}

/** Shown of a long series; a calendar has them all. */
const MOST_DAYS = 8;

/** The days of the meetings that lie ahead. */
export function scheduleAnnex({ negotiation }: Frame, series: readonly MeetingSeries[], asOf: string): DraftPart {
  const rows = series.flatMap((one) => {
    const ahead = one.occurrences.filter(({ past }) => !past);
    const shown = ahead.slice(0, MOST_DAYS).map(
      (sitting): TableRow => ({
        id: `sitting:${one.id}:${one.occurrences.indexOf(sitting)}`,
        cells: [
          [
            one.tentative
              ? blank(`sitting:${one.id}:${one.occurrences.indexOf(sitting)}`, "the day", sitting.day, null)
              : sitting.until > sitting.day
                ? `${sitting.day} to ${sitting.until}`
                : sitting.day,
          ],
          [one.name],
          [listed(one.parties.map((id) => partyName(negotiation, id)))],
          [one.place ?? "–"],
          [
            sitting.rounds.length === 0
              ? "–"
              : sitting.rounds.map(({ name, day }) => `${name} ${day}${day < asOf ? " (past)" : ""}`).join("; "),
          ],
          [sitting.latest ?? "–"],
        ],
        from: [one.from],
        flags: [],
      }),
    );
    const more = ahead.length - shown.length;
    return more > 0
      ? [
          ...shown,
          {
            id: `sitting:${one.id}:more`,
            cells: [[`and ${more} more`], [one.name], ["–"], ["–"], ["–"], ["–"]],
            from: [one.from],
            flags: [],
          },
        ]
      : shown;
  });
  return {
    id: "annex:meetings",
    label: "Annex C",
    title: "Meetings",
    blocks: [
      {
        kind: "table",
        id: "annex:meetings",
        caption: "When the Parties meet.",
        head: ["Days", "Meeting", "Who", "Where", "Prepared by", "At the latest"],
        rows: rows.sort((a, b) => Number(a.id.endsWith(":more")) - Number(b.id.endsWith(":more"))),
      },
    ],
  };
}
