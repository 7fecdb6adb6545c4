// The tables of a framework: the order, how it is watched, and the days of the meetings.
import { capital, isNone, listed, periodText } from "../../case/index.js";
import { blank, type DraftPart, type Flag, type Piece, type Row } from "../document.js";
import type { MeetingSeries } from "../schedule/schedule.js";
import {
  COMMITMENT,
  type Frame,
  inAgreement,
  inCase,
  nameOf,
  OBLIGATION,
  references,
  undertakingsOf,
} from "./frame.js";

/** The roadmap; null where there is none. */
export function roadmapAnnex(frame: Frame): DraftPart | null {
  const { road, negotiation } = frame;
  if (!road) return null;
  const { commitments } = negotiation;
  const sorted = [...road.steps].sort(
    (a, b) => a.start.localeCompare(b.start, "en") || a.end.localeCompare(b.end, "en"),
  );
  const rows = sorted.map((step): Row => {
    const place = commitments.findIndex(({ id }) => id === step.id);
    const own = commitments[place];
    const set = own ? own.start !== null || own.due !== null : false;
    const day = (text: string, name: "start" | "due"): Piece =>
      set || !own
        ? text
        : blank(`${COMMITMENT}:${step.id}:${name}`, "the day", text, {
            form: "date",
            at: inAgreement("commitments", place, step.id, name),
          });
    return {
      id: `road:${step.id}`,
      cells: [
        place < 0 ? ["–"] : references(frame, [`${COMMITMENT}:${step.id}`]),
        [step.text],
        [step.by === null ? "a third party" : nameOf(negotiation, step.by)],
        [day(step.start, "start")],
        step.end > step.start ? [day(step.end, "due")] : [day(step.end, "start")],
        [step.known],
        step.after.length === 0
          ? ["–"]
          : references(
              frame,
              step.after.map((id) => `${COMMITMENT}:${id}`),
            ),
      ],
      from: place < 0 ? [] : [inAgreement("commitments", place, step.id)],
      flags: [],
    };
  });
  return {
    id: "annex:road",
    label: "Annex A",
    title: "Roadmap",
    blocks: [
      {
        kind: "table",
        id: "annex:road",
        caption: "Who does what, in which order. Days in brackets are the roadmap's proposal.",
        head: ["Clause", "What", "By", "Begins", "Complete by", "Known by", "After"],
        rows,
      },
    ],
  };
}

/** How each promise is seen. */
export function verificationAnnex(frame: Frame): DraftPart {
  const { negotiation } = frame;
  const rows = undertakingsOf(negotiation).flatMap(({ commitments, obligations }): Row[] => [
    ...commitments.map(({ one, place }): Row => {
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
          [isNone(one.verification.takes) ? "at once" : periodText(one.verification.takes)],
        ],
        from:
          one.verification.method === null && target?.verify
            ? [inCase("issues", issueAt, negotiation.issues[issueAt]?.id ?? "", "options", target.id, "verify")].map(
                (from) => ({
                  ...from,
                  path: ["issues", issueAt, "options", one.move?.to ?? 0, "verify"],
                }),
              )
            : [origin],
        flags,
      };
    }),
    ...obligations.map(({ one, place }): Row => {
      const metric = "metric" in one.norm ? one.norm.metric : null;
      const name = negotiation.metrics.find(({ id }) => id === metric)?.name ?? null;
      return {
        id: `verify:${one.id}`,
        cells: [
          references(frame, [`${OBLIGATION}:${one.id}`]),
          [one.text],
          [
            name === null
              ? blank(`${OBLIGATION}:${one.id}:metric`, "how the others would know", null, null)
              : `${capital(name)}, at least ${one.proof}`,
          ],
          [`looked at every ${periodText(one.inspect)}`],
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
export function scheduleAnnex({ negotiation }: Frame, series: readonly MeetingSeries[]): DraftPart {
  const rows = series.flatMap((one) => {
    const ahead = one.occurrences.filter(({ past }) => !past);
    const shown = ahead.slice(0, MOST_DAYS).map(
      (sitting): Row => ({
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
          [listed(one.parties.map((id) => nameOf(negotiation, id)))],
          [one.place ?? "–"],
          [sitting.rounds.length === 0 ? "–" : sitting.rounds.map(({ name, day }) => `${name} ${day}`).join("; ")],
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
