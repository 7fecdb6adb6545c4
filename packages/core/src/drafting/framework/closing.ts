// How a framework ends: the order, how it is watched, when they meet, what happens if it fails, and when it begins to bind.
import { capital, type FrameworkTerms, isNone, listed, periodText } from "../../case/index.js";
import { blank, type Clause, clause, type DraftPart, type Flag, field, type Piece } from "../document.js";
import type { AgendaPoint } from "../schedule/open-points.js";
import { type MeetingSeries, roundText } from "../schedule/schedule.js";
import { COMMITMENT, type Frame, inAgreement, nameOf, numberOf, OBLIGATION, references } from "./frame.js";

const article = (id: string, number: number, title: string, blocks: readonly Clause[]): DraftPart => ({
  id,
  label: `Article ${number}`,
  title,
  blocks,
});

/** The order, deposits and guarantees, and what must be reached when. */
export function orderArticle(frame: Frame, number: number): DraftPart {
  const { negotiation, road } = frame;
  const { deposits, guarantees } = negotiation.roadmap;
  const texts: Omit<Clause, "number">[] = [
    road
      ? clause("order:annex", "What each side undertakes is done in the order and on the days of Annex A.", {
          from: [field("agreement.yaml", ["commitments"], "commitments")],
        })
      : clause("order:none", "Nothing is promised that has an order.", {
          from: [field("agreement.yaml", ["commitments"], "commitments")],
          flags: [{ kind: "missing", text: "No commitment is on record, so there is no roadmap." }],
        }),
    ...deposits.map(({ id, by, text }, place) =>
      clause(
        `deposit:${id}`,
        `${capital(nameOf(negotiation, by))} deposits: ${text}. It loses this to the others where it stops.`,
        {
          from: [within("deposits", place, id)],
        },
      ),
    ),
    ...guarantees.map(({ id, by, for: whom, text }, place) =>
      clause(`guarantee:${id}`, `${capital(by)} guarantees to ${nameOf(negotiation, whom)}: ${text}.`, {
        from: [within("guarantees", place, id)],
      }),
    ),
    ...negotiation.roadmap.milestones.map(({ id, name }, place) => {
      const reached = road?.milestones.find((one) => one.id === id);
      return clause(`milestone:${id}`, `Milestone: ${name}${reached ? `, by ${reached.day}` : ""}.`, {
        from: [within("milestones", place, id)],
        flags:
          reached && !reached.met
            ? [
                {
                  kind: "limits",
                  text: `The plan misses it${reached.missing.length > 0 ? `: ${listed(reached.missing.map((one) => numberOf(frame, COMMITMENT, one)))} ${reached.missing.length === 1 ? "is" : "are"} not complete by then` : ""}.`,
                },
              ]
            : [],
      });
    }),
  ];
  return article("order", number, "Order and milestones", numbered(number, texts));
}

const within = (list: string, place: number, id: string) =>
  field("agreement.yaml", ["roadmap", list, place], `roadmap › ${list} › ${id}`);

const numbered = (article_: number, clauses: readonly Omit<Clause, "number">[]): Clause[] =>
  clauses.map((one, place) => ({ ...one, number: `${article_}.${place + 1}` }));

