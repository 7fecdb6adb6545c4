// What the principal can do: walk away, put something next, ask; and when they meet again.

import type { BestMove, Provenance } from "../../agreements/index.js";
import { addPeriod, type Case } from "../../case/index.js";
import { projectInventories } from "../../evidence/index.js";
import { type Band, bandText, tenthText } from "../../math/index.js";
import { capital, listed, objective, partyNamed, percent, possessive, pronoun, verb } from "../../wording/index.js";
import { type Clause, clause, type DraftPart, field } from "../document.js";
import type { Dossier } from "./dossier.js";
import { interestsOrigins, offerOrigin } from "./standing.js";

const option = ({ issues }: Case, issue: string, id: string): string =>
  issues.find((one) => one.id === issue)?.options.find((one) => one.id === id)?.name ?? id;

export function walkPart(dossier: Dossier): DraftPart {
  const { party, others } = dossier;
  return {
    id: "walk",
    label: null,
    title: "When to walk away",
    blocks: [
      ...walk(dossier, party, true),
      ...others.flatMap((other) => walk(dossier, other, false)),
      ...waiting(dossier),
    ],
  };
}

/** The walk-away line of one side, and how the offer stands to it. */
function walk(dossier: Dossier, { id, name }: Dossier["party"], own: boolean): Clause[] {
  const { offer, assessment } = dossier;
  const found = (offer?.verdicts[0]?.parties ?? offer?.sides[0]?.parties ?? []).find((one) => one.party === id);
  if (!found || !offer) return [];
  const verdicts = offer.verdicts.length > 0 ? offer.verdicts : offer.sides;
  const chances = verdicts.map(({ parties }) => parties.find((one) => one.party === id)?.accepts ?? 0);
  const view = assessment?.views.find((one) => one.party === id);
  const certain = verdicts[0]?.certain ?? false;
  const who = partyNamed(dossier.negotiation, id);
  const holder = dossier.negotiation.parties.find((one) => one.id === view?.holder)?.name ?? view?.holder ?? "nobody";
  const estimated = own || !view ? "" : `, as ${view.basis} by ${view.holder === id ? "itself" : holder}`;
  return [
    clause(
      `walk:${id}`,
      `${capital(name)}${estimated}: below ${bandText(found.reservation)} of ${possessive(who)} own 100 points ${pronoun(who)} ${verb(who, "is")} better off without a deal${standsOn(dossier, view)}. “${offer.name}” is worth ${bandText(found.value)} to ${objective(who)}; the chance that ${pronoun(who)} ${verb(who, "signs")} is ${percent(chances, certain)}.`,
      { number: "•", from: [...interestsOrigins(dossier, id), ...offerOrigin(dossier)] },
    ),
  ];
}

/** What a walk-away line stands on, where it is not a number of points itself: that would say it twice. */
function standsOn({ negotiation }: Dossier, view: Provenance["views"][number] | undefined): string {
  const interests = negotiation.interests.find((one) => one.party === view?.party && one.holder === view.holder);
  if (!view) return " (no deal)";
  return interests?.reservation.form === "points" ? "" : ` (${view.reservation})`;
}

/** What the others hold, now and in a year. */
function waiting({ negotiation, asOf, party }: Dossier): Clause[] {
  const year = addPeriod(asOf, { months: 12, days: 0 });
  const held = projectInventories(negotiation, [asOf, year]).filter(
    (one) => one.party !== null && one.party !== party.id,
  );
  const grows = held.filter(({ scenarios }) =>
    scenarios.some(({ at }) => (at[1]?.high ?? 0) > (at[0]?.high ?? 0) + 1e-9),
  );
  // What is counted from others says more than its parts.
  const [last] = grows.slice(-1);
  if (!last) return [];
  const text = (k: number) => {
    const ends = last.scenarios.flatMap(({ at }) => (at[k] ? [at[k]] : []));
    const [low, high] = [Math.min(...ends.map((one) => one.low)), Math.max(...ends.map((one) => one.high))];
    return Math.round(low) === Math.round(high) ? `${Math.round(low)}` : `${Math.round(low)}–${Math.round(high)}`;
  };
  return [
    clause("walk:waiting", `Waiting: “${last.name}”: ${text(0)} ${last.unit} today, ${text(1)} in a year.`, {
      number: "•",
      from: [field("case.yaml", ["inventories", last.id], `inventories › ${last.id}`)],
    }),
  ];
}

export function movesPart(dossier: Dossier): DraftPart {
  const { moves, offer } = dossier;
  return {
    id: "moves",
    label: null,
    title: "Three moves",
    blocks: [
      ...(moves ? [beforeText(dossier)] : []),
      ...(moves?.moves ?? []).map((move, place) =>
        clause(`move:${place}`, moveText(dossier, move), {
          number: `${place + 1}`,
          from: [...offerOrigin(dossier), ...interestsOrigins(dossier)],
        }),
      ),
      ...(moves && moves.moves.length === 0
        ? [
            clause("move:none", `No change of one or two issues of “${offer?.name ?? ""}” would bring more.`, {
              number: "•",
            }),
          ]
        : []),
    ],
  };
}

/** Who has to sign: all who negotiate, or enough of them where the case says who that is. */
const signers = ({ negotiation }: Dossier): string => (negotiation.acceptance ? "enough" : "all");

