// When it begins to bind and for how long, who keeps it, in which languages, and who signs.

import { isDay } from "../../case/index.js";
import { listed, partyName } from "../../wording/index.js";
import { blank, clause, type DraftPart, field, type TextPiece } from "../document.js";
import { promisesOf } from "../promises.js";
import { article, numbered, textClause } from "./article.js";
import { COMMITMENT, type Frame, numberOf, OBLIGATION, undertakingsOf } from "./frame.js";

export function finalArticles(frame: Frame, first: number): DraftPart[] {
  const { negotiation } = frame;
  const { framework: terms, parties } = negotiation;
  const { commitments, obligations } = promisesOf(negotiation);
  const depositary = terms.depositary === null ? null : partyName(negotiation, terms.depositary);
  const named = { ...terms, depositary };
  // What binds or begins before the day of signature was nobody's duty yet.
  const signed = terms.date !== null && isDay(terms.date) ? terms.date : null;
  const early =
    signed === null
      ? []
      : [
          ...commitments
            .filter(({ one }) => (one.start ?? one.due ?? signed) < signed)
            .map(({ one }) => numberOf(frame, COMMITMENT, one.id)),
          ...obligations
            .filter(({ one }) => frame.numbers.has(`${OBLIGATION}:${one.id}`) && (one.from ?? signed) < signed)
            .map(({ one }) => numberOf(frame, OBLIGATION, one.id)),
        ];
  const bound = new Set(undertakingsOf(negotiation).flatMap(({ parties }) => parties));
  const languages = field("agreement.yaml", ["framework", "languages"], "framework › languages");
  return [
    article(
      "force",
      first,
      "Entry into force and duration",
      numbered(first, [
        textClause(named, "entryIntoForce", "This text enters into force: ", "when"),
        textClause(named, "duration", "It stays in force: ", "how long"),
      ]),
    ),
    article(
      "depositary",
      first + 1,
      "Depositary and languages",
      numbered(first + 1, [
        textClause(named, "depositary", "The original is kept by ", "who keeps it"),
        clause(
          "framework:languages",
          terms.languages.length > 0
            ? `It is written in ${listed(terms.languages)}${terms.languages.length > 1 ? ", all texts being equally authentic" : ""}.`
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
            ...dateOf(terms.date),
            ".",
          ],
          {
            from: [field("agreement.yaml", ["framework"], "framework › place, date")],
            flags: early.length > 0 ? [{ kind: "limits", text: `Days of ${listed(early)} come before it.` }] : [],
          },
        ),
        ...parties
          .filter(({ id, role }) => role === "negotiating" || bound.has(id))
          .map((party) => clause(`signature:${party.id}`, `For ${party.name}: ____________________`)),
      ],
    },
  ];
}

/** A day; of a month or a year alone the day is still open. */
function dateOf(date: string | null): TextPiece[] {
  if (date !== null && isDay(date)) return [date];
  const at = field("agreement.yaml", ["framework", "date"], "framework › date");
  return [blank("framework:date", "the day", date === null ? null : `a day in ${date}`, { form: "date", at })];
}
