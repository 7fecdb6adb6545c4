// How it is watched, and when they meet.

import type { Meeting } from "../../case/index.js";
import { listed, partyName } from "../../wording/index.js";
import { blank, type Clause, clause, type DraftPart, field, type TextPiece } from "../document.js";
import { promisesOf } from "../promises.js";
import { type AgendaPoint, isUnseen } from "../schedule/open-points.js";
import { type MeetingSeries, roundText } from "../schedule/schedule.js";
import { article, numbered } from "./article.js";
import { COMMITMENT, ended, type Frame, inAgreement, OBLIGATION, references } from "./frame.js";

export function verificationArticle(frame: Frame, number: number): DraftPart {
  const { commitments, obligations } = promisesOf(frame.negotiation);
  const unseen = commitments.filter(({ one }) => isUnseen(frame.negotiation, one));
  return article(
    "verification",
    number,
    "Verification",
    numbered(number, [
      clause(
        "verification:annex",
        frame.numbers.size === 0
          ? "Nothing is promised that would have to be verified."
          : "What is looked at, how, and within what time the others know, stands in Annex B.",
        {
          from: [
            ...(commitments.length > 0 ? [field("agreement.yaml", ["commitments"], "commitments › verification")] : []),
            ...(obligations.some(({ one }) => frame.numbers.has(`${OBLIGATION}:${one.id}`))
              ? [field("agreement.yaml", ["obligations"], "obligations")]
              : []),
          ],
        },
      ),
      ...(unseen.length > 0
        ? [
            clause(
              "verification:none",
              [
                "Nothing shows whether ",
                ...references(
                  frame,
                  unseen.map(({ one }) => `${COMMITMENT}:${one.id}`),
                ),
                ` ${unseen.length === 1 ? "is" : "are"} kept.`,
              ],
              {
                from: unseen.map(({ one, place }) => inAgreement("commitments", place, one.id)),
                flags: [
                  {
                    kind: "unverifiable",
                    text: "A promise that cannot be verified is worth as much as the trust in who gives it.",
                  },
                ],
              },
            ),
          ]
        : []),
    ]),
  );
}

/** Who meets, how often, in which sessions, on what, and how a meeting is prolonged. */
export function meetingsArticle(
  frame: Frame,
  number: number,
  series: readonly MeetingSeries[],
  asOf: string,
): DraftPart {
  const ahead = series.filter(({ occurrences }) => occurrences.some(({ day, past }) => !past && day >= asOf));
  if (ahead.length === 0)
    return article("meetings", number, "Meetings", [
      clause(
        "meetings:none",
        ["The Parties meet ", blank("meetings:when", "how often, and when first", null, null), "."],
        {
          number: `${number}.1`,
          from: [field("agreement.yaml", ["meetings"], "meetings")],
          flags: [
            { kind: "missing", text: "No meeting lies ahead on record. Without a routine schedule talks fizzle out." },
          ],
        },
      ),
    ]);
  const clauses = ahead.map((one) => meetingClause(frame, one));
  return article("meetings", number, "Meetings", [
    ...numbered(number, clauses),
    clause("meetings:annex", "The days stand in Annex C. A day is moved by agreement, and the others stay.", {
      number: `${number}.${clauses.length + 1}`,
    }),
  ]);
}

function meetingClause(frame: Frame, one: MeetingSeries): Clause {
  const { negotiation } = frame;
  const next = one.occurrences.find(({ past }) => !past);
  const who = listed(one.parties.map((id) => partyName(negotiation, id)));
  const meeting = negotiation.meetings.find(({ id }) => id === one.id);
  const ends = meeting?.rhythm?.ends ? `, and begin no later than ${meeting.rhythm.ends}` : "";
  const until = next && next.until > next.day && !one.tentative ? ` to ${next.until}` : "";
  return clause(
    `meeting:${one.id}`,
    [
      `${one.name}: ${who} meet${one.place ? ` in ${one.place}` : ""}, ${oftenText(one)}`,
      dayOf(one, next?.day ?? null),
      `${until}${one.days > 1 ? ` (${one.days} days)` : ""}${ends}.`,
      ...(one.sessions.length > 0 ? [` ${sessionsText(one)}`] : []),
      ...preparedText(one, meeting?.rounds ?? []),
      ...(one.extension === null ? [] : [` ${ended(one.extension)}`]),
      ...agendaText(frame, next?.agenda ?? [], one.every !== null),
    ],
    { from: [one.from], flags: one.flags },
  );
}

/** The next day; a bracket while it is not agreed. */
const dayOf = ({ id, tentative, from }: MeetingSeries, next: string | null): TextPiece =>
  tentative
    ? blank(`meeting:${id}:day`, "the day", next, {
        form: "date",
        at: { ...from, path: [...from.path, "from"], label: `${from.label} › from` },
      })
    : (next ?? "");

/** `every three months, next on `: what stands before the day. */
function oftenText({ every, days, occurrences }: MeetingSeries): string {
  const from = days > 1 ? "from " : "on ";
  if (every === null) return from;
  return `every ${every}, ${occurrences.some(({ past }) => past) ? "next" : "first"} ${from}`;
}

const preparedText = ({ every }: MeetingSeries, rounds: Meeting["rounds"]): string[] =>
  rounds.length === 0
    ? []
    : [` ${every === null ? "It" : "Each"} is prepared by: ${rounds.map(roundText).join("; ")}.`];

/** What is open in words; what falls due by its clause. */
function agendaText(frame: Frame, agenda: readonly AgendaPoint[], again: boolean): TextPiece[] {
  const due = agenda.flatMap((point) => (point.due === null ? [] : [point.due]));
  const open = agenda.filter((point) => point.due === null).map(({ text }) => text);
  if (agenda.length === 0) return [];
  return [
    ` On its agenda${again ? ", the first time" : ""}: ${open.join("; ")}`,
    ...(due.length > 0
      ? [
          `${open.length > 0 ? "; " : ""}whether `,
          ...references(frame, due),
          ` ${due.length === 1 ? "was" : "were"} done on time`,
        ]
      : []),
    ".",
  ];
}

function sessionsText({ sessions, days, timeZone }: Pick<MeetingSeries, "sessions" | "days" | "timeZone">): string {
  const one = ({ name, day, at }: MeetingSeries["sessions"][number]) =>
    `${name}${days > 1 && sessions.some((other) => other.day !== 1) ? ` (day ${day}${at ? `, ${at}` : ""})` : at ? ` (${at})` : ""}`;
  return `Sessions: ${sessions.map(one).join("; ")}${sessions.some(({ at }) => at !== null) && timeZone ? `, in the time of ${timeZone}` : ""}.`;
}
