// What goes wrong in the room: words that mean two things, promises that nobody can see kept, gifts that cannot be taken
// back, and what is worth nothing once it is said aloud.

import { type Interests, isBy } from "../../case/index.js";
import { openParts } from "../../evidence/index.js";
import { bandText } from "../../math/index.js";
import { capital, listed, objective, partyNamed, verb } from "../../wording/index.js";
import { type Clause, clause, type DraftPart, field } from "../document.js";
import type { Dossier } from "./dossier.js";
import { interestsOrigins, offerOrigin } from "./standing.js";

export function trapsPart(dossier: Dossier): DraftPart {
  return {
    id: "traps",
    label: null,
    title: "Traps",
    blocks: [...words(dossier), ...unseen(dossier), ...forGood(dossier), ...aloud(dossier)],
  };
}

function words({ terms, offer, negotiation }: Dossier): Clause[] {
  return terms.terms.flatMap((term): Clause[] => {
    if (openParts(term) === 0) return [];
    const place = negotiation.terms.findIndex(({ id }) => id === term.id);
    const hanging = term.hanging.find(({ kind, id }) => kind === "offer" && id === offer?.id);
    const parts = [...(hanging?.delivers ?? []), ...(hanging?.short ?? [])].length;
    const hangs = hanging
      ? ` “${offer?.name ?? ""}” ${hanging.cites ? "uses the word" : `touches ${parts} of them`}.`
      : "";
    return [
      clause(`trap:term:${term.id}`, `${term.sentence}${hangs} Sign what is listed, never the bare word.`, {
        number: "•",
        from: [field("case.yaml", ["terms", place], `terms › ${term.id}`)],
      }),
    ];
  });
}

/** What the others promise, and nobody could see kept: in the offer, and in the draft. */
function unseen(dossier: Dossier): Clause[] {
  const { offer, draft, negotiation, party } = dossier;
  const found = [offer, draft].flatMap((of) =>
    (of?.moves ?? []).filter(
      ({ verify, issue }) => verify === null && givers(dossier, issue).some((id) => id !== party.id),
    ),
  );
  const names = [...new Map(found.map((move) => [move.issue, move])).values()].map(({ issue, name, to }) => {
    const at = negotiation.issues.find((one) => one.id === issue)?.options.find((one) => one.id === to);
    return `${name}: ${at?.name ?? to}`;
  });
  const own = [offer, draft].flatMap((of) =>
    (of?.moves ?? []).filter(({ verify, issue }) => verify === null && givers(dossier, issue).includes(party.id)),
  );
  return [
    ...(names.length > 0
      ? [
          clause(
            "trap:unseen",
            `Cannot be verified, so worth no more than the trust in who promises it: ${listed(names)}.`,
            {
              number: "•",
              from: [...offerOrigin(dossier), field("case.yaml", ["issues"], "issues › options › verify")],
            },
          ),
        ]
      : []),
    ...(own.length > 0
      ? [
          clause(
            "trap:own",
            `The others cannot see whether this is kept, and will discount it: ${listed([...new Set(own.map(({ name }) => name))])}.`,
            { number: "•", from: [field("case.yaml", ["issues"], "issues › options › verify")] },
          ),
        ]
      : []),
  ];
}

const givers = ({ negotiation }: Dossier, issue: string): readonly string[] =>
  negotiation.issues.find(({ id }) => id === issue)?.gives ?? [];

/** An irreversible gift for a return that can be taken back. */
function forGood(dossier: Dossier): Clause[] {
  const { offer, party, negotiation } = dossier;
  return (offer?.ledgers ?? [])
    .filter(({ irreversibleForReversible }) => irreversibleForReversible.length > 0)
    .map((ledger) => {
      const what = listed(
        ledger.irreversibleForReversible.map((id) => negotiation.issues.find((one) => one.id === id)?.name ?? id),
      );
      const text =
        ledger.party === party.id
          ? `${capital(party.name)} ${verb(party, "gives")} for good (${what}) and ${verb(party, "gets")} only what is symbolic or can be taken back.`
          : `${capital(ledger.name)} would give for good (${what}) and get only what is symbolic or can be taken back: expect ${objective(partyNamed(negotiation, ledger.party))} to ask for more, or to stall.`;
      return clause(`trap:good:${ledger.party}`, text, { number: "•", from: offerOrigin(dossier) });
    });
}

/** A change that costs so little is worth nothing once that is known. */
const CHEAP = 1;

/** Issues that cost us next to nothing to give, and are worth something to another. */
const cheapIssues = ({ negotiation, party, worths, others }: Dossier): string[] =>
  (worths?.issues ?? []).flatMap(({ issue, options }) => {
    const found = negotiation.issues.find(({ id }) => id === issue);
    if (!found?.gives.includes(party.id)) return [];
    const best = options.find(
      ({ change }) =>
        Math.abs(change[party.id]?.median ?? 9) < CHEAP && others.some(({ id }) => (change[id]?.median ?? 0) >= CHEAP),
    );
    return best ? [found.name] : [];
  });

/** Red lines on issues of which nothing was said in public. */
function silentRedLines({ negotiation, party, asOf }: Dossier, { redLines }: Interests): Interests["redLines"] {
  const spoken = new Set(
    negotiation.statements
      .filter((one) => one.party === party.id && isBy(one.date, asOf))
      .flatMap(({ stances }) => stances.map(({ issue }) => issue)),
  );
  return redLines.filter(({ crossed }) =>
    [...crossed.keys()].every((place) => !spoken.has(negotiation.issues[place]?.id ?? "")),
  );
}

/** Of what only our own files say: what would change the others' price. */
function aloud(dossier: Dossier): Clause[] {
  const { party, negotiation, assessment, offer, moves } = dossier;
  const view = assessment?.views.find((one) => one.party === party.id);
  const own = negotiation.interests.find((one) => one.party === party.id && one.holder === view?.holder);
  const reservation = (offer?.verdicts[0]?.parties ?? offer?.sides[0]?.parties ?? []).find(
    (one) => one.party === party.id,
  );
  const cheap = cheapIssues(dossier);
  const silent = own ? silentRedLines(dossier, own) : [];
  const suspected = negotiation.verification.flatMap(({ sites }) =>
    sites.filter(({ belief, party: whose }) => belief !== null && whose !== party.id),
  );
  const points = [
    ...(reservation ? [`the walk-away (${bandText(reservation.reservation)} points)`] : []),
    ...(moves && moves.moves.length > 0 ? ["how much more than the offer we expect"] : []),
    ...(cheap.length > 0 ? [`that ${listed(cheap)} ${cheap.length === 1 ? "costs" : "cost"} us next to nothing`] : []),
    ...silent.map(({ text }) => `the red line “${text}”, on which nothing was said in public`),
    ...(own?.roadmap.exposure != null ? ["how much exposure we accept on the way"] : []),
    ...(suspected.length > 0 ? [`where we suspect something (${listed(suspected.map(({ name }) => name))})`] : []),
  ];
  if (points.length === 0) return [];
  return [
    clause("trap:aloud", `Said aloud, this gives the other side its price: ${points.join("; ")}.`, {
      number: "•",
      from: [
        ...interestsOrigins(dossier, party.id),
        ...(suspected.length > 0
          ? negotiation.verification.map(({ file }) => field(file, ["sites"], "sites › belief"))
          : []),
      ],
    }),
  ];
}