const beforeText = (dossier: Dossier): Clause => {
  const { moves, offer, party, negotiation } = dossier;
  return clause(
    "moves:before",
    `As it stands, “${offer?.name ?? ""}” is signed by ${signers(dossier)} with a chance of ${percent(moves?.before.signed ?? [0])}, and brings ${party.name} ${tenthText(moves?.before.prospect ?? 0)} points above ${possessive(partyNamed(negotiation, party.id))} walk-away on average, refusals counted. Better, in this order:`,
  );
};

function moveText(dossier: Dossier, { changes, worth, signed, prospect }: BestMove): string {
  const { negotiation, party, others } = dossier;
  const text = ({ issue, name, to, worth: own }: BestMove["changes"][number]) =>
    `${name}: “${option(negotiation, issue, to)}” (${bandText(own[party.id] ?? ZERO, true)})`;
  const verbs = (["ask for", "give", "add"] as const).flatMap((verb) => {
    const of = changes.filter((change) => verbOf(change, party.id) === verb);
    return of.length > 0 ? [`${verb} ${listed(of.map(text))}`] : [];
  });
  const theirs = others.map(({ id, name }) => `${name} ${bandText(worth[id] ?? ZERO, true)}`);
  return `${capital(verbs.join("; "))}. In all ${bandText(worth[party.id] ?? ZERO, true)} for ${party.name}; ${listed(theirs)}. The chance that ${signers(dossier)} sign: ${percent(signed)}; ${tenthText(prospect)} points above walk-away on average.`;
}

/** What costs us is given; what somebody else would lose by is asked for; what nobody loses by is added. */
function verbOf({ worth }: BestMove["changes"][number], own: string): "ask for" | "give" | "add" {
  if ((worth[own]?.median ?? 0) < 0) return "give";
  return Object.entries(worth).some(([id, { median }]) => id !== own && median < 0) ? "ask for" : "add";
}

const ZERO: Band = { median: 0, low: 0, high: 0 };

/** Inputs whose change would change the sentence; then the one question to ask. */
const MOST_TURNING = 4;

export function mindPart(dossier: Dossier): DraftPart {
  const { offer } = dossier;
  const turning = (offer?.turning ?? []).slice(0, MOST_TURNING);
  return {
    id: "mind",
    label: null,
    title: "What would change our mind",
    blocks: [
      ...(offer?.question
        ? [
            clause(
              "mind:question",
              `Find out first: ${offer.question.text} The answer would remove ${Math.round(100 * offer.question.settles)} % of the doubt.`,
              { number: "•", from: interestsOrigins(dossier, offer.question.party) },
            ),
          ]
        : []),
      ...turning.map(({ text, becomes }, k) =>
        clause(`mind:${k}`, `${capital(text)} → ${becomes}.`, { number: "•", from: interestsOrigins(dossier) }),
      ),
      ...priors(dossier),
    ],
  };
}

/** Where two ways of filling in what nobody said come to different sentences. */
function priors(dossier: Dossier): Clause[] {
  const verdicts = dossier.offer?.verdicts ?? [];
  if (new Set(verdicts.map(({ key }) => key)).size < 2) return [];
  const said = verdicts.map(
    ({ prior, key }) =>
      `${prior === "independent" ? "if steps between options are worth anything" : "if later steps are worth less than earlier ones"}: ${key}`,
  );
  return [
    clause("mind:priors", `Nobody has said how much each step is worth. ${capital(said.join("; "))}.`, {
      number: "•",
      from: interestsOrigins(dossier),
    }),
  ];
}

/** The next meeting, and what is on it. */
export function nextPart({ series, road, party }: Dossier): DraftPart {
  const ahead = series
    .flatMap((one) => one.occurrences.filter(({ past }) => !past).map((sitting) => ({ one, sitting })))
    .sort((a, b) => a.sitting.day.localeCompare(b.sitting.day, "en"));
  const [next, then] = ahead;
  const own = road?.parties.find(({ id }) => id === party.id);
  return {
    id: "next",
    label: null,
    title: "What comes next",
    blocks: [
      ...(next
        ? [
            clause(
              "next:meeting",
              `${next.one.name}: ${next.sitting.day}${next.sitting.until > next.sitting.day ? ` to ${next.sitting.until}` : ""}${next.one.place ? `, ${next.one.place}` : ""}.${next.one.sessions.length > 0 ? ` ${next.one.sessions.map(({ name }) => name).join(", ")}.` : ""}${then ? ` Then: ${then.one.name}, ${then.one.tentative ? then.sitting.day.slice(0, 7) : then.sitting.day}.` : ""}`,
              { number: "•", from: [next.one.from] },
            ),
          ]
        : []),
      ...(own && own.exposure > 0.05
        ? [
            clause(
              "next:exposed",
              `If the draft is carried out as planned and the others stop at the worst moment, ${own.on}, ${party.name} ${verb(party, "has")} lost ${tenthText(own.exposure)} points by then${own.accepts === null ? "" : `; ${pronoun(party)} ${verb(party, "accepts")} ${tenthText(own.accepts)}`}.`,
              { number: "•", from: [field("agreement.yaml", ["commitments"], "commitments")] },
            ),
          ]
        : []),
    ],
  };
}