export function verificationArticle(frame: Frame, number: number): DraftPart {
  const unseen = frame.negotiation.commitments.filter(
    (one) => one.verification.method === null && !optionVerified(frame, one),
  );
  return article(
    "verification",
    number,
    "Verification",
    numbered(number, [
      clause("verification:annex", "What is looked at, how, and within what time the others know, stands in Annex B.", {
        from: [
          ...(frame.negotiation.commitments.length > 0
            ? [field("agreement.yaml", ["commitments"], "commitments › verification")]
            : []),
          ...(frame.negotiation.obligations.some(({ id }) => frame.numbers.has(`${OBLIGATION}:${id}`))
            ? [field("agreement.yaml", ["obligations"], "obligations")]
            : []),
        ],
      }),
      ...(unseen.length > 0
        ? [
            clause(
              "verification:none",
              [
                "Nothing shows whether ",
                ...references(
                  frame,
                  unseen.map(({ id }) => `${COMMITMENT}:${id}`),
                ),
                ` ${unseen.length === 1 ? "is" : "are"} kept.`,
              ],
              {
                from: unseen.map((one) =>
                  inAgreement("commitments", frame.negotiation.commitments.indexOf(one), one.id, "verification"),
                ),
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

function optionVerified({ negotiation }: Frame, { move }: Frame["negotiation"]["commitments"][number]): boolean {
  const issue = negotiation.issues.find(({ id }) => id === move?.issue);
  return Boolean(issue?.options[move?.to ?? -1]?.verify);
}

/** Who meets, how often, in which sessions, on what, and how a meeting is prolonged. */
export function meetingsArticle(
  frame: Frame,
  number: number,
  series: readonly MeetingSeries[],
  asOf: string,
): DraftPart {
  const { negotiation } = frame;
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
  const clauses = ahead.map((one) => {
    const next = one.occurrences.find(({ past }) => !past);
    const who = listed(one.parties.map((id) => nameOf(negotiation, id)));
    const meeting = negotiation.meetings.find(({ id }) => id === one.id);
    const day: Piece = one.tentative
      ? blank(`meeting:${one.id}:day`, "the day", next?.day ?? null, {
          form: "date",
          at: { ...one.from, path: [...one.from.path, "from"], label: `${one.from.label} › from` },
        })
      : `${next?.day ?? ""}`;
    const until = next && next.until > next.day && !one.tentative ? ` to ${next.until}` : "";
    return clause(
      `meeting:${one.id}`,
      [
        `${one.name}: ${who} meet${one.place ? ` in ${one.place}` : ""}, ${one.every === null ? "from " : `every ${one.every}, first from `}`,
        day,
        `${until}${one.days > 1 ? ` (${one.days} days)` : ""}.`,
        ...(one.sessions.length > 0 ? [` ${sessionsText(one)}`] : []),
        ...(meeting && meeting.rounds.length > 0
          ? [` Each is prepared by: ${meeting.rounds.map(roundText).join("; ")}.`]
          : []),
        ...(one.extension === null ? [] : [` ${capital(one.extension)}${/[.!?]$/.test(one.extension) ? "" : "."}`]),
        ...agendaText(frame, next?.agenda ?? [], one.every !== null),
      ],
      { from: [one.from], flags: one.flags },
    );
  });
  return article("meetings", number, "Meetings", [
    ...numbered(number, clauses),
    clause("meetings:annex", "The days stand in Annex C. A day is moved by agreement, and the others stay.", {
      number: `${number}.${clauses.length + 1}`,
    }),
  ]);
}

/** What is open in words; what falls due by its clause. */
function agendaText(frame: Frame, agenda: readonly AgendaPoint[], again: boolean): Piece[] {
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

export function sessionsText({
  sessions,
  days,
  timeZone,
}: Pick<MeetingSeries, "sessions" | "days" | "timeZone">): string {
  const one = ({ name, day, at }: MeetingSeries["sessions"][number]) =>
    `${name}${days > 1 && sessions.some((other) => other.day !== 1) ? ` (day ${day}${at ? `, ${at}` : ""})` : at ? ` (${at})` : ""}`;
  return `Sessions: ${sessions.map(one).join("; ")}${sessions.some(({ at }) => at !== null) && timeZone ? `, in the time of ${timeZone}` : ""}.`;
}

/** What happens where it is not kept: who may do what, after how long, and what is taken back. */
export function disputesArticle(frame: Frame, number: number): DraftPart {
  const { negotiation } = frame;
  const { powers, commitments, framework } = negotiation;
  const duties = (ids: readonly string[]) =>
    references(
      frame,
      ids.map((id) => (frame.numbers.has(`${OBLIGATION}:${id}`) ? `${OBLIGATION}:${id}` : `${COMMITMENT}:${id}`)),
    );
  const powersText = powers.map(({ id, by, text, article: on, after, stages, suspends, terminates }, place) => {
    const who = by.map((one) => nameOf(negotiation, one));
    const flags: Flag[] =
      stages.length === 0 ? [{ kind: "undated", text: "It has no stages: nothing says how long it takes." }] : [];
    return clause(
      `power:${id}`,
      [
        `${capital(listed(who))} may invoke: ${text}${on ? ` (on record as ${on})` : ""}, where `,
        ...(after.length === 0 ? ["any obligation of the other side"] : duties(after)),
        ` ${after.length > 1 ? "are" : "is"} broken.`,
        ...(stages.length > 0
          ? [
              ` Once invoked it runs through ${listed(stages.map(({ name, takes, extendable }) => `${name} (${isNone(takes) ? "at once" : periodText(takes)}${extendable ? ", longer by consensus" : ""})`))}.`,
            ]
          : []),
        ...(suspends.length > 0 ? [" Once exerted it suspends ", ...duties(suspends), "."] : []),
        ...(terminates.length > 0 ? [" It ends ", ...duties(terminates), "."] : []),
      ],
      { from: [inAgreement("powers", place, id)], flags },
    );
  });
  const back = commitments.map((one, place) => ({ one, place })).filter(({ one }) => one.reversible > 0);
  return article(
    "disputes",
    number,
    "Disputes, suspension and snap-back",
    numbered(number, [
      textClause(
        framework,
        "disputes",
        "Where the Parties read this text differently, they settle it so: ",
        "how, and by whom",
      ),
      ...(powersText.length > 0
        ? powersText
        : [
            clause(
              "powers:none",
              [
                "Where one side does not deliver, the other may ",
                blank("powers:which", "what it may suspend, after how long", null, null),
                ".",
              ],
              {
                from: [field("agreement.yaml", ["powers"], "powers")],
                flags: [
                  {
                    kind: "missing",
                    text: "No power is on record: what a side may do where the other does not deliver is open.",
                  },
                ],
              },
            ),
          ]),
      ...(back.length > 0
        ? [
            clause(
              "powers:back",
              [
                "Taken back when the rest is called off: ",
                ...sharesText(
                  frame,
                  back.map(({ one }) => one),
                ),
                ". The rest stays done.",
              ],
              { from: back.map(({ one, place }) => inAgreement("commitments", place, one.id, "reversible")) },
            ),
          ]
        : []),
    ]),
  );
}

/** `50 % of 3.4 and 4.1; all of 3.5` */
function sharesText(frame: Frame, back: Frame["negotiation"]["commitments"]): Piece[] {
  const shares = [...new Set(back.map(({ reversible }) => reversible))].sort((a, b) => b - a);
  return shares.flatMap((share, k): Piece[] => [
    `${k === 0 ? "" : "; "}${share === 1 ? "all" : `${Math.round(100 * share)} %`} of `,
    ...references(
      frame,
      back.filter(({ reversible }) => reversible === share).map(({ id }) => `${COMMITMENT}:${id}`),
    ),
  ]);
}

type FieldName = Exclude<keyof FrameworkTerms, "languages">;

/** A sentence whose end stands in the framework's own field, or in brackets. */
function textClause(terms: FrameworkTerms, name: FieldName, opening: string, asks: string): Clause {
  const at = field("agreement.yaml", ["framework", name], `framework › ${name}`);
  const set = terms[name];
  return clause(
    `framework:${name}`,
    [
      opening,
      set ?? blank(`framework:${name}`, asks, null, { form: name === "date" ? "date" : "text", at }),
      set && /[.!?]$/.test(set) ? "" : ".",
    ],
    { from: [at], flags: set === null ? [{ kind: "missing", text: `It is not said ${asks}.` }] : [] },
  );
}

export function finalArticles({ negotiation }: Frame, first: number): DraftPart[] {
  const { framework: terms, parties } = negotiation;
  const depositary = parties.find(({ id }) => id === terms.depositary)?.name ?? terms.depositary;
  const named = { ...terms, depositary };
  const languages = field("agreement.yaml", ["framework", "languages"], "framework › languages");
  return [
    article(
      "force",
      first,
      "Entry into force and duration",
      numbered(first, [
        textClause(named, "entryIntoForce", "This text enters into force ", "when"),
        textClause(named, "duration", "It stays in force ", "how long"),
      ]),
    ),
    article(
      "depositary",
      first + 1,
      "Depositary and languages",
      numbered(first + 1, [
        textClause(named, "depositary", "The original is kept by ", "by whom"),
        clause(
          "framework:languages",
          terms.languages.length > 0
            ? `It is written in ${listed(terms.languages)}${terms.languages.length > 1 ? ", each text being as good as the other" : ""}.`
            : ["It is written in ", blank("framework:languages", "which languages", null, null), "."],
          {
            from: [languages],
            flags:
              terms.languages.length > 0 ? [] : [{ kind: "missing", text: "It is not said which languages bind." }],
          },
        ),
      ]),
    ),
    {
      id: "signature",
      label: null,
      title: "Signature",
      blocks: [
        clause(
          "signature:done",
          [
            "Done in ",
            terms.place ??
              blank("framework:place", "where", null, {
                form: "text",
                at: field("agreement.yaml", ["framework", "place"], "framework › place"),
              }),
            " on ",
            terms.date ??
              blank("framework:date", "the day", null, {
                form: "date",
                at: field("agreement.yaml", ["framework", "date"], "framework › date"),
              }),
            ".",
          ],
          { from: [field("agreement.yaml", ["framework"], "framework › place, date")] },
        ),
        ...parties
          .filter(({ role }) => role === "negotiating")
          .map((party) => clause(`signature:${party.id}`, `For ${party.name}: ____________________`)),
      ],
    },
  ];
}
