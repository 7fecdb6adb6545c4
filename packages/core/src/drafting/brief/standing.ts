// Where it stands: what the offer on the table comes to, and each goal.

import { isBy } from "../../case/index.js";
import { capital, listed, partyName, partyNamed, pronoun, sentencesIn, verb } from "../../wording/index.js";
import { type Clause, clause, type DraftPart, field, type Origin, type TableRow } from "../document.js";
import type { Dossier } from "./dossier.js";

export const offerOrigin = ({ negotiation, offer }: Dossier): Origin[] => {
  const place = negotiation.offers.findIndex(({ id }) => id === offer?.id);
  return place < 0 ? [] : [field("record.yaml", ["offers", offer?.id ?? ""], `offers › ${offer?.id}`)];
};

export const interestsOrigins = ({ negotiation, assessment }: Dossier, party?: string): Origin[] =>
  (assessment?.views ?? [])
    .filter((view) => party === undefined || view.party === party)
    .map(({ party: whose, holder }) => {
      const file = negotiation.interests.find((one) => one.party === whose && one.holder === holder)?.file;
      return field(
        file ?? `interests/${whose}.${holder}.yaml`,
        [],
        `what ${partyName(negotiation, whose)} ${verb(partyNamed(negotiation, whose), "needs")}`,
      );
    });

/** The offer that is looked at, and what the draft of the framework comes to. */
export function linePart(dossier: Dossier): DraftPart {
  const { offer, draft, negotiation } = dossier;
  const by = listed((offer?.by ?? []).map((id) => partyName(negotiation, id)));
  const says = negotiation.offers.find(({ id }) => id === offer?.id)?.says;
  return {
    id: "line",
    label: null,
    title: "On the table",
    blocks: [
      ...(offer
        ? [
            clause(
              "line:offer",
              `“${offer.name}”${by || offer.date ? ` (${[by, offer.date].filter((part) => part).join(", ")})` : ""}: ${capital(packageText(dossier))}.${says ? ` ${says.trim()}` : ""}`,
              { number: "•", from: offerOrigin(dossier) },
            ),
            ...caveats(dossier),
            ...(offer.open.length > 0 ? [] : offer.ledgers)
              .filter(({ getsNothing }) => getsNothing)
              .map(({ party, name }) =>
                clause(
                  `line:nothing:${party}`,
                  `${capital(name)} ${verb(partyNamed(negotiation, party), "gets")} nothing by it that ${pronoun(partyNamed(negotiation, party))} ${verb(partyNamed(negotiation, party), "does")} not have today.`,
                  {
                    number: "•",
                    from: [...offerOrigin(dossier), ...interestsOrigins(dossier, party)],
                  },
                ),
              ),
          ]
        : []),
      ...(draft && draft.verdicts.length > 0
        ? [
            clause("line:draft", draftText(dossier, draft), {
              number: "•",
              from: [field("agreement.yaml", ["commitments"], "commitments"), ...interestsOrigins(dossier)],
            }),
          ]
        : []),
    ],
  };
}

const comesToSame = (offer: Dossier["offer"], draft: Dossier["draft"]): boolean =>
  offer !== null && draft !== null && JSON.stringify(offer.options) === JSON.stringify(draft.options);

/** What the framework comes to if all of it is done; not said twice where that is the offer. */
function draftText({ offer }: Dossier, draft: NonNullable<Dossier["draft"]>): string {
  const same = comesToSame(offer, draft);
  return same
    ? "The draft of the framework, if all of it is done, comes to just this."
    : `The draft of the framework, if all of it is done: ${withoutQuestion(draft)}`;
}

/** What to ask is asked once, of the offer. */
function withoutQuestion({ sentence, said }: NonNullable<Dossier["draft"]>): string {
  const { sentence: of } = said;
  return "question" in of && of.question && !of.question.decisive
    ? sentencesIn("en").assessment.offer({ ...of, question: null })
    : sentence;
}

/** What makes it another thing than an offer that stands: its day, that it was withdrawn, what it leaves open. */
function caveats(dossier: Dossier): Clause[] {
  const { offer, negotiation, asOf } = dossier;
  const written = negotiation.offers.find(({ id }) => id === offer?.id);
  if (!offer || !written) return [];
  const name = (id: string) => negotiation.issues.find((issue) => issue.id === id)?.name ?? id;
  const texts = [
    ...(offer.later ? [`It is dated ${written.date}, after ${asOf}, from which the case is seen.`] : []),
    ...(written.withdrawn !== null && isBy(written.withdrawn, asOf)
      ? [`It was withdrawn on ${written.withdrawn}.`]
      : []),
    ...(offer.open.length > 0
      ? [
          `It leaves open: ${listed(offer.open.map(name))}. What it is worth hangs on these, so neither walk-away nor moves are weighed against it.`,
        ]
      : []),
  ];
  return texts.map((text, k) => clause(`line:caveat:${k}`, text, { number: "•", from: offerOrigin(dossier) }));
}

/** What an offer changes: issue by issue. */
function packageText({ offer, negotiation }: Dossier): string {
  const moves = (offer?.moves ?? []).map(({ issue, name, to }) => {
    const option = negotiation.issues.find(({ id }) => id === issue)?.options.find(({ id }) => id === to);
    return `${name}: ${option?.name ?? to}`;
  });
  return moves.length === 0 ? "nothing that is not so today" : moves.join("; ");
}

export function goalsPart(dossier: Dossier): DraftPart {
  const { negotiation, offer } = dossier;
  const draft = comesToSame(offer, dossier.draft) ? null : dossier.draft;
  const { goals, issues } = negotiation;
  const track = (of: typeof offer, goal: string): string => {
    const found = of?.progress.find((one) => one.goal === goal);
    return found ? `${found.moved} of ${found.of} moved (${Math.round(100 * found.mean)} % of the way)` : "–";
  };
  const rows = goals.map(({ id, name }, place): TableRow => {
    const own = issues.flatMap((issue, at) => (issue.goal === id ? [{ issue, at }] : []));
    const here = own.map(({ issue }) => `${issue.name}: ${issue.options[issue.today]?.name ?? ""}`);
    return {
      id: `goal:${id}`,
      cells: [
        [`${place + 1} ${name}`],
        [
          here.length > 3
            ? `${here.slice(0, 3).join("; ")}; and ${here.length - 3} more`
            : here.join("; ") || "no issue",
        ],
        ...(offer ? [[track(offer, id)]] : []),
        ...(draft ? [[track(draft, id)]] : []),
      ],
      from: [
        field("case.yaml", ["goals", place], `goals › ${id}`),
        ...own.map(({ issue, at }) => field("case.yaml", ["issues", at, "today"], `issues › ${issue.id} › today`)),
      ],
      flags: [],
    };
  });
  return {
    id: "goals",
    label: null,
    title: "Where each goal stands",
    blocks:
      rows.length === 0
        ? []
        : [
            {
              kind: "table",
              id: "goals",
              caption:
                "In the order that was agreed. Of the issues that serve a goal, how many move, and how far on average.",
              head: ["Goal", "Today", ...(offer ? [`“${offer.name}”`] : []), ...(draft ? ["The draft"] : [])],
              rows,
            },
          ],
  };
}
