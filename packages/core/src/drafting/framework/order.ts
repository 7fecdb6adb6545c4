// In which order and by when: the roadmap as an article, with what makes it safer and what must be reached.

import { periodText } from "../../case/index.js";
import { capital, listed, partyName, partyNamed, pronoun, verb } from "../../wording/index.js";
import { type Clause, clause, type DraftPart, type Flag, field } from "../document.js";
import { promisesOf } from "../promises.js";
import { article, numbered } from "./article.js";
import { daysOf } from "./commitment-clause.js";
import { COMMITMENT, type Frame, numberOf, references, standing, stopped } from "./frame.js";

/** The order, deposits and guarantees, and what must be reached when. */
export function orderArticle(frame: Frame, number: number): DraftPart {
  const { negotiation, road } = frame;
  const { deposits, guarantees, milestones } = negotiation.roadmap;
  const from = [field("agreement.yaml", ["commitments"], "commitments")];
  const texts: Omit<Clause, "number">[] = [
    promisesOf(negotiation).commitments.length === 0
      ? clause("order:none", "Nothing is promised that has an order.", {
          from,
          flags: [{ kind: "missing", text: "No commitment is on record, so there is no roadmap." }],
        })
      : clause(
          "order:annex",
          "What each side undertakes is done in the order of Annex A, and on its days where these are agreed.",
          {
            from,
            flags: road === null ? [{ kind: "missing", text: "No plan could be made, so no days are proposed." }] : [],
          },
        ),
    ...deposits.map(({ id, by, text }, place) => {
      const who = partyNamed(negotiation, by);
      const lost = `${capital(pronoun(who))} ${verb(who, "loses")} this to the others where ${pronoun(who)} ${verb(who, "stops")}.`;
      return clause(
        `deposit:${id}`,
        `${capital(partyName(negotiation, by))} ${verb(who, "deposits")}: ${stopped(text)} ${lost}`,
        { from: [within("deposits", place, id)] },
      );
    }),
    ...guarantees.map(({ id, by, for: whom, text }, place) =>
      clause(
        `guarantee:${id}`,
        `${capital(partyName(negotiation, by))} ${verb(partyNamed(negotiation, by), "guarantees")} to ${partyName(negotiation, whom)}: ${stopped(text)}`,
        {
          from: [within("guarantees", place, id)],
        },
      ),
    ),
    ...milestones.map((milestone, place) => milestoneClause(frame, milestone, place)),
  ];
  return article("order", number, "Order and milestones", numbered(number, texts));
}

type Milestone = Frame["negotiation"]["roadmap"]["milestones"][number];

/** By when what must be complete, and what may be left. */
function milestoneClause(frame: Frame, milestone: Milestone, place: number): Clause {
  const { id, name, at, atMost } = milestone;
  const complete = standing(frame, milestone.complete);
  const { road, negotiation } = frame;
  const reached = road?.milestones.find((one) => one.id === id);
  const when =
    typeof at === "string" ? `by ${at}` : `${periodText(at)} after the start${reached ? ` (${reached.day})` : ""}`;
  const last = typeof at === "string" ? at : (reached?.day ?? null);
  const late = complete.flatMap((one) => {
    const found = negotiation.commitments.find((other) => other.id === one);
    const { ends } = found ? daysOf(frame, found) : { ends: { day: null, set: false } };
    return ends.set && ends.day !== null && last !== null && ends.day > last
      ? [{ number: numberOf(frame, COMMITMENT, one), day: ends.day }]
      : [];
  });
  const missing = standing(frame, reached?.missing ?? []);
  const counted = Object.entries(atMost?.of ?? {}).map(([issue, counts]) => {
    const found = negotiation.issues.find((one) => one.id === issue)?.name ?? issue;
    return counts === 1 ? found : `${found}, each counted ${counts} times`;
  });
  return clause(
    `milestone:${id}`,
    [
      `Milestone: ${name.replace(/[.]$/, "")}, ${when}.`,
      ...(complete.length > 0
        ? [
            " Complete by then: ",
            ...references(
              frame,
              complete.map((one) => `${COMMITMENT}:${one}`),
            ),
            ".",
          ]
        : []),
      ...(atMost
        ? [` Left by then: at most ${atMost.total}${atMost.unit ? ` ${atMost.unit}` : ""} of ${listed(counted)}.`]
        : []),
    ],
    {
      from: [within("milestones", place, id)],
      flags: [
        ...late.map(
          ({ number, day }): Flag => ({
            kind: "limits",
            text: `By then ${number} must be complete, which has until ${day}.`,
          }),
        ),
        ...(late.length === 0 && reached && !reached.met
          ? [
              {
                kind: "limits",
                text: `The plan misses it${missing.length > 0 ? `: ${listed(missing.map((one) => numberOf(frame, COMMITMENT, one)))} ${missing.length === 1 ? "is" : "are"} not complete by then` : ""}.`,
              } as Flag,
            ]
          : []),
      ],
    },
  );
}

const within = (list: string, place: number, id: string) =>
  field("agreement.yaml", ["roadmap", list, place], `roadmap › ${list} › ${id}`);
